"""What a person may do that is about no project and no backend."""

from server.people.actors import Actor


def can_create_workspaces(actor: Actor) -> bool:
    """Everybody who is signed in."""
    return actor.user is not None
