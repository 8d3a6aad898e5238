"""What is measured of names: the lists of people and places, and the search over everything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.test import Client

from bench.figures import UNTIMED_CALLS, Figure, measure
from server.alerts.models import SiteAlert
from server.audit.services import record
from server.core import clock
from server.demo.names import load_names
from server.jobs.models import JobRequest
from server.people.actors import command
from server.people.models import RoleGrant, RoleSource, User
from server.people.roles import Role
from server.projects.models import Project, Redirect

_STAFF = "bench-staff"
_NOTICES_AT_MOST = 30  # a page full; nobody writes thousands


@dataclass(frozen=True, slots=True)
class Names:
    """How many rows the lists about no run have; `records` are events and redirects."""

    workspaces: int
    people: int
    records: int

    def __sub__(self, earlier: "Names") -> "Names":
        """What is to be added to `earlier`."""
        return Names(
            self.workspaces - earlier.workspaces,
            self.people - earlier.people,
            self.records - earlier.records,
        )


def load_rows(names: Names, *, now: datetime) -> None:
    """Add so many rows of each kind."""
    load_names(workspaces=names.workspaces, people=names.people, now=now)
    staff = _member_of_staff()
    project = Project.objects.earliest("id")
    first = Redirect.objects.count()
    Redirect.objects.bulk_create(
        Redirect(
            old_path=f"/old-name-{number}/",
            project=project,
            created_at=now,
            created_by=staff,
            expires_at=now + timedelta(days=365),
        )
        for number in range(first, first + names.records)
    )
    SiteAlert.objects.bulk_create(
        SiteAlert(message=f"Notice {number}", created_by=staff, updated_by=staff)
        for number in range(SiteAlert.objects.count(), min(names.records, _NOTICES_AT_MOST))
    )
    for number in range(names.records):
        record(
            by=command("bench").author,
            verb="project.changed",
            target_type="project",
            target_id=project.pk,
            target_name=project.name,
            after={"status_description": f"Step {number}"},
            now=now + timedelta(milliseconds=number),
        )


def lists_of_staff(*, rows: int, times: int) -> Iterator[Figure]:
    """The lists about people and places, for somebody who may see everything of them."""
    client = Client()
    client.force_login(_member_of_staff())
    project = Project.objects.filter(memberships__isnull=False).earliest("id")
    for path in (
        "users",
        "users?limit=100",
        "users?search=ben",
        "projects?search=asthma",
        "orgs/names/members",
        f"projects/{project.slug}/members",
        f"projects/{project.slug}/events",
        "backends/tpp/members",
        "audit-events",
        "audit-events?verb=project.changed",
        "redirects",
        "redirects?search=old-name-1",
        "site-alerts",
        "dashboards/projects",
        "dashboards/copiloting",
    ):
        yield _measured(
            client, path, name=path.replace(project.slug, "SLUG"), rows=rows, times=times
        )


def searches(*, rows: int, times: int) -> Iterator[Figure]:
    """What people type: beginnings, words inside names, numbers, identifiers, actions, nothing."""
    client = Client()
    client.force_login(_member_of_staff())
    for name, path in paths_of_searches():
        yield _measured(client, path, name=name, rows=rows, times=times)


def paths_of_searches() -> Iterator[tuple[str, str]]:
    """(name of the figure, path) of each search."""
    identifier = JobRequest.objects.earliest("id").identifier
    for what, text in (
        ("one letter", "a"),
        ("a beginning", "asthma"),
        ("a word inside", "admissions"),  # of a name that there is at every size
        ("two words", "admissions asthma"),
        ("a person", "ada ad"),
        ("a number", "12"),
        ("an identifier", identifier[:6]),
        ("an action", "action_20"),
        ("nothing", "zzzzzz"),
    ):
        yield f"search, {what}", f"search?q={text.replace(' ', '+')}"


def _measured(client: Client, path: str, *, name: str, rows: int, times: int) -> Figure:
    calls = [partial(client.get, f"/api/v3/{path}")] * (times + UNTIMED_CALLS)
    return measure(name=f"v3 GET {name}", rows=rows, calls=calls)


def _member_of_staff() -> User:
    """Who holds every permission; made at the first call."""
    staff, is_new = User.objects.get_or_create(username=_STAFF)
    if is_new:
        RoleGrant.objects.create(
            user=staff, role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=clock.now()
        )
    return staff
