"""The few statements that run several times a second, planned once for each connection.

PostgreSQL takes longer to plan a join of four tables than to find its one row, and Django has every
statement planned anew. A pooler in transaction mode must know prepared statements (PgBouncer does
since 1.21). SQLite keeps what it has compiled by itself.
"""

from collections.abc import Sequence
from typing import Any

from django.db import OperationalError, connection


def fetch(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows, as the driver hands them over.

    `sql` names its columns: what `*` stands for may change under a prepared statement. Where the
    database has hung up since the last request, it is asked anew: looking first, as Django does,
    would cost each poll another turn.
    """
    try:
        return _fetch(sql, parameters)
    except OperationalError:
        if connection.in_atomic_block or connection.is_usable():
            raise
    connection.close()
    return _fetch(sql, parameters)


def _fetch(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with _cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _cursor() -> Any:
    if connection.vendor != "postgresql" or connection.queries_logged:
        return connection.cursor()  # Django finds no text to log of a prepared statement
    from django.db.backends.postgresql.base import ServerBindingCursor

    connection.ensure_connection()
    cursor: Any = ServerBindingCursor
    return connection.make_cursor(cursor(connection.connection))
