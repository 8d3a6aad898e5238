"""Writing the record; called inside the transaction of the change that it records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from server.audit.models import ActorKind, AuditEvent


@dataclass(frozen=True, slots=True)
class Author:
    """Who causes a change: `name` is a user name, a backend's slug or a command.

    `via` is the prefix of the personal token by which a person came.
    """

    kind: ActorKind
    name: str
    via: str = ""


def record(
    *,
    by: Author,
    verb: str,
    target_type: str,
    target_id: str | int,
    target_name: str = "",
    subject: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    now: datetime,
) -> AuditEvent:
    """Keep that `by` did `verb` (past tense, `workspace.created`) to one object.

    `subject` is the user name of the person whom it is about. `before` and `after` hold the
    changed fields alone, as JSON values; never a secret. Address and request come from the
    context that the edge has bound.
    """
    context = structlog.contextvars.get_contextvars()
    return AuditEvent.objects.create(
        at=now,
        actor_kind=by.kind,
        actor=by.name,
        via=by.via,
        verb=verb,
        target_type=target_type,
        target_id=str(target_id),
        target_name=target_name[:255],
        subject=subject,
        before=dict(before or {}),
        after=dict(after or {}),
        request_id=context.get("request_id", ""),
        address=context.get("address", ""),
    )
