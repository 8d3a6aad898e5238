"""When a backend's runner was last heard, what it says of itself, and how often it calls.

A runner calls every few seconds; it is written at most every 15 s, so that polling does not become
writing. Source: runner_api 3.4.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.db import transaction
from django.db.models import F

from server.core.times import read_time
from server.fleet.models import Backend, BackendToken, CallCount
from server.fleet.services import Caller

WRITTEN_EVERY = timedelta(seconds=15)
_MAINTENANCE = "db-maintenance"
_PAUSED = "true"
_LAST_SEEN = "last-seen-at"

Flags = Mapping[str, Any]


class CallTally:
    """The calls that this process has taken and not written yet; a kill may lose 15 s of them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._unwritten: dict[tuple[int, str], int] = {}
        self._written_at: dict[tuple[int, str], datetime] = {}

    def add(self, *, backend_id: int, endpoint: str, now: datetime) -> int:
        """Count one call; returns how many to write now, 0 while the last writing is fresh."""
        key = (backend_id, endpoint)
        with self._lock:
            self._unwritten[key] = self._unwritten.get(key, 0) + 1
            if not _is_due(self._written_at.get(key), now):
                return 0
            self._written_at[key] = now
            return self._unwritten.pop(key)


_tally = CallTally()


def note_call(*, caller: Caller, endpoint: str, flags: Flags | None, now: datetime) -> None:
    """Keep that the runner called `endpoint`, and the flags that it sent (None: none, or unusable).

    Flags replace those before them as a whole; a change of mode is written at once.
    """
    calls = _tally.add(backend_id=caller.backend.pk, endpoint=endpoint, now=now)
    fields = _changed_fields(caller.backend, flags=flags, now=now)
    is_use_due = _is_due(caller.token_last_used_at, now)
    if not (calls or fields or is_use_due):
        return
    with transaction.atomic():
        if fields:
            Backend.everywhere.filter(pk=caller.backend.pk).update(**fields)
        if is_use_due:
            BackendToken.objects.filter(pk=caller.token_id).update(last_used_at=now)
        if calls:
            _add_calls(caller.backend, endpoint=endpoint, calls=calls, now=now)


def _is_due(written_at: datetime | None, now: datetime) -> bool:
    """Whether the last writing is 15 s old, or lies ahead because a clock was set back."""
    return written_at is None or not timedelta(0) <= now - written_at < WRITTEN_EVERY


def _changed_fields(backend: Backend, *, flags: Flags | None, now: datetime) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    seen_at = _seen_at(backend, flags=flags, now=now)
    if _is_due(backend.last_seen_at, seen_at):
        fields["last_seen_at"] = seen_at
    if flags is None or flags == backend.flags:
        return fields
    if fields or _modes(flags) != _modes(backend.flags):
        fields |= {
            "flags": flags,
            "maintenance_since": _since(flags, "mode", _MAINTENANCE, now=now),
            "paused_since": _since(flags, "paused", _PAUSED, now=now),
        }
    return fields


def _seen_at(backend: Backend, *, flags: Flags | None, now: datetime) -> datetime:
    """When the backend was last heard: the call, or what the caller says of the backend's agent.

    A caller between us and the backend sends `last-seen-at`; it never moves us back.
    """
    said = _time_of(_entry(flags or {}, _LAST_SEEN).get("v"))
    if said is None:
        return now
    heard_at, stored = min(said, now), backend.last_seen_at
    return max(heard_at, stored) if stored is not None and stored <= now else heard_at


def _modes(flags: Flags) -> dict[str, Any]:
    return {name: entry for name, entry in flags.items() if name != _LAST_SEEN}


def _since(flags: Flags, name: str, value: str, *, now: datetime) -> datetime | None:
    """Since when the flag has this value; None where it has another."""
    entry = _entry(flags, name)
    if entry.get("v") != value:
        return None
    return min(_time_of(entry.get("ts")) or now, now)


def _entry(flags: Flags, name: str) -> Mapping[str, Any]:
    entry = flags.get(name)
    return entry if isinstance(entry, dict) else {}


def _time_of(value: object) -> datetime | None:
    try:
        return read_time(value) if isinstance(value, str) else None
    except (ValueError, OverflowError):
        return None


def _add_calls(backend: Backend, *, endpoint: str, calls: int, now: datetime) -> None:
    count, is_new = CallCount.objects.get_or_create(
        backend=backend, endpoint=endpoint, defaults={"calls": calls, "last_call_at": now}
    )
    if not is_new:
        CallCount.objects.filter(pk=count.pk).update(calls=F("calls") + calls, last_call_at=now)
