"""Writing the record; called inside the transaction of the change that it records."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog

from server.audit.models import ActorKind, AuditEvent


def record(
    *,
    actor_kind: ActorKind,
    actor: str,
    verb: str,
    target_type: str,
    target_id: str | int,
    target_name: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    now: datetime,
) -> AuditEvent:
    """Keep that `actor` did `verb` (past tense, `workspace.created`) to one object.

    `before` and `after` hold the changed fields alone, as JSON values; never a secret.
    """
    return AuditEvent.objects.create(
        at=now,
        actor_kind=actor_kind,
        actor=actor,
        verb=verb,
        target_type=target_type,
        target_id=str(target_id),
        target_name=target_name,
        before=dict(before or {}),
        after=dict(after or {}),
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
    )
