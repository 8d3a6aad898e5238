"""What moves the pages that show requests."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import TextField
from django.db.models.expressions import RawSQL

from server.core import clock
from server.core.bulk import one_of
from server.core.counters import all_counters, counters_of_backends
from server.core.pagination import DEFAULT_LIMIT
from server.fleet.models import Backend
from server.fleet.stops import service_stop
from server.fleet.versions import standing_at, stop_at
from server.jobs.models import JobRequest
from server.jobs.predecessors import FIRST_ON_BACKEND
from server.jobs.reason_codes import ReasonCode
from server.jobs.reasons import fetching
from server.jobs.statuses import ACTIVE_REQUESTS, DisplayStatus, strip_of
from server.people.models import User
from server.projects.models import Project, Workspace

_NEWEST_WATCHED = 50

# The ORM cannot take a sum over a part of the rows that belong to the outer one. Both databases
# read 50 entries of the index jobs_request_of_workspace, jobs_request_of_project or
# jobs_request_of_user, however long the history: versions only grow, and a request that pushes
# another out has a higher id.
_NEWEST = """(
    SELECT COALESCE(SUM(version), 0) || ' ' || COALESCE(MAX(id), 0) FROM (
        SELECT version, id FROM jobs_jobrequest
        WHERE {theirs}
        ORDER BY created_at DESC, id DESC LIMIT %s
    ) AS newest
)"""
_NEWEST_OF_WORKSPACE = _NEWEST.format(theirs="workspace_id = projects_workspace.id")
_NEWEST_OF_PROJECT = _NEWEST.format(theirs="project_id = projects_project.id")
_NEWEST_OF_PERSON = _NEWEST.format(theirs="created_by_id = people_user.id")


def state_of_all(names: Collection[str]) -> Mapping[str, object]:
    """Every counter of changes: no report, request or cancel leaves them as they are; one query."""
    return dict.fromkeys(names, all_counters())


def state_of_workspaces(names: Collection[str]) -> Mapping[str, object]:
    """The newest 50 requests of each workspace, and how every backend stands; two queries.

    A page that shows older ones follows them more slowly, as it is loaded now and then anyway.
    """
    places = Workspace.objects.filter(name__in=one_of(names))
    newest = RawSQL(_NEWEST_OF_WORKSPACE, [_NEWEST_WATCHED], output_field=TextField())  # noqa: S611
    return _with_standings(places.values_list("name", newest))


def state_of_projects(slugs: Collection[str]) -> Mapping[str, object]:
    """The same of the newest 50 requests in all workspaces of each project; two queries."""
    places = Project.objects.filter(slug__in=one_of(slugs))
    newest = RawSQL(_NEWEST_OF_PROJECT, [_NEWEST_WATCHED], output_field=TextField())  # noqa: S611
    return _with_standings(places.values_list("slug", newest))


def state_of_requests_of_people(usernames: Collection[str]) -> Mapping[str, object]:
    """The same of the newest 50 requests that each person asked for; two queries."""
    people = User.objects.filter(username__in=one_of(usernames))
    newest = RawSQL(_NEWEST_OF_PERSON, [_NEWEST_WATCHED], output_field=TextField())  # noqa: S611
    return _with_standings(people.values_list("username", newest))


def state_of_newest(names: Collection[str]) -> Mapping[str, object]:
    """The first page of all requests, and how every backend stands; two queries."""
    newest = JobRequest.objects.order_by("-created_at", "-id").values_list("pk", "version")
    shown = list(newest[:DEFAULT_LIMIT])
    return _with_standings((name, shown) for name in names)


def state_of_requests_on_backends(slugs: Collection[str]) -> Mapping[str, object]:
    """The counter of each backend, which every change of its requests moves, and how it stands."""
    counters = counters_of_backends()
    return {
        each.slug: (counters.get(each.pk), standing_at(each, clock.now()))
        for each in Backend.everywhere.filter(slug__in=one_of(slugs))
    }


def _with_standings(newest: Iterable[tuple[str, object]]) -> Mapping[str, object]:
    now = clock.now()
    standings = [(each.pk, *standing_at(each, now)) for each in Backend.everywhere.order_by("pk")]
    return {name: (state, standings) for name, state in newest}


def state_of_requests(identifiers: Collection[str]) -> Mapping[str, object]:
    """What moves the pages of each request and of its jobs; three queries.

    Its version and those of what it belongs to, how its backend stands, whether new runs are
    stopped there, and, while it waits, how far the backend is with it and what comes first there.
    """
    now = clock.now()
    asked = JobRequest.objects.filter(identifier__in=one_of(identifiers))
    rows = list(asked.values_list(*_OF_A_REQUEST, named=True))
    keys = {row.backend_id for row in rows}
    backends = Backend.everywhere.annotate(first=FIRST_ON_BACKEND).in_bulk(keys)
    everywhere = service_stop(now=now)
    standings = {
        key: (standing_at(backend, now), stop_at(backend, everywhere=everywhere, now=now))
        for key, backend in backends.items()
    }
    return {
        row.identifier: (
            *(row, standings[row.backend_id]),
            _fetching(row, backends[row.backend_id]),
            backends[row.backend_id].first if _is_in_a_queue(row) else None,
        )
        for row in rows
    }


def _fetching(row: Any, backend: Backend) -> ReasonCode | None:
    """What contact with the backend alone moves: how far it is with a request without jobs."""
    return None if row.strip else fetching(backend, asked_at=row.created_at)


def _is_in_a_queue(row: Any) -> bool:
    """Whether its page says how many requests are before it: no jobs were made, or one waits."""
    return row.status in ACTIVE_REQUESTS and (not row.strip or _WAITING in row.strip)


_WAITING = strip_of([DisplayStatus.WAITING])
_OF_A_REQUEST = (
    "identifier",
    "version",
    "created_at",
    "status",
    "strip",
    "backend_id",
    "workspace__version",
    "workspace__project__version",
)
