"""Noticing that a backend has gone quiet, once each time it does."""

from datetime import datetime

import structlog
from django.db import transaction
from django.db.models import Q

from server.fleet.models import Backend, Contact
from server.outbox.services import Event, publish

BACKEND_SILENT = "backend.silent"

logger = structlog.get_logger(__name__)


def flag_silent_backends(*, now: datetime) -> int:
    """Flag each backend that has been silent for longer than its `alert_timeout`, and say so.

    One that was flagged is not again before it was heard and went quiet once more. What its jobs
    are is not touched: nobody knows. Returns how many were flagged.
    """
    return sum(
        _flag(backend, now=now)
        for backend in Backend.objects.active()
        if backend.contact_at(now) is Contact.SILENT
        and backend.silence_flagged_of != backend.last_seen_at
    )


@transaction.atomic
def _flag(backend: Backend, *, now: datetime) -> bool:
    """One of several workers does it; a backend heard meanwhile is left alone."""
    heard_at = backend.last_seen_at
    unflagged = Backend.everywhere.filter(
        Q(silence_flagged_of=None) | ~Q(silence_flagged_of=heard_at),
        pk=backend.pk,
        last_seen_at=heard_at,
    )
    if heard_at is None or not unflagged.update(silence_flagged_of=heard_at):
        return False
    publish(
        [
            Event(
                topic=BACKEND_SILENT,
                payload={"backend_id": backend.pk},
                key=f"{BACKEND_SILENT}:{backend.slug}:{heard_at.isoformat()}",
            )
        ],
        now=now,
    )
    logger.warning("backend_silent", backend=backend.slug, last_seen_at=heard_at.isoformat())
    return True
