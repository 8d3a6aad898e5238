"""What a search finds: one line for each thing, with the page that it leads to.

The columns before each kind of hit are all that its line reads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote

from server.fleet.models import Backend
from server.jobs.facts.jobs import shown_as
from server.jobs.models import Job, JobRequest
from server.people.models import User
from server.projects.models import Org, Project, Workspace


class Kind(StrEnum):
    """The groups, in the order in which they are answered."""

    WORKSPACES = "workspaces"
    JOB_REQUESTS = "job-requests"
    JOBS = "jobs"
    PROJECTS = "projects"
    ORGS = "orgs"
    USERS = "users"
    BACKENDS = "backends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing. `status` is what is drawn for a request or a job, `at` when it was last moved.

    `run_path` is the page that asks for runs in a workspace, for those who may.
    """

    title: str
    subtitle: str
    path: str
    status: str | None = None
    at: datetime | None = None
    run_path: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The best hits of one kind; `has_more` where there are others."""

    kind: Kind
    hits: Sequence[Hit]
    has_more: bool


def group(kind: Kind, hits: Iterable[Hit], *, most: int) -> Group:
    """The first `most` of the hits, of which one more was asked for than is shown."""
    found = list(hits)
    return Group(kind, found[:most], has_more=len(found) > most)


WORKSPACE_COLUMNS = (
    *("name", "is_archived"),
    *("project__name", "project__number", "project__is_archived"),
)


def workspace_hit(workspace: Workspace, *, may_run: bool) -> Hit:
    """A workspace in its project."""
    path = f"/workspaces/{quote(workspace.name)}"
    return Hit(
        title=workspace.name,
        subtitle=workspace.project.title,
        path=path,
        run_path=f"{path}/run" if may_run else None,
    )


REQUEST_COLUMNS = ("status", "strip", "created_at", "workspace__name", "backend__name")


def request_hit(job_request: JobRequest) -> Hit:
    """A request."""
    return Hit(
        title=f"Request {job_request.number}",
        subtitle=f"{job_request.workspace.name} on {job_request.backend.name}",
        path=f"/requests/{job_request.number}",
        status=job_request.display_status,
        at=job_request.created_at,
    )


JOB_COLUMNS = (
    *("job_request_id", "identifier", "action", "status", "status_code", "created_at"),
    *("started_at", "completed_at", "hidden_at", "workspace__name", "backend__name"),
)


def job_hit(job: Job) -> Hit:
    """A job."""
    return Hit(
        title=job.action,
        subtitle=f"{job.workspace.name} on {job.backend.name}, request {job.job_request_id}",
        path=f"/requests/{job.job_request_id}/jobs/{quote(job.identifier, safe='')}",
        status=shown_as(job),
        at=job.completed_at or job.started_at or job.created_at,
    )


PROJECT_COLUMNS = ("number", "name", "slug")


def project_hit(project: Project, *, lead: str) -> Hit:
    """A project of the organisation that leads it."""
    return Hit(title=project.title, subtitle=lead, path=f"/projects/{project.slug}")


ORG_COLUMNS = ("name", "slug")


def org_hit(org: Org) -> Hit:
    """An organisation."""
    return Hit(title=org.name, subtitle="Organisation", path=f"/orgs/{org.slug}")


USER_COLUMNS = ("username", "fullname", "is_active")


def user_hit(user: User) -> Hit:
    """A person by full name, where it is known."""
    return Hit(
        title=user.display_name,
        subtitle=user.username if user.is_active else f"{user.username}, switched off",
        path=f"/users/{quote(user.username)}",
    )


BACKEND_COLUMNS = ("slug", "name", "is_active")


def backend_hit(backend: Backend) -> Hit:
    """A backend."""
    return Hit(
        title=backend.name,
        subtitle="Backend" if backend.is_active else "Backend, switched off",
        path=f"/backends/{backend.slug}",
    )
