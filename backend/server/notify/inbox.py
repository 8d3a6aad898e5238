"""Putting notices into people's inboxes, reading them, and forgetting them in time."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from server.core.sweeps import Retention
from server.notify.models import Notice, NoticeKind
from server.people.actors import Actor
from server.people.models import User

KEPT_FOR = timedelta(days=90)


def put(
    people: Iterable[User], *, kind: NoticeKind, text: str, path: str, key: str, now: datetime
) -> None:
    """One line in the inbox of each of `people`; a second time of the same key changes nothing."""
    longest = Notice._meta.get_field("text").max_length
    Notice.objects.bulk_create(
        [
            Notice(user=person, kind=kind, key=key, text=text[:longest], path=path, created_at=now)
            for person in people
        ],
        ignore_conflicts=True,
    )


def mark_read(*, actor: Actor, ids: Collection[int] | None, now: datetime) -> int:
    """Mark these of the actor's own notices as read, None all; returns how many were unread."""
    unread = Notice.objects.in_inbox_of(actor.person).unread()
    if ids is not None:
        unread = unread.filter(pk__in=ids)
    return unread.update(read_at=now)


RETENTION = Retention(
    what="notices, read or not, 90 days old",
    rows=lambda now: Notice.objects.filter(created_at__lt=now - KEPT_FOR),
)


def empty(*, user: User, actor: Actor, now: datetime) -> None:  # noqa: ARG001 - a farewell
    """Forget all notices to a person who closes his account."""
    Notice.objects.in_inbox_of(user).delete()


def rows_of(user: User) -> Iterator[Mapping[str, Any]]:
    """A person's notices, as he exports them."""
    rows = Notice.objects.in_inbox_of(user).order_by("-created_at", "-id")
    yield from rows.values("kind", "text", "path", "created_at", "read_at")
