"""`workspaces/…/pipeline`, `plan`, `statuses`; `job-requests`; `jobs`."""

from server.jobs.views.jobs import JobOfRequestView, JobView
from server.jobs.views.pipelines import ActionStatusesView, PipelineView, PlanView
from server.jobs.views.requests import (
    CancelView,
    CancelWaitingView,
    ComparisonView,
    JobRequestsView,
    JobRequestView,
    StandingFailuresView,
    WorkspaceJobRequestsView,
)

__all__ = [
    "ActionStatusesView",
    "CancelView",
    "CancelWaitingView",
    "ComparisonView",
    "JobOfRequestView",
    "JobRequestView",
    "JobRequestsView",
    "JobView",
    "PipelineView",
    "PlanView",
    "StandingFailuresView",
    "WorkspaceJobRequestsView",
]
