"""What pages are told of a policy's answer: whether to offer a control, and if not, why."""

from server.core.errors import Refusal
from server.people.actors import Actor


def verdict(actor: Actor, refusal: Refusal | None) -> dict[str, object]:
    """What `AllowedOut` shows of `refusal`, None where the policy has nothing against it.

    Who sees the service as somebody else changes nothing; what the person lacks is said first, for
    to find that out is what the view is for.
    """
    refusal = refusal or _why_not_while_viewing(actor)
    return {
        "allowed": refusal is None,
        "why_not": refusal and refusal.reason,
        "permission": refusal and refusal.permission,
    }


def _why_not_while_viewing(actor: Actor) -> Refusal | None:
    if actor.viewer is None:
        return None
    return Refusal(f"You are viewing as {actor.person.display_name}; changes are off.")
