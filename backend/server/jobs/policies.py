"""What a person may do with a request; each question is answered by the reason why not."""

from server.core.errors import Refusal
from server.jobs.models import JobRequest
from server.people.actors import Actor
from server.people.permissions import Permission
from server.people.policies import why_lacking


def why_never_cancel(actor: Actor, job_request: JobRequest) -> Refusal | None:
    """Why the person cannot stop jobs of `job_request`, finished or not; None where they can.

    Who asked for a run may always cancel it, and staff any. Source: domain reference 3.5, rule 3.
    """
    if actor.user is not None and job_request.created_by_id == actor.user.pk:
        return None
    if actor.holds(Permission.STAFF_AREA_ACCESS):
        return None
    return why_lacking(
        actor,
        Permission.JOB_CANCEL,
        deed="cancel this request",
        project_id=job_request.workspace.project_id,
    )


def why_not_cancel(actor: Actor, job_request: JobRequest) -> Refusal | None:
    """Why the person cannot stop jobs of `job_request` now; None where they can."""
    if not job_request.is_active:
        return Refusal("The request has finished.")
    return why_never_cancel(actor, job_request)


def may_see_metrics(actor: Actor) -> bool:
    """Whether the person is shown what a job used: people with a role anywhere are."""
    return actor.has_any_role


def may_see_traces(actor: Actor) -> bool:
    """Whether the person is shown how a job is found in the traces of its runner: staff are."""
    return actor.holds(Permission.STAFF_AREA_ACCESS)
