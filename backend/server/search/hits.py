"""What a search finds: one line for each thing, with the page that it leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote

from server.fleet.models import Backend
from server.jobs.facts import row_facts
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


def workspace_hit(workspace: Workspace, *, may_run: bool) -> Hit:
    """A workspace in its project."""
    path = f"/workspaces/{quote(workspace.name)}"
    return Hit(
        title=workspace.name,
        subtitle=workspace.project.title,
        path=path,
        run_path=f"{path}/run" if may_run else None,
    )


def request_hit(job_request: JobRequest, *, now: datetime) -> Hit:
    """A request loaded by `for_list`."""
    return Hit(
        title=f"Request {job_request.number}",
        subtitle=f"{job_request.workspace.name} on {job_request.backend.name}",
        path=f"/requests/{job_request.number}",
        status=row_facts(job_request, now=now)["display_status"],
        at=job_request.created_at,
    )


def job_hit(job: Job) -> Hit:
    """A job loaded with its request, workspace and backend."""
    return Hit(
        title=job.action,
        subtitle=f"{job.workspace.name} on {job.backend.name}, request {job.job_request_id}",
        path=f"/requests/{job.job_request_id}/jobs/{quote(job.identifier, safe='')}",
        status=shown_as(job),
        at=job.completed_at or job.started_at or job.created_at,
    )


def project_hit(project: Project, *, lead: str) -> Hit:
    """A project of the organisation that leads it."""
    return Hit(title=project.title, subtitle=lead, path=f"/projects/{project.slug}")


def org_hit(org: Org) -> Hit:
    """An organisation."""
    return Hit(title=org.name, subtitle="Organisation", path=f"/orgs/{org.slug}")


def user_hit(user: User) -> Hit:
    """A person by full name, where it is known."""
    return Hit(
        title=user.display_name,
        subtitle=user.username if user.is_active else f"{user.username}, switched off",
        path=f"/users/{quote(user.username)}",
    )


def backend_hit(backend: Backend) -> Hit:
    """A backend."""
    return Hit(
        title=backend.name,
        subtitle="Backend" if backend.is_active else "Backend, switched off",
        path=f"/backends/{backend.slug}",
    )
