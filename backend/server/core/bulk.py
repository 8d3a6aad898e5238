"""Rows by the thousand as one JSON parameter.

SQLite takes 999 parameters a statement, so a bulk insert by the ORM becomes many statements; one
JSON value is one parameter on both databases (`json_each`, `jsonb_to_recordset`).
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL


def execute_with_rows(
    statements: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
) -> list[tuple[Any, ...]]:
    """Run the statement of this database with `rows` as its only parameter.

    Args:
        statements: SQL by vendor (`postgresql`, `sqlite`), each with one `%s`.
        rows: JSON objects; times may be `datetime`, nested JSON values must be text already.

    Returns:
        The rows that the statement returns; none where it returns nothing.
    """
    vendor = connection.vendor
    with connection.cursor() as cursor:
        cursor.execute(statements[vendor], [json.dumps(rows, default=_TIMES[vendor])])
        return cursor.fetchall() if cursor.description else []


def one_of(texts: Iterable[str]) -> RawSQL:
    """Texts by the thousand as one parameter, for `filter(column__in=one_of(texts))`."""
    return _rows_of(list(texts), postgresql="SELECT unnest(%s::text[])")


def one_of_keys(keys: Iterable[int]) -> RawSQL:
    """Keys by the thousand as one parameter, for `filter(pk__in=one_of_keys(keys))`."""
    return _rows_of(list(keys), postgresql="SELECT unnest(%s::bigint[])")


def _rows_of(values: Sequence[Any], *, postgresql: str) -> RawSQL:
    if connection.vendor == "postgresql":
        # The planner knows the length of an array, and goes by the index where it is short.
        return RawSQL(postgresql, [values])  # noqa: S611 - the two above
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(values)])


def _as_sqlite_stores_it(time: datetime) -> str:
    return str(time.astimezone(UTC).replace(tzinfo=None))


# How each database reads a time, by vendor: asked once a statement, not once a value.
_TIMES: Mapping[str, Callable[[Any], str]] = {
    "postgresql": datetime.isoformat,
    "sqlite": _as_sqlite_stores_it,
}
