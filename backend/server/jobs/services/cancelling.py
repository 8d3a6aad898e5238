"""Stopping jobs: their names are added to what the runner is shown; it does the rest."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import transaction
from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

import pipelines
from server.audit.models import ActorKind
from server.audit.services import Author, record
from server.core import counters
from server.core.bulk import one_of, one_of_keys
from server.core.errors import FieldError, InputRefused, require
from server.fleet import policies as fleet_policies
from server.fleet.models import Backend
from server.jobs import policies
from server.jobs.errors import AlreadyFinished
from server.jobs.events import run_finished
from server.jobs.models import JobRequest
from server.jobs.statuses import JobRequestStatus, is_begun, is_finished
from server.outbox.services import Event, publish
from server.people.actors import Actor

CANCEL_DUE = "job_request.cancel_due"


def cancel_job_request(
    *, actor: Actor, job_request: JobRequest, actions: Sequence[str] | None, now: datetime
) -> JobRequest:
    """Ask the backend to stop `actions` of the request; None means all that is unfinished.

    The runner learns of it at its next poll and may finish jobs until then; their status changes
    when it says so. A request that no runner has taken stays listed for `CANCEL_GRACE`, so that a
    runner which took it just now is told, and then ends by itself. What was cancelled before stays
    cancelled, and nothing is named twice.

    Raises:
        PermissionRefused: `actor` neither asked for the run nor may cancel others'.
        AlreadyFinished: none of it is unfinished.
        InputRefused: an action that the request does not have.
    """
    require(policies.why_never_cancel(actor, job_request))
    while True:
        read, stoppable = _read(job_request.pk)
        chosen = stoppable.whole if actions is None else actions
        with suppress(ChangedMeanwhile):
            return _cancel(actor, read, stoppable=stoppable, chosen=chosen, now=now)


def cancel_waiting(*, actor: Actor, backend: Backend, now: datetime) -> int:
    """Ask `backend` to stop what waits there; returns of how many requests it stops any.

    Of a request that runs in part it is the actions of which no job runs. One short transaction a
    request, so a run that begins meanwhile is left alone.

    Raises:
        PermissionRefused: `actor` may not manage backends.
    """
    require(fleet_policies.why_not_manage(actor))
    wanted = JobRequest.objects.active_for(backend).filter(cancel_requested_at=None)
    return sum(
        _cancel_what_waits(actor, pk=pk, now=now) for pk in wanted.values_list("pk", flat=True)
    )


def _cancel_what_waits(actor: Actor, *, pk: int, now: datetime) -> bool:
    while True:
        job_request, stoppable = _read(pk)
        if not stoppable.waiting:
            return False
        version = job_request.version
        with suppress(ChangedMeanwhile):
            _cancel(actor, job_request, stoppable=stoppable, chosen=stoppable.waiting, now=now)
            return job_request.version != version


def note_cancels_seen(shown: Mapping[int, int], *, now: datetime) -> None:
    """Keep that a runner is handed the cancels of these requests: key → version as it was read.

    A request that was changed since then is left alone: it was noted meanwhile, or more of it is
    cancelled by now, and the list that says so is another one. One statement.
    """
    if not shown:
        return
    as_shown = JobRequest.objects.annotate(
        as_read=Concat("pk", Value(" "), "version", output_field=TextField())
    ).filter(
        pk__in=one_of_keys(shown),
        as_read__in=one_of(f"{pk} {version}" for pk, version in shown.items()),
    )
    with transaction.atomic():
        # Locked in the order in which reports lock them.
        locked = as_shown.order_by("pk").select_for_update().values("pk")
        JobRequest.objects.filter(pk__in=locked).update(
            cancel_seen_at=now, version=F("version") + 1
        )


@transaction.atomic
def end_if_never_fetched(*, pk: int, now: datetime) -> bool:
    """End a request that was cancelled as a whole and that no runner has taken.

    Returns whether it ended; a request that has jobs, or is over, is left as it is. Where it is
    changed in the same moment, the caller tries again.

    Raises:
        JobRequest.DoesNotExist: there is no such request.
        ChangedMeanwhile: somebody else changed it while we looked.
    """
    job_request = JobRequest.objects.get(pk=pk)
    is_whole = set(job_request.requested_actions) <= set(job_request.cancelled_actions)
    if not job_request.is_active or not is_whole or job_request.jobs.listed().exists():
        return False
    _change(job_request, status=JobRequestStatus.CANCELLED, completed_at=now)
    record(
        by=Author(ActorKind.SYSTEM, "worker"),
        verb="job_request.ended",
        target_type="job_request",
        target_id=pk,
        target_name=job_request.identifier,
        after={"status": JobRequestStatus.CANCELLED.value},
        now=now,
    )
    publish([run_finished(job_request, now=now)], now=now)
    counters.bump_backend(job_request.backend_id)
    return True


class ChangedMeanwhile(Exception):
    """Another transaction changed the request after this one had read it."""


@dataclass(frozen=True, slots=True)
class _Stoppable:
    """What of a request can be stopped.

    `known` may be named, `unfinished` of those can be stopped, `whole` is what a cancel of all
    names, `waiting` what of that has not begun; to name all of `wanted` is to cancel all. Without
    jobs that is what was asked for, as it was asked for, and `whole` adds whatever a runner may
    make jobs of: it compares their names, and no job has the name `run_all`.
    """

    known: frozenset[str]
    unfinished: frozenset[str]
    wanted: frozenset[str]
    whole: Sequence[str]
    waiting: Sequence[str]
    has_jobs: bool

    @classmethod
    def of(cls, job_request: JobRequest) -> Self:
        listed = job_request.jobs.listed().order_by("created_at", "id")
        jobs = listed.values_list("action", "status")
        if jobs:
            known = frozenset(action for action, _ in jobs)
            # A runner may have several jobs of an action: any that goes on can be stopped.
            goes_on = [action for action, status in jobs if not is_finished(status)]
            unfinished, whole = frozenset(goes_on), list(dict.fromkeys(goes_on))
            begun = {action for action, status in jobs if is_begun(status)}
            waiting = [action for action in whole if action not in begun]
            return cls(known, unfinished, unfinished, whole, waiting, has_jobs=True)
        requested = job_request.requested_actions
        whole = _may_be_made(job_request)
        return cls(
            known=frozenset(whole),
            unfinished=frozenset(whole if job_request.is_active else ()),
            wanted=frozenset(requested),
            whole=whole,
            waiting=whole if job_request.status == JobRequestStatus.PENDING else (),
            has_jobs=False,
        )


def _may_be_made(job_request: JobRequest) -> list[str]:
    """What was asked for, what was planned, and all that it needs.

    What we would use again is among it: a runner that has lost the result makes it anew.
    """
    detail = job_request.detail
    names = [*job_request.requested_actions, *(step["action"] for step in detail.planned)]
    pipeline = pipelines.check(detail.project_definition).pipeline
    actions = pipeline.actions if pipeline else {}
    for name in names:  # which grow on the way
        needs = actions[name].needs if name in actions else ()
        names += [need for need in needs if need not in names]
    return list(dict.fromkeys(names))


def _read(pk: int) -> tuple[JobRequest, _Stoppable]:
    """The request and what of it can be stopped.

    They are read before the transaction begins, for reading a large project.yaml takes long; a
    report that changes what can be stopped changes the version too.
    """
    job_request = JobRequest.objects.select_related("detail").get(pk=pk)
    return job_request, _Stoppable.of(job_request)


@transaction.atomic
def _cancel(
    actor: Actor,
    job_request: JobRequest,
    *,
    stoppable: _Stoppable,
    chosen: Sequence[str],
    now: datetime,
) -> JobRequest:
    """The request with the chosen names added.

    Raises:
        ChangedMeanwhile: somebody else changed it since it was read.
    """
    _require_known(chosen, stoppable=stoppable)
    stopped = [action for action in chosen if action in stoppable.unfinished]
    if not stopped:
        raise AlreadyFinished("What was to be stopped has finished already; nothing was changed.")
    before = job_request.cancelled_actions
    is_whole = stoppable.wanted <= {*before, *stopped}
    is_newly_whole = is_whole and job_request.cancel_requested_at is None
    after = list(dict.fromkeys([*before, *stopped, *(stoppable.whole if is_newly_whole else ())]))
    if after == before and not is_newly_whole:
        return job_request
    seen_at = job_request.cancel_seen_at
    # From here on the record alone knows when the cancels before this one were seen.
    told = {"cancel_seen_at": seen_at.isoformat()} if seen_at and after != before else {}
    asked = {"cancel_requested_at": now, "cancel_requested_by": actor.person}
    _change(
        job_request,
        cancelled_actions=after,
        cancel_seen_at=None if told else seen_at,
        **(asked if is_newly_whole else {}),
    )
    record(
        by=actor.author,
        verb="job_request.cancelled",
        target_type="job_request",
        target_id=job_request.pk,
        target_name=job_request.identifier,
        before={"cancelled_actions": before, **told},
        after={"cancelled_actions": after, **dict.fromkeys(told)},
        now=now,
    )
    if is_newly_whole and not stoppable.has_jobs:
        publish([_cancel_due(job_request, now=now)], now=now)
    counters.bump_backend(job_request.backend_id)
    return job_request


def _require_known(actions: Sequence[str], *, stoppable: _Stoppable) -> None:
    unknown = [
        FieldError(f"/actions/{position}", f"The request has no action {action!r}.")
        for position, action in enumerate(actions)
        if action not in stoppable.known
    ]
    if unknown:
        raise InputRefused(unknown)


def _change(job_request: JobRequest, **fields: Any) -> None:
    """Store `fields`, in the row and in `job_request`, if it is still as it was read.

    Raises:
        ChangedMeanwhile: it is not.
    """
    changed = JobRequest.objects.filter(pk=job_request.pk, version=job_request.version).update(
        version=F("version") + 1, **fields
    )
    if not changed:
        raise ChangedMeanwhile(f"Request {job_request.pk} was changed meanwhile.")
    for name, value in fields.items():
        setattr(job_request, name, value)
    job_request.version += 1


def _cancel_due(job_request: JobRequest, *, now: datetime) -> Event:
    return Event(
        topic=CANCEL_DUE,
        payload={"job_request_id": job_request.pk},
        key=f"{CANCEL_DUE}:{job_request.identifier}",
        not_before=now + settings.CANCEL_GRACE,
    )
