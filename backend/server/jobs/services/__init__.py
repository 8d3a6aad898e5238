"""Every change to requests that people cause, and what is asked of the git host before it.

Reports of runners come in by `server.jobs.reports`.
"""

from server.jobs.services.cancelling import (
    cancel_job_request,
    cancel_waiting,
    end_if_never_fetched,
    note_cancels_seen,
)
from server.jobs.services.pipelines import PipelineAtCommit, read_pipeline
from server.jobs.services.requesting import (
    PreparedRun,
    RunPlan,
    create_job_request,
    plan_run,
    prepare_run,
)

__all__ = [
    "PipelineAtCommit",
    "PreparedRun",
    "RunPlan",
    "cancel_job_request",
    "cancel_waiting",
    "create_job_request",
    "end_if_never_fetched",
    "note_cancels_seen",
    "plan_run",
    "prepare_run",
    "read_pipeline",
]
