"""What is forgotten when nobody needs it any more: rows with a retention, deleted in batches.

Apps register theirs when they are ready. The worker prunes once an hour, `manage.py prune` at once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from django.db.models import QuerySet

BATCH = 500

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Retention:
    """Rows that nobody needs any more.

    Attributes:
        what: What they are, and when nobody needs them, for people.
        rows: At a moment, those to forget; an index serves the question.
    """

    what: str
    rows: Callable[[datetime], QuerySet[Any]]


_retentions: dict[str, Retention] = {}


def register(retention: Retention) -> None:
    """Have these rows forgotten."""
    _retentions[retention.what] = retention


def retentions() -> Iterable[Retention]:
    """All that are registered, in that order."""
    return _retentions.values()


def prune(*, now: Callable[[], datetime]) -> dict[str, int]:
    """Forget what every retention names; returns what → number of rows.

    Each batch is a transaction of its own, so that it may be interrupted at any moment and holds
    nobody up; the next call goes on.
    """
    forgotten = {each.what: _forget(each.rows(now())) for each in retentions()}
    if any(forgotten.values()):
        logger.info("pruned", **{what: count for what, count in forgotten.items() if count})
    return forgotten


def _forget(rows: QuerySet[Any]) -> int:
    count = 0
    while keys := list(rows.values_list("pk", flat=True)[:BATCH]):
        rows.model._base_manager.filter(pk__in=keys).delete()
        count += len(keys)
    return count
