"""When a backend's runner was last heard, what it says of itself, and how often it calls.

A runner calls every few seconds; it is written at most every 15 s, so that polling does not become
writing. Source: runner_api 3.4.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from server.core.sweeps import Retention
from server.core.times import hour_of, read_time
from server.core.tokens import without_tokens
from server.fleet.models import Backend, BackendToken, CallCount, CallHour, Contact, RefusedCall
from server.fleet.services import Caller, Refusal

WRITTEN_EVERY = timedelta(seconds=15)
POLL = "job-requests"
_MODE = "mode"
_MAINTENANCE = "db-maintenance"
_PAUSED = "true"
_LAST_SEEN = "last-seen-at"

HOURS_KEPT_FOR = timedelta(days=7)
REFUSED_KEPT = 20
_REFUSED_TOKEN_EVERY = timedelta(minutes=1)

RETENTION = Retention(
    what="calls of runners by the hour, 7 days old",
    rows=lambda now: CallHour.objects.filter(hour__lt=hour_of(now) - HOURS_KEPT_FOR),
)

Flags = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a runner, as it ended."""

    endpoint: str
    address: str = ""
    client: str = ""
    status: int = 200
    took_ms: float = 0

    @property
    def is_error(self) -> bool:
        """Whether it was refused, or failed."""
        return self.status >= 400


@dataclass(frozen=True, slots=True)
class _Counted:
    calls: int = 0
    failures: int = 0
    took_ms: float = 0

    def plus(self, call: Call) -> "_Counted":
        return _Counted(self.calls + 1, self.failures + call.is_error, self.took_ms + call.took_ms)

    def added(self) -> dict[str, Any]:
        """The columns of `CallCount` and `CallHour` with this added to what is there."""
        return {name: F(name) + value for name, value in asdict(self).items()}


Calls = Mapping[str, _Counted]  # by endpoint


class CallTally:
    """The calls that this process has taken and not written yet; a kill may lose 15 s of them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._unwritten: dict[int, dict[str, _Counted]] = {}
        self._written_at: dict[int, datetime] = {}

    def add(self, call: Call, *, backend_id: int, now: datetime) -> Calls:
        """Count one call; returns what to write now, nothing while the last writing is fresh."""
        with self._lock:
            calls = self._unwritten.setdefault(backend_id, {})
            calls[call.endpoint] = calls.get(call.endpoint, _Counted()).plus(call)
            if not _is_due(self._written_at.get(backend_id), now, every=_written_every(call)):
                return {}
            self._written_at[backend_id] = now
            return self._unwritten.pop(backend_id)

    def take_all(self) -> Mapping[int, Calls]:
        """What is not written yet, by backend; from now on it is the caller's."""
        with self._lock:
            taken, self._unwritten = self._unwritten, {}
            return taken


_tally = CallTally()


def note_call(*, caller: Caller, call: Call, flags: Flags | None, now: datetime) -> None:
    """Keep that the runner called, and the flags that it sent (None: none, or unusable).

    Flags replace those before them as a whole; a change of mode is written at once.
    """
    calls = _tally.add(call, backend_id=caller.backend.pk, now=now)
    fields = _changed_fields(caller.backend, flags=flags, now=now)
    if "last_seen_at" in fields:
        fields |= {"last_address": call.address[:45], "last_client": call.client[:200]}
    is_use_due = _is_due(caller.token_last_used_at, now, every=_written_every(call))
    if not (calls or fields or is_use_due):
        return
    with transaction.atomic():
        if fields:
            Backend.everywhere.filter(pk=caller.backend.pk).update(**fields)
        if is_use_due:
            BackendToken.objects.filter(pk=caller.token_id).update(last_used_at=now)
        _add_calls(caller.backend.pk, calls, now=now)


@transaction.atomic
def write_counted_calls(*, now: datetime) -> None:
    """Write what this process has counted and not written; its last deed before it ends.

    When the last call was stays as written; of an endpoint's first calls it is now.
    """
    # In order: several processes that end together would else wait for each other's rows.
    for backend_id, calls in sorted(_tally.take_all().items()):
        for endpoint, counted in sorted(calls.items()):
            of_endpoint = {"backend_id": backend_id, "endpoint": endpoint}
            rows = CallCount.objects.filter(**of_endpoint)
            if not rows.update(**counted.added()):
                _add(rows, counted, of_endpoint | {"last_call_at": now})
            _add_to_hour(backend_id, endpoint=endpoint, counted=counted, now=now)


@transaction.atomic
def note_refusal(*, caller: Caller, call: Call, path: str, reason: str, now: datetime) -> None:
    """Keep that a call was refused or failed, and why; of each backend the newest few.

    It is no sign of life: a runner that is refused gets no work done.
    """
    backend = caller.backend
    _add_calls(backend.pk, _tally.add(call, backend_id=backend.pk, now=now), now=now)
    _keep_refused(backend.pk, path=path, status=call.status, reason=reason, now=now)


def note_refused_token(*, refusal: Refusal, path: str, now: datetime) -> None:
    """Keep that a token which was ours is still sent: one line a token and reason, the last call.

    Its runner asks on every few seconds; that is written once a minute, and pushes out no line.
    """
    if refusal.backend_id is None:
        return
    told = RefusedCall.objects.filter(backend=refusal.backend_id, reason=_shown(refusal.reason))
    if told.filter(at__gt=now - _REFUSED_TOKEN_EVERY, at__lte=now).exists():
        return
    with transaction.atomic():
        if not told.update(at=now, path=_shown(path)[:200]):
            _keep_refused(refusal.backend_id, path=path, status=403, reason=refusal.reason, now=now)


def maintenance_ended_at(backend: Backend, *, now: datetime) -> datetime | None:
    """When the last maintenance of its database ended, of a backend that is in none.

    By its runner's word or at the end that staff announced, the later; None where there is neither.
    An announcement that staff took back leaves no end.
    """
    said = _time_of(_entry(backend.flags, _MODE).get("ts"))
    ends = [at for at in (said, backend.announced_until) if at is not None and at <= now]
    return max(ends, default=None)


def _keep_refused(backend_id: int, *, path: str, status: int, reason: str, now: datetime) -> None:
    RefusedCall.objects.create(
        backend_id=backend_id,
        at=now,
        path=_shown(path)[:200],
        status=status,
        reason=_shown(reason)[:500],
    )
    refused = RefusedCall.objects.filter(backend=backend_id)
    kept = refused.order_by("-at", "-id").values_list("pk", flat=True)[:REFUSED_KEPT]
    refused.exclude(pk__in=list(kept)).delete()


def _shown(text: str) -> str:
    """What a client put in a place where its token does not belong, without the token."""
    return without_tokens(text, put="[cut]")


def _is_due(
    written_at: datetime | None, now: datetime, *, every: timedelta = WRITTEN_EVERY
) -> bool:
    """Whether the last writing is that old, or lies ahead because a clock was set back."""
    return written_at is None or not timedelta(0) <= now - written_at < every


def _written_every(call: Call) -> timedelta:
    """Polls write for reports too, which have enough to write of their own."""
    return WRITTEN_EVERY if call.endpoint == POLL else 2 * WRITTEN_EVERY


def _changed_fields(backend: Backend, *, flags: Flags | None, now: datetime) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    seen_at = _seen_at(backend, flags=flags, now=now)
    if _is_due(backend.last_seen_at, seen_at):
        fields["last_seen_at"] = seen_at
        if backend.contact_at(seen_at) is not Contact.HEARD:
            fields["in_contact_since"] = seen_at
    if flags is None or flags == backend.flags:
        return fields
    if fields or _modes(flags) != _modes(backend.flags):
        fields |= {
            "flags": flags,
            "maintenance_since": _since(flags, _MODE, _MAINTENANCE, now=now),
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


def _add_calls(backend_id: int, calls: Calls, *, now: datetime) -> None:
    for endpoint, counted in sorted(calls.items()):
        of_endpoint = {"backend_id": backend_id, "endpoint": endpoint}
        _add(CallCount.objects.filter(**of_endpoint), counted, of_endpoint | {"last_call_at": now})
        _add_to_hour(backend_id, endpoint=endpoint, counted=counted, now=now)


def _add_to_hour(backend_id: int, *, endpoint: str, counted: _Counted, now: datetime) -> None:
    key = {"backend_id": backend_id, "endpoint": endpoint, "hour": hour_of(now)}
    _add(CallHour.objects.filter(**key), counted, key)


def _add(
    rows: QuerySet[CallCount] | QuerySet[CallHour], counted: _Counted, fields: Mapping[str, Any]
) -> None:
    """Add to the one row that `rows` may hold; where it does not, `fields` make it."""
    added = {**fields, **counted.added()}
    if rows.update(**added):
        return
    _, is_new = rows.get_or_create(defaults={**fields, **asdict(counted)})
    if not is_new:  # another process made it in the same moment
        rows.update(**added)
