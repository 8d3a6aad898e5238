"""Who writes notices."""

from server.core.errors import Refusal
from server.people.actors import Actor
from server.people.permissions import Permission
from server.people.policies import why_lacking


def why_not_manage(actor: Actor) -> Refusal | None:
    """Why the person cannot write, change and delete notices; None where they can."""
    return why_lacking(
        actor, Permission.STAFF_AREA_ACCESS, deed="write notices for everybody who is signed in"
    )
