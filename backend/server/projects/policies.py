"""What a person may do with a workspace; each question is answered by the reason why not."""

from server.people.actors import Actor
from server.people.policies import can_create_workspaces
from server.projects.models import Workspace


def why_not_create(actor: Actor) -> str | None:
    """Why the person cannot make a workspace; None where they can."""
    return None if can_create_workspaces(actor) else "Sign in to make a workspace."


def why_not_edit(actor: Actor, workspace: Workspace) -> str | None:
    """Why the person cannot change `workspace`; None where they can."""
    if actor.user is None:
        return "Sign in to change this workspace."
    if actor.is_administrator or workspace.created_by_id == actor.user.pk:
        return None
    return (
        f"Only {workspace.created_by.display_name}, who made this workspace, and administrators "
        "can change it."
    )


def why_not_run(actor: Actor, workspace: Workspace) -> str | None:
    """Why the person cannot ask for runs in `workspace`; None where they can."""
    if workspace.is_archived:
        return "This workspace is archived. It keeps its history and takes no new runs."
    if actor.user is None:
        return "Sign in to run actions."
    return None
