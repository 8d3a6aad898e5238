"""Contains all the data models used in inputs/outputs"""

from .allowed import Allowed
from .backend import Backend
from .backend_can import BackendCan
from .backend_ref import BackendRef
from .backends import Backends
from .cancel import Cancel
from .cancel_in_request import CancelInRequest
from .codelists import Codelists
from .commit import Commit
from .commit_info import CommitInfo
from .failure import Failure
from .field_error import FieldError
from .job import Job
from .job_can import JobCan
from .job_counts import JobCounts
from .job_request import JobRequest
from .job_request_in_request import JobRequestInRequest
from .job_request_row import JobRequestRow
from .job_request_row_page import JobRequestRowPage
from .maintenance import Maintenance
from .me import Me
from .metrics import Metrics
from .newest_job import NewestJob
from .person import Person
from .pipeline import Pipeline
from .pipeline_action import PipelineAction
from .pipeline_output import PipelineOutput
from .pipeline_problem import PipelineProblem
from .pipeline_problem_subject_type_0 import PipelineProblemSubjectType0
from .plan import Plan
from .plan_in_request import PlanInRequest
from .plan_step import PlanStep
from .planned_step import PlannedStep
from .problem import Problem
from .project_ref import ProjectRef
from .reason import Reason
from .reason_object import ReasonObject
from .repo_ref import RepoRef
from .request_can import RequestCan
from .request_commit import RequestCommit
from .session import Session
from .session_can import SessionCan
from .session_project import SessionProject
from .sign_in_ways import SignInWays
from .stop import Stop
from .workspace import Workspace
from .workspace_can import WorkspaceCan
from .workspace_page import WorkspacePage
from .workspace_ref import WorkspaceRef

__all__ = (
    "Allowed",
    "Backend",
    "BackendCan",
    "BackendRef",
    "Backends",
    "Cancel",
    "CancelInRequest",
    "Codelists",
    "Commit",
    "CommitInfo",
    "Failure",
    "FieldError",
    "Job",
    "JobCan",
    "JobCounts",
    "JobRequest",
    "JobRequestInRequest",
    "JobRequestRow",
    "JobRequestRowPage",
    "Maintenance",
    "Me",
    "Metrics",
    "NewestJob",
    "Person",
    "Pipeline",
    "PipelineAction",
    "PipelineOutput",
    "PipelineProblem",
    "PipelineProblemSubjectType0",
    "Plan",
    "PlanInRequest",
    "PlannedStep",
    "PlanStep",
    "Problem",
    "ProjectRef",
    "Reason",
    "ReasonObject",
    "RepoRef",
    "RequestCan",
    "RequestCommit",
    "Session",
    "SessionCan",
    "SessionProject",
    "SignInWays",
    "Stop",
    "Workspace",
    "WorkspaceCan",
    "WorkspacePage",
    "WorkspaceRef",
)
