"""The list of active job requests, in the fields of all eras of runners.

Source: runner_api 3.1, 6.1, 6.3.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request

from server.fleet.models import Backend
from server.jobs.models import JobRequest
from server.projects.models import DataPermission, ProjectCollaboration, ProjectDataPermission

MAX_ITEMS = 1000

Row = Mapping[str, Any]
Rows = QuerySet[JobRequest, Any]


class OldestKeptPagination(LimitOffsetPagination):
    """`limit` and `offset`, newest first; without a good `limit` everything, up to a cap.

    Runners never ask for a second page: above the cap they get the oldest, so that none starves.
    """

    default_limit = 0
    max_limit = MAX_ITEMS

    count: int

    def get_limit(self, request: Request) -> int:
        """The limit asked for, capped; the cap where none was, or none that makes sense."""
        self.limit_asked_for = super().get_limit(request)
        return self.limit_asked_for or MAX_ITEMS

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The page; all that there are, if they are few, in one query and uncounted."""
        if request.query_params.keys().isdisjoint(("limit", "offset")):
            found = list(queryset[: MAX_ITEMS + 1])
            queryset = found if len(found) <= MAX_ITEMS else queryset
        return super().paginate_queryset(queryset, request, view) or []

    def get_count(self, queryset: Any) -> int:
        """How many there are, without the tables that only their fields come from."""
        is_read = isinstance(queryset, list)
        return len(queryset) if is_read else queryset.values("pk").count()

    def get_offset(self, request: Request) -> int:
        """The offset asked for; else where the oldest begin, or 0 for one who pages."""
        offset = super().get_offset(request)
        if offset or self.limit_asked_for:
            return offset
        return max(0, self.count - MAX_ITEMS)


def rows_for_backend(backend: Backend) -> Rows:
    """What the runner of `backend` still has to work on, newest first."""
    return _rows(JobRequest.objects.active_for(backend))


def rows_for_anyone(*, slug: str) -> Rows:
    """The same of all backends that take part, or of the one with this slug."""
    backends = Backend.objects.active()
    if slug:
        backends = backends.filter(slug=slug)
    return _rows(JobRequest.objects.unfinished().filter(backend__in=backends))


def _rows(job_requests: QuerySet[JobRequest]) -> Rows:
    return job_requests.order_by("-created_at", "-id").values(
        "id",
        "version",
        "cancel_seen_at",
        "identifier",
        "sha",
        "branch",
        "requested_actions",
        "cancelled_actions",
        "force_run_dependencies",
        "codelists_ok",
        "created_at",
        "backend__slug",
        "created_by__username",
        "workspace__name",
        "workspace__created_at",
        "workspace__created_by__username",
        "workspace__repo__url",
        "workspace__project_id",
        "workspace__project__slug",
        includes_opt_outs=Exists(_OPT_OUTS),
    )


# Whether the project may use the records of people with a type-1 opt-out.
_OPT_OUTS = ProjectDataPermission.objects.filter(
    project=OuterRef("workspace__project"), permission=DataPermission.INCLUDE_T1OO
)


def unseen_cancels(rows: Sequence[Row]) -> dict[int, int]:
    """Key → version of the requests of which a runner has not been handed all that is cancelled."""
    return {
        row["id"]: row["version"]
        for row in rows
        if row["cancelled_actions"] and row["cancel_seen_at"] is None
    }


def items_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The JSON objects of `rows`: one query, however many there are."""
    orgs = _orgs_of({row["workspace__project_id"] for row in rows})
    return [_item(row, orgs=orgs.get(row["workspace__project_id"], [])) for row in rows]


def _item(row: Row, *, orgs: Sequence[str]) -> dict[str, Any]:
    return {
        "identifier": row["identifier"],
        "backend": row["backend__slug"],
        "sha": row["sha"],
        "requested_actions": row["requested_actions"],
        "cancelled_actions": row["cancelled_actions"],
        "force_run_dependencies": row["force_run_dependencies"],
        "codelists_ok": row["codelists_ok"],
        # Decides whose data are used: only ever from the project's permission, which is on record.
        "database_name": "include_t1oo" if row["includes_opt_outs"] else "default",
        "created_by": row["created_by__username"],
        "created_at": row["created_at"],
        "project": row["workspace__project__slug"],
        "orgs": orgs,
        "workspace": {
            "name": row["workspace__name"],
            "repo": row["workspace__repo__url"],
            # The request's own: the workspace may have moved to another branch since.
            "branch": row["branch"],
            "db": "full",  # what runners until September 2023 ask for
            "created_by": row["workspace__created_by__username"],
            "created_at": row["workspace__created_at"],
        },
    }


def _orgs_of(projects: Collection[int]) -> dict[int, list[str]]:
    """Project key → slugs of its organisations, the leading one first."""
    orgs: dict[int, list[str]] = {}
    rows = ProjectCollaboration.objects.filter(project__in=projects)
    for project, slug in rows.order_by("-is_lead", "org__slug").values_list("project", "org__slug"):
        orgs.setdefault(project, []).append(slug)
    return orgs
