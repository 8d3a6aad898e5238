"""Publishing work in the transaction that wants it; claiming and delivering it after commit."""

import json
import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import transaction
from django.db.models import F, Q, QuerySet

from server.core import telemetry
from server.core.bulk import execute_with_rows
from server.core.sweeps import Retention
from server.outbox.models import OutboxMessage
from server.outbox.registry import handler_of, patience_of, tell_of_giving_up

LEASE = timedelta(seconds=60)
KEPT_FOR = timedelta(days=7)
GIVEN_UP_KEPT_FOR = timedelta(days=90)

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `topic` is past tense with a dot, `key` makes it happen once."""

    topic: str
    payload: Mapping[str, Any]
    key: str
    not_before: datetime | None = None


def publish(events: Iterable[Event], *, now: datetime) -> None:
    """Store `events` in one statement; one whose key is known already is left as it is."""
    rows = [
        {
            "topic": event.topic,
            "payload": json.dumps(event.payload),
            "key": event.key,
            "not_before": event.not_before or now,
            "created_at": now,
        }
        for event in events
    ]
    if rows:
        execute_with_rows(_INSERT, rows)


_INSERT = {
    "postgresql": """
        INSERT INTO outbox_outboxmessage
            (topic, payload, key, not_before, created_at, attempts, last_error)
        SELECT topic, payload::jsonb, key, not_before, created_at, 0, ''
        FROM jsonb_to_recordset(%s::jsonb) AS row(
            topic text, payload text, key text, not_before timestamptz, created_at timestamptz)
        ON CONFLICT (key) DO NOTHING
    """,
    "sqlite": """
        INSERT INTO outbox_outboxmessage
            (topic, payload, key, not_before, created_at, attempts, last_error)
        SELECT value ->> 'topic', value ->> 'payload', value ->> 'key',
               value ->> 'not_before', value ->> 'created_at', 0, ''
        FROM json_each(%s) WHERE true
        ON CONFLICT (key) DO NOTHING
    """,
}


def claim(
    *, now: datetime, topics: Collection[str] | None = None, without: Collection[str] = ()
) -> OutboxMessage | None:
    """The oldest due message, leased to the caller; None where nothing is due.

    Of `topics` alone where they are given, and none of the topics in `without`. The conditional
    UPDATE names one winner on both databases.
    """
    due = OutboxMessage.objects.filter(
        Q(lease_until=None) | Q(lease_until__lt=now),
        done_at=None,
        failed_at=None,
        not_before__lte=now,
    )
    if topics is not None:
        due = due.filter(topic__in=topics)
    if without:
        due = due.exclude(topic__in=without)
    for pk in due.order_by("not_before", "id").values_list("pk", flat=True)[:10]:
        won = due.filter(pk=pk).update(lease_until=now + LEASE, attempts=F("attempts") + 1)
        if won:
            return OutboxMessage.objects.get(pk=pk)
    return None


def deliver(message: OutboxMessage, *, now: datetime) -> bool:
    """Call the handler of a claimed message, outside any transaction, and keep how it ended.

    A worker that lost its lease cannot overwrite the outcome of the one that took over. After as
    many failures as its topic has patience for, the message is given up, which is logged as an
    error; so is one whose handler takes the worker down with it each time.
    """
    mine = OutboxMessage.objects.filter(
        pk=message.pk, attempts=message.attempts, done_at=None, failed_at=None
    )
    if message.attempts > patience_of(message.topic).attempts:
        _give_up(mine, message, text="The worker ended each time while handling this.", now=now)
        return False
    try:
        with telemetry.span("outbox message", topic=message.topic):
            handler_of(message.topic)(message.payload, message.key)
    except Exception as error:
        _keep_failure(mine, message, error=error, now=now)
        return False
    mine.update(done_at=now, lease_until=None, last_error="")
    return True


RETENTIONS = (
    Retention(
        what="outbox messages, 7 days after they were delivered",
        rows=lambda now: OutboxMessage.objects.filter(done_at__lt=now - KEPT_FOR),
    ),
    Retention(
        what="outbox messages, 90 days after they were given up",
        rows=lambda now: OutboxMessage.objects.filter(failed_at__lt=now - GIVEN_UP_KEPT_FOR),
    ),
)


def _keep_failure(
    mine: QuerySet[OutboxMessage], message: OutboxMessage, *, error: Exception, now: datetime
) -> None:
    text = f"{type(error).__name__}: {error}"[:2000]
    patience = patience_of(message.topic)
    if message.attempts >= patience.attempts:
        _give_up(mine, message, text=text, now=now)
        return
    wait_s = min(patience.longest_wait_s, 4**message.attempts) * random.uniform(0.5, 1)  # noqa: S311
    mine.update(not_before=now + timedelta(seconds=wait_s), lease_until=None, last_error=text)
    logger.warning(
        "outbox_message_failed", topic=message.topic, key=message.key, attempt=message.attempts
    )


def _give_up(
    mine: QuerySet[OutboxMessage], message: OutboxMessage, *, text: str, now: datetime
) -> None:
    with transaction.atomic():  # a kill leaves both or neither
        if mine.update(failed_at=now, lease_until=None, last_error=text):
            tell_of_giving_up(message.topic, message.payload, message.key)
    logger.error("outbox_message_given_up", topic=message.topic, key=message.key, error=text)
