"""What the tables say beyond the rows themselves, in a fixed number of queries a page.

How often and when a project ran is read from the index of its requests
(`jobs_request_of_project`): one probe for the oldest, one for the newest, and at most
`MOST_COUNTED` entries for the count. So the history is never read, however long it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Prefetch, QuerySet, Subquery

from server.jobs.models import JobRequest
from server.projects.models import (
    Project,
    ProjectCategory,
    ProjectCollaboration,
    Repo,
    Workspace,
)
from server.projects.querysets import ProjectQuerySet, RepoQuerySet

MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much a project ran, and between when; `runs` stops at `MOST_COUNTED`."""

    workspaces: int = 0
    runs: int = 0
    is_capped: bool = False
    first_run_at: datetime | None = None
    last_run_at: datetime | None = None


def projects() -> ProjectQuerySet:
    """Every project with its people and organisations: two queries a page."""
    parts = ProjectCollaboration.objects.select_related("org")
    return (
        Project.objects.select_related("copilot")
        .annotate(member_count=_members())
        .prefetch_related(Prefetch("collaborations", parts))
    )


def copiloted() -> ProjectQuerySet:
    """The projects that staff support: all but the service's own."""
    return projects().exclude(category=ProjectCategory.INTERNAL)


def figures_of(rows: Sequence[Project]) -> dict[int, Figures]:
    """The figures of the projects of one page by key; one query."""
    # A range of one project, in the order of its index: for "equal" PostgreSQL takes each project
    # for as busy as most, and looks for the runs of an empty one among all of them by time.
    requests = JobRequest.objects.filter(project__gte=OuterRef("pk"), project__lte=OuterRef("pk"))
    oldest = requests.order_by("-project_id", "created_at", "id")
    newest = requests.order_by("project_id", "-created_at", "-id")
    workspaces = Workspace.objects.filter(project=OuterRef("pk"))
    found = (
        Project.objects.filter(pk__in=[project.pk for project in rows])
        .annotate(
            workspace_count=_CountOf(workspaces.order_by().values("pk")),
            first_run_at=Subquery(oldest.values("created_at")[:1]),
            last_run_at=Subquery(newest.values("created_at")[:1]),
            runs=_CountOf(newest.values("pk")[: MOST_COUNTED + 1]),
        )
        .values_list("pk", "workspace_count", "runs", "first_run_at", "last_run_at")
    )
    return {
        pk: Figures(
            workspaces=count,
            runs=min(runs, MOST_COUNTED),
            is_capped=runs > MOST_COUNTED,
            first_run_at=first,
            last_run_at=last,
        )
        for pk, count, runs, first, last in found
    }


def repos_running_since_before(moment: datetime) -> RepoQuerySet:
    """Repositories whose first run was asked for before `moment`."""
    first_of_workspace = (
        JobRequest.objects.filter(workspace=OuterRef("pk"))
        .order_by("created_at", "id")
        .values("created_at")[:1]
    )
    early = (
        Workspace.objects.annotate(first_run_at=Subquery(first_of_workspace))
        .filter(first_run_at__lt=moment)
        .values("repo")
    )
    return Repo.objects.for_list().filter(pk__in=early)


def repos_of_several_projects() -> RepoQuerySet:
    """Repositories that workspaces of two projects or more use."""
    used = (
        Workspace.objects.order_by()
        .values("repo")
        .annotate(projects=Count("project", distinct=True))
        .filter(projects__gt=1)
    )
    return Repo.objects.for_list().filter(pk__in=used.values("repo"))


class _CountOf(Subquery):
    """How many rows a query that stops somewhere gives."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        super().__init__(rows, output_field=IntegerField())


def _members() -> Subquery:
    """How many people a project has; one probe of the index of memberships."""
    memberships = Project.members.through._default_manager.filter(project=OuterRef("pk"))
    return _CountOf(memberships.order_by().values("pk"))
