"""That somebody takes the record with him is on record itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from server.audit.services import record
from server.core.errors import require
from server.people import policies
from server.people.actors import Actor


@transaction.atomic
def note_export(*, actor: Actor, form: str, asked: Mapping[str, Any], now: datetime) -> None:
    """Keep who exports which part of the record, before the first line of it is sent.

    Raises:
        PermissionRefused: `actor` may not read the record.
    """
    require(policies.why_not_read_record(actor))
    record(
        by=actor.author,
        verb="record.exported",
        target_type="record",
        target_id="audit",
        after={"form": form, **{name: _plain(value) for name, value in asked.items()}},
        now=now,
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
