"""How a change to a backend stands on the record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from server.audit.services import record
from server.fleet.models import Backend
from server.people.actors import Actor


def record_backend(
    backend: Backend,
    *,
    actor: Actor,
    verb: str,
    subject: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    now: datetime,
) -> None:
    """Keep what became of `backend`, its tokens or its members."""
    record(
        by=actor.author,
        verb=verb,
        target_type="backend",
        target_id=backend.pk,
        target_name=backend.slug,
        subject=subject,
        before=before,
        after=after,
        now=now,
    )
