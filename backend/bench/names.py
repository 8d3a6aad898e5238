"""Rows of the lists that are about no run: people, places, events, redirects, notices."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.alerts.models import SiteAlert
from server.audit.services import record
from server.core import clock
from server.demo.names import load_names
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


def _member_of_staff() -> User:
    """Who holds every permission; made at the first call."""
    staff, is_new = User.objects.get_or_create(username=_STAFF)
    if is_new:
        RoleGrant.objects.create(
            user=staff, role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=clock.now()
        )
    return staff
