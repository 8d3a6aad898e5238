"""The record as text, written while it is read: as long as it may be, it needs little memory."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from server.audit.models import AuditEvent

_ROWS_AT_ONCE = 500
_COLUMNS = [
    "id",
    "at",
    "actor_kind",
    "actor",
    "via",
    "verb",
    "target_type",
    "target_id",
    "target_name",
    "subject",
    "before",
    "after",
    "request_id",
    "address",
]
# What spreadsheets take for the beginning of a formula, in full width too. Source: OWASP, CSV
# Injection.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(rows: QuerySet[AuditEvent]) -> Iterator[str]:
    """Lines of CSV with a head, newest first; `before` and `after` are JSON.

    A cell that a spreadsheet would calculate begins with an apostrophe. Source: RFC 4180.
    """
    yield _csv_of([_COLUMNS])
    yield from _in_pieces(
        rows, lambda events: _csv_of([_safe(cell) for cell in _cells(event)] for event in events)
    )


def as_json_lines(rows: QuerySet[AuditEvent]) -> Iterator[str]:
    """One JSON object a line, newest first."""
    yield from _in_pieces(rows, lambda events: "".join(map(_json_line, events)))


def _in_pieces(
    rows: QuerySet[AuditEvent], write: Callable[[list[AuditEvent]], str]
) -> Iterator[str]:
    """Text of so many events at once, in one query however many there are."""
    events = rows.order_by("-at", "-id").iterator(chunk_size=_ROWS_AT_ONCE)
    while piece := list(islice(events, _ROWS_AT_ONCE)):
        yield write(piece)


def _csv_of(lines: Iterable[list[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(lines)
    return buffer.getvalue()


def _cells(event: AuditEvent) -> list[str]:
    values = [getattr(event, name) for name in _COLUMNS]
    return [_json(each) if isinstance(each, dict) else str(each) for each in _readable(values)]


def _json_line(event: AuditEvent) -> str:
    values = _readable([getattr(event, name) for name in _COLUMNS])
    return _json(dict(zip(_COLUMNS, values, strict=True))) + "\n"


def _readable(values: list[Any]) -> list[Any]:
    at = _COLUMNS.index("at")
    return [*values[:at], values[at].isoformat().replace("+00:00", "Z"), *values[at + 1 :]]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
