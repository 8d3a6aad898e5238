"""Named questions to the record."""

from collections.abc import Collection
from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Literal, Self

from django.db import connection, models
from django.db.models import Q

from server.core.matching import same
from server.core.ranges import Ranges

if TYPE_CHECKING:
    from server.audit.models import AuditEvent

# The kinds of actor whose name is a user name.
_PEOPLE = ("person", "token")


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    """Events, as pages and exports ask for them; pages go by `at` and `id`."""

    def of_target(self, target_type: str, target_id: str | int) -> Self:
        """The history of one object."""
        return self.filter(target_type=target_type, target_id=str(target_id))

    def by_person(self, username: str) -> Self:
        """What the person did, also by a token."""
        return self.filter(_by(username))

    def about_person(self, username: str) -> Self:
        """What was done about the person."""
        return self.filter(subject=username)

    def by_or_about_person(self, username: str) -> Self:
        """All that has to do with the person."""
        return self.filter(reduce(or_, by_or_about(username)))

    def asked_for(
        self,
        *,
        person: str = "",
        target_type: str = "",
        target: str = "",
        verb: Collection[str] = (),
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Self | Ranges["AuditEvent"]:
        """Events by all of these; what is empty leaves everything in.

        `target` is the name that objects of the type had, in any letter case, or a key. The
        narrowest of what is asked for says which indexes are read.
        """
        rows = self.between(since, until)
        if target_type:
            rows = rows.filter(target_type=target_type)
        if verb and (target or person):
            rows = rows.of_verbs(verb)
        if target:
            rows = rows.by_or_about_person(person) if person else rows
            return Ranges(rows, [Q(target_id=target), same("target_name", target)])
        if person:
            return Ranges(rows, by_or_about(person))
        # A condition each: PostgreSQL has to know a verb when it plans, by how common it is.
        return Ranges(rows, [Q(verb=each) for each in verb]) if verb else rows

    def of_verbs(self, verbs: Collection[str]) -> Self:
        """Events of these kinds."""
        return self.filter(verb__in=verbs)

    def kinds(self, field: Literal["verb", "target_type"]) -> list[str]:
        """What `field` holds anywhere, in order: one probe of its index for each, however many."""
        with connection.cursor() as cursor:
            cursor.execute(_KINDS.format(field=field))
            return [kind for (kind,) in cursor.fetchall()]

    def not_about(self, field: str) -> Self:
        """Events that did not change `field`."""
        return self.exclude(after__has_key=field)

    def between(self, since: datetime | None, until: datetime | None) -> Self:
        """Events from `since` on and before `until`; None leaves that side open."""
        rows = self
        if since:
            rows = rows.filter(at__gte=since)
        if until:
            rows = rows.filter(at__lt=until)
        return rows


# Neither database skips from one value to the next by itself: `DISTINCT` reads the whole record.
_KINDS = """
    WITH RECURSIVE kind(name) AS (
        SELECT MIN({field}) FROM audit_auditevent
        UNION ALL
        SELECT (SELECT MIN({field}) FROM audit_auditevent WHERE {field} > kind.name)
        FROM kind WHERE kind.name IS NOT NULL
    )
    SELECT name FROM kind WHERE name IS NOT NULL ORDER BY name
"""


def by_or_about(username: str) -> list[Q]:
    """What the person did, and what was done about him: a range of an index each."""
    return [_by(username), Q(subject=username)]


def _by(username: str) -> Q:
    return Q(actor=username, actor_kind__in=_PEOPLE)
