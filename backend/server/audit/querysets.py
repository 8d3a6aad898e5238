"""Named questions to the record."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Self

from django.db import connection, models
from django.db.models import Q

if TYPE_CHECKING:
    from server.audit.models import AuditEvent  # noqa: F401 - names the generic

# The kinds of actor whose name is a user name.
_PEOPLE = ("person", "token")


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    """Events, as pages and exports ask for them; pages go by `at` and `id`."""

    def of_target(self, target_type: str, target_id: str | int) -> Self:
        """The history of one object."""
        return self.filter(target_type=target_type, target_id=str(target_id))

    def of_object(self, target_type: str, name: str) -> Self:
        """The history of objects of one type by the name that they had, or by key."""
        return self.filter(Q(target_id=name) | Q(target_name__iexact=name), target_type=target_type)

    def by_person(self, username: str) -> Self:
        """What the person did, also by a token."""
        return self.filter(_by(username))

    def about_person(self, username: str) -> Self:
        """What was done about the person."""
        return self.filter(subject=username)

    def by_or_about_person(self, username: str) -> Self:
        """All that has to do with the person."""
        return self.filter(_by(username) | Q(subject=username))

    def asked_for(
        self,
        *,
        person: str = "",
        target_type: str = "",
        target: str = "",
        verb: Collection[str] = (),
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Self:
        """Events by all of these; what is empty leaves everything in."""
        rows = self.between(since, until)
        if person:
            rows = rows.by_or_about_person(person)
        if target:
            rows = rows.of_object(target_type, target)
        elif target_type:
            rows = rows.filter(target_type=target_type)
        return rows.of_verbs(verb) if verb else rows

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


def _by(username: str) -> Q:
    return Q(actor=username, actor_kind__in=_PEOPLE)
