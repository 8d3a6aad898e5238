"""What a call of the table leaves on record.

A call that succeeded leaves an event with the right actor, verb and target, and no secret in it.
A call that was refused leaves none, nor does one that only reads.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.contrib.sessions.models import Session

from server.audit.models import AuditEvent
from server.people.models import User
from tests.permissions.callers import Caller
from tests.permissions.rules import Event, Row
from tests.permissions.scene import Scene
from tests.permissions.serving import Answer

_TOKEN = re.compile(r"osj_[a-z]+_[A-Za-z0-9]{20,}")


@contextmanager
def events() -> Iterator[list[AuditEvent]]:
    """The events that what happens inside leaves, filled in at the end."""
    last = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    left: list[AuditEvent] = []
    yield left
    left += AuditEvent.objects.filter(pk__gt=last).order_by("pk")


def wrongs(
    here: Scene, row: Row, caller: Caller, answer: Answer, left: Sequence[AuditEvent]
) -> list[str]:
    """What is wrong with the events that the call left."""
    verbs = [event.verb for event in left]
    if row.leaves is None or not _is_done(row, row.leaves, caller, answer):
        return [f"leaves {verbs}"] if verbs else []
    wrongs = [f"leaves a secret in {event.verb}" for event in left if _holds_secret(here, event)]
    matching = [event for event in left if event.verb == row.leaves.verb]
    if not matching:
        return [*wrongs, f"leaves {verbs or 'nothing'}, not {row.leaves.verb}"]
    if extra := set(verbs) - {row.leaves.verb, *row.leaves.more}:
        wrongs.append(f"leaves {sorted(extra)} too")
    event = matching[0]
    target = (row.leaves.target_type, str(_target_id(here, row.leaves, caller, answer)))
    if (event.target_type, event.target_id) != target:
        wrongs.append(f"names {event.target_type} {event.target_id}, not {' '.join(target)}")
    by = (event.actor_kind, event.actor, event.via)
    actor = row.leaves.actor or caller.actor
    if by != actor:
        wrongs.append(f"names {by} as the actor, not {actor}")
    if not (event.request_id and event.address):
        wrongs.append("does not say from where it came")
    return wrongs


def _target_id(here: Scene, leaves: Event, caller: Caller, answer: Answer) -> object:
    if leaves.target_id is None:
        return User.objects.get(username=caller.actor[1]).pk
    return leaves.target_id(here.world, answer.json)


def _is_done(row: Row, leaves: Event, caller: Caller, answer: Answer) -> bool:
    return answer.status in (leaves.statuses or (row.ok,)) and leaves.of(caller)


def _holds_secret(here: Scene, event: AuditEvent) -> bool:
    text = json.dumps([str(event), event.via, event.subject, event.before, event.after])
    sessions = set(Session.objects.values_list("session_key", flat=True))
    return bool(_TOKEN.search(text)) or any(
        secret in text for secret in here.world.secrets | sessions
    )
