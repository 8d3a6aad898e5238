"""What is announced of runs to whoever handles it above this app."""

from datetime import datetime

from server.jobs.models import JobRequest
from server.jobs.report_reads import StoredRequest
from server.outbox.services import Event

RUN_FINISHED = "job_request.finished"


def run_finished(job_request: JobRequest | StoredRequest, *, now: datetime) -> Event:
    """That a run is over, each time that it is: a late report may open it again for a while.

    Whoever handles it tells of one end once, by `end_of`.
    """
    return Event(
        topic=RUN_FINISHED,
        payload={"job_request_id": job_request.id},
        key=f"{RUN_FINISHED}:{job_request.identifier}:{now.isoformat()}",
    )


def end_of(job_request: JobRequest) -> str:
    """Names the end of a run that is over: another one when a job was tried again since.

    By its status too: where a runner's clock was set back, the later end has an earlier time, and
    the time of the run stays that of another job.
    """
    ended_at = job_request.completed_at or job_request.updated_at
    time = ended_at.isoformat() if ended_at else ""
    return f"run:{job_request.identifier}:{job_request.status}:{time}"
