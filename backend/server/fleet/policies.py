"""On which backends a person may run."""

from server.fleet.models import Backend
from server.people.actors import Actor


def why_not_run_on(actor: Actor, backend: Backend) -> str | None:
    """Why the person cannot ask for a run on `backend`; None where they can."""
    if actor.user is None:
        return "Sign in to run on a backend."
    if not backend.is_active:
        return f"{backend.name} is switched off. Choose another backend."
    return None
