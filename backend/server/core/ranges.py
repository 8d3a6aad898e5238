"""Rows that several ranges of an index hold, newest first, without reading a range to its end.

Neither database merges ranges by itself: for `a OR b`, for `IN`, and for what another table names,
it sorts all rows of every range, or walks an index by time past whatever is none of them. Here each
range gives its newest rows, as many as are wanted, and those few are sorted.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

Row = TypeVar("Row", bound=Model)

_Statement = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class EachOf:
    """A range for each of `values` in `column`, all of one type; of its rows those of `where`."""

    column: str
    values: Sequence[str] | Sequence[int]
    where: Q = field(default_factory=Q)


Range = Q | EachOf


@dataclass(frozen=True, slots=True)
class Ranges(Generic[Row]):
    """The `rows` that are in one of `ranges`, each of which an index has in the order of a list."""

    rows: QuerySet[Row]
    ranges: Sequence[Range]

    def filter(self, condition: Q) -> "Ranges[Row]":
        """Those of them for which the condition holds."""
        return replace(self, rows=self.rows.filter(condition))

    def all(self) -> QuerySet[Row]:
        """As one condition, for whoever reads every row anyway."""
        return self.rows.filter(reduce(or_, map(_condition, self.ranges), Q(pk__in=[])))

    def first(self, limit: int, *, order: Sequence[str], column: str = "id") -> list[Any]:
        """What the first `limit` rows in `order` have in `column`, each value once.

        One query at most. `order` is as for `order_by`: a name that begins with `-` descends.
        """
        names = [name.removeprefix("-") for name in order]
        columns = list(dict.fromkeys([*names, column]))
        statements = [
            statement
            for each in self.ranges
            if (statement := _head(self.rows, each, limit, order=order, columns=columns))
        ]
        if not statements:
            return []
        places = ", ".join(
            f"{place} {'DESC' if name.startswith('-') else 'ASC'}"
            for place, name in enumerate(order, start=1)
        )
        heads = " UNION ".join(sql for sql, _ in statements)
        with connection.cursor() as cursor:
            cursor.execute(
                f"{heads} ORDER BY {places} LIMIT {limit:d}",
                [value for _, values in statements for value in values],
            )
            at = columns.index(column)
            return list(dict.fromkeys(row[at] for row in cursor.fetchall()))


def _condition(each: Range) -> Q:
    if isinstance(each, Q):
        return each
    return each.where & Q(**{f"{each.column}__in": each.values})


def _head(
    rows: QuerySet[Any], each: Range, limit: int, *, order: Sequence[str], columns: Sequence[str]
) -> _Statement | None:
    """The newest rows of a range, or of each of the ranges of an `EachOf`; None: there are none."""
    if isinstance(each, Q):
        found = rows.filter(each)
    else:
        found = rows.filter(each.where, **{each.column: RawSQL("one.value", [])})
    found = found.order_by(*order).values_list(*columns)[:limit]
    try:
        sql, parameters = found.query.sql_with_params()
    except EmptyResultSet:
        return None
    if isinstance(each, Q):
        return f"SELECT * FROM ({sql}) AS head", list(parameters)  # noqa: S608 - the ORM's
    if not each.values:
        return None
    template, values = _of_each(each.values, width=len(columns))
    return template.format(head=sql), [values, *parameters]


def _of_each(values: Sequence[Any], *, width: int) -> tuple[str, Any]:
    """SQL that reads `{head}` for each of the values, which is `one.value` in it; its parameter."""
    if connection.vendor == "postgresql":
        kind = "bigint" if isinstance(values[0], int) else "text"
        each = f"unnest(%s::{kind}[]) AS one(value)"
        lateral = "CROSS JOIN LATERAL ({head}) AS head"
        return f"SELECT head.* FROM {each} {lateral}", list(values)  # noqa: S608 - words of ours
    # SQLite joins to nothing laterally but functions, so the rows pass through JSON.
    names = ", ".join(f"c{place}" for place in range(width))
    cells = ", ".join(f"json_extract(head.value, '$[{place}]')" for place in range(width))
    row = f"json_group_array(json_array({names}))"
    heads = f"WITH head({names}) AS ({{head}}) SELECT {row} FROM head"  # noqa: S608 - of ours
    from_each = f"FROM json_each(%s) AS one, json_each(({heads})) AS head"
    return f"SELECT {cells} {from_each}", json.dumps(list(values))
