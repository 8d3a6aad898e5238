"""What moves the pages that show requests."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import TextField
from django.db.models.expressions import RawSQL

from server.core import clock
from server.core.bulk import one_of
from server.core.counters import all_counters, counters_of_backends
from server.core.pagination import DEFAULT_LIMIT
from server.fleet.models import Backend
from server.fleet.versions import standing_at
from server.jobs.models import JobRequest
from server.jobs.reason_codes import ReasonCode
from server.jobs.reasons import fetching
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
    """The version of each request, how its backend stands and how far it is with it; one query."""
    now = clock.now()
    rows = (
        JobRequest.objects.filter(identifier__in=one_of(identifiers))
        .select_related("backend")
        .only(*_OF_A_REQUEST, *(f"backend__{name}" for name in _STANDING))
    )
    return {
        each.identifier: (each.version, standing_at(each.backend, now), _fetching(each))
        for each in rows
    }


def _fetching(job_request: JobRequest) -> ReasonCode | None:
    """What contact with the backend alone moves: how far it is with a request without jobs."""
    if job_request.strip:
        return None
    return fetching(job_request.backend, asked_at=job_request.created_at)


_OF_A_REQUEST = ("identifier", "version", "created_at", "strip")
_STANDING = (
    "is_active",
    "switched_off_at",
    "alert_timeout",
    "last_seen_at",
    "in_contact_since",
    "maintenance_since",
    "paused_since",
    "announced_since",
    "announced_until",
)
