"""What a person may do with a request; each question is answered by the reason why not."""

from server.jobs.models import JobRequest
from server.people.actors import Actor


def may_cancel(actor: Actor, job_request: JobRequest) -> bool:
    """Who asked for a run may cancel it, and administrators may."""
    if actor.user is None:
        return False
    return actor.is_administrator or job_request.created_by_id == actor.user.pk


def why_not_cancel(actor: Actor, job_request: JobRequest) -> str | None:
    """Why the person cannot stop jobs of `job_request`; None where they can."""
    if not job_request.is_active:
        return "The request has finished."
    if actor.user is None:
        return "Sign in to cancel."
    if not may_cancel(actor, job_request):
        return (
            f"Only {job_request.created_by.display_name}, who asked for it, and administrators "
            "can cancel it."
        )
    return None
