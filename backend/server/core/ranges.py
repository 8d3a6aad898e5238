"""Rows that several ranges of an index hold, newest first, without reading a range to its end.

Neither database merges ranges by itself: for `a OR b`, for `IN`, and for what another table names,
it sorts all rows of every range, or walks an index by time past whatever is none of them. Here each
range gives its newest rows, as many as are wanted, and those few are sorted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

Row = TypeVar("Row", bound=Model)

_Statement = tuple[str, list[Any]]
_VALUE = object()  # stands for a value of an `EachOf` in the parameters of a statement
_MOST_TERMS = 400  # SQLite takes 500 a statement
_HEAD = "SELECT * FROM ({head}) AS head"
_EACH_LATERAL = (
    "SELECT head.* FROM unnest(%s::{kind}[]) AS each(value) CROSS JOIN LATERAL ({head}) AS head"
)


@dataclass(frozen=True, slots=True)
class EachOf:
    """A range for each of `values` in `column`."""

    column: str
    values: Sequence[str] | Sequence[int]


Range = Q | EachOf


@dataclass(frozen=True, slots=True)
class Ranges(Generic[Row]):
    """The `rows` that are in one of `ranges`, each of which an index has in the order of a list.

    Without ranges they are one, whole.
    """

    rows: QuerySet[Row]
    ranges: Sequence[Range] = (Q(),)

    def filter(self, condition: Q) -> "Ranges[Row]":
        """Those of them for which the condition holds."""
        return replace(self, rows=self.rows.filter(condition))

    def all(self) -> QuerySet[Row]:
        """As one condition, for whoever reads every row anyway."""
        conditions = [_condition(each) for each in self.ranges]
        if not all(conditions):
            return self.rows  # an empty condition is a range of everything
        return self.rows.filter(reduce(or_, conditions, Q(pk__in=[])))

    def first(self, limit: int, *, order: Sequence[str], column: str = "id") -> list[Any]:
        """What the first `limit` rows in `order` have in `column`, each value once.

        One query at most. `order` is as for `order_by`: a name that begins with `-` descends.
        """
        names = [name.removeprefix("-") for name in order]
        columns = list(dict.fromkeys([*names, column]))
        heads = [
            head
            for each in self.ranges
            for head in _heads(self.rows, each, limit, order=order, columns=columns)
        ]
        if not heads:
            return []
        places = ", ".join(
            f"{place} {'DESC' if name.startswith('-') else 'ASC'}"
            for place, name in enumerate(order, start=1)
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"{_union([sql for sql, _ in heads])} ORDER BY {places} LIMIT {limit:d}",
                [value for _, values in heads for value in values],
            )
            at = columns.index(column)
            return list(dict.fromkeys(row[at] for row in cursor.fetchall()))


def _condition(each: Range) -> Q:
    if isinstance(each, Q):
        return each
    return Q(**{f"{each.column}__in": each.values})


def _heads(
    rows: QuerySet[Any], each: Range, limit: int, *, order: Sequence[str], columns: Sequence[str]
) -> list[_Statement]:
    """What reads the first rows of a range, or of each of the ranges of an `EachOf`."""
    if isinstance(each, EachOf):
        if not each.values:
            return []
        by_vendor = _heads_at_once if connection.vendor == "postgresql" else _heads_one_by_one
        return by_vendor(rows, each, limit, order=order, columns=columns)
    head = rows.filter(each).order_by(*order).values_list(*columns)[:limit]
    return _statements(head, _HEAD)


def _heads_one_by_one(
    rows: QuerySet[Any], each: EachOf, limit: int, *, order: Sequence[str], columns: Sequence[str]
) -> list[_Statement]:
    """A statement for each value: the ORM takes a third of a millisecond to make the one."""
    one = Q(**{each.column: RawSQL("%s", [_VALUE])})
    head = rows.filter(one).order_by(*order).values_list(*columns)[:limit]
    return [
        (sql, [value if it is _VALUE else it for it in parameters])
        for sql, parameters in _statements(head, _HEAD)
        for value in each.values
    ]


def _heads_at_once(
    rows: QuerySet[Any], each: EachOf, limit: int, *, order: Sequence[str], columns: Sequence[str]
) -> list[_Statement]:
    """One statement for all values: PostgreSQL takes a sixth of a millisecond to plan for each.

    It does not know how common a value is that stands in another row. Asked for a range in the
    order of its index it reads that; asked for what is equal it may read all rows by time.
    """
    value = RawSQL("each.value", [])
    one = Q(**{f"{each.column}__gte": value, f"{each.column}__lte": value})
    column = each.column if order[0].startswith("-") else f"-{each.column}"
    head = rows.filter(one).order_by(column, *order).values_list(*columns)[:limit]
    kind = "text" if any(isinstance(it, str) for it in each.values) else "bigint"
    return [
        (sql, [list(each.values), *parameters])
        for sql, parameters in _statements(head, _EACH_LATERAL.replace("{kind}", kind))
    ]


def _statements(head: QuerySet[Any, Any], template: str) -> list[_Statement]:
    """The one that reads `head`, or none where nothing can be in it."""
    try:
        sql, parameters = head.query.sql_with_params()
    except EmptyResultSet:
        return []
    return [(template.replace("{head}", sql), list(parameters))]


def _union(selects: Sequence[str]) -> str:
    if len(selects) <= _MOST_TERMS:
        return " UNION ".join(selects)
    parts = (selects[at : at + _MOST_TERMS] for at in range(0, len(selects), _MOST_TERMS))
    return " UNION ".join(f"SELECT * FROM ({_union(part)}) AS part" for part in parts)  # noqa: S608
