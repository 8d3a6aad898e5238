"""How rows are found by what people type.

The beginning of a text is looked up in an index, on both databases by one form of condition. What
stands inside a text has no index, so that is looked for only in tables of few rows.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection
from django.db.models import Func, IntegerField, Model, Q, TextField, Value
from django.db.models.lookups import Exact, GreaterThanOrEqual, LessThan

SMALL_TABLE = 10_000
_SIZE_KNOWN_FOR_S = 60
_LAST_CHARACTER = chr(0x10FFFF)


class Folded(Func):
    """A text in lower case, ordered by its code points, so that a beginning is a range of an index.

    Index and condition both name it. SQLite orders so by itself; PostgreSQL would order by the
    language of the database, whose indexes know no beginnings.
    """

    function = "LOWER"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """With the order of code points."""
        return self.as_sql(
            compiler, connection, template='(LOWER(%(expressions)s) COLLATE "C")', **context
        )


def same(column: str, text: str) -> Q:
    """That the column is `text`, in any letter case. Needs an index on its `Folded`."""
    return Q(Exact(Folded(column), Folded(Value(text))))


def begins(column: str, text: str) -> Q:
    """That the column begins with `text`, in any letter case. Needs an index on its `Folded`."""
    return Q(GreaterThanOrEqual(Folded(column), Folded(Value(text)))) & Q(
        LessThan(Folded(column), Folded(Value(text + _LAST_CHARACTER)))
    )


def starts_with(column: str, text: str) -> Q:
    """That the column begins with `text`, letter by letter, in a form that its index serves.

    PostgreSQL has indexes for LIKE; SQLite compares bytes, and only a range is read from an index.
    """
    if connection.vendor == "postgresql":
        return Q(**{f"{column}__startswith": text})
    return Q(**{f"{column}__gte": text, f"{column}__lt": text + _LAST_CHARACTER})


def stands_in(column: str, word: str) -> Q:
    """That the word stands anywhere in the column. Reads every row."""
    return Q(**{f"{column}__icontains": word})


def begins_a_word(column: str, word: str) -> Q:
    """That a word of the column begins with `word`. Reads every row."""
    return Q(**{f"{column}__istartswith": word}) | Q(**{f"{column}__icontains": f" {word}"})


def matching(
    model: type[Model], text: str, *columns: str, few: Callable[[str, str], Q] = stands_in
) -> Q:
    """That a column begins with `text`; in a table of few rows, that each word is in a column.

    One letter is in almost everything, so it is a beginning in any table. `few` says how a word is
    in a column then. Whether there are few is asked once a minute. Each of `columns` has an index
    on its `Folded`, or the table never grows past `SMALL_TABLE`.
    """
    if len(text) == 1 or not sizes.is_small(model):
        return _any(begins(column, text) for column in columns)
    found = Q()
    for word in text.split():
        found &= _any(few(column, word) for column in columns)
    return found


class TableSizes:
    """Which tables are small, as of a minute ago at most: none shrinks, few grow in that time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[type[Model], tuple[bool, float]] = {}

    def is_small(self, model: type[Model]) -> bool:
        """Whether the table holds fewer than `SMALL_TABLE` rows, told by its highest key.

        Keys are given one after the other, so a table with gaps counts as larger, never as smaller.
        """
        now = self._clock()
        is_small, known_at = self._known.get(model, (False, float("-inf")))
        if now - known_at >= _SIZE_KNOWN_FOR_S:
            is_small = not model._base_manager.filter(pk__gte=SMALL_TABLE).exists()
            self._known[model] = (is_small, now)
        return is_small

    def forget(self) -> None:
        """Ask anew."""
        self._known.clear()


sizes = TableSizes()


class Nearness(Func):
    """To order what was found: the text itself, then what begins with it, then the rest.

    One expression for the whole: Django takes a millisecond to put it together of conditions.
    """

    output_field = IntegerField()

    def __init__(self, text: str, *columns: str) -> None:
        super().__init__(
            Folded(Value(text)),
            Folded(Value(text + _LAST_CHARACTER)),
            *(Folded(column) for column in columns),
        )

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> Any:  # noqa: ARG002
        """`CASE` over all columns: whether one is the text, then whether one begins so."""
        compiled = [compiler.compile(each) for each in self.get_source_expressions()]
        (text, of_text), (after, of_after), *columns = compiled
        names = [name for name, _ in columns]  # a column takes no parameter
        whole = " OR ".join(f"{name} = {text}" for name in names)
        begun = " OR ".join(f"({name} >= {text} AND {name} < {after})" for name in names)
        parameters = [*of_text] * len(names) + [*of_text, *of_after] * len(names)
        return f"CASE WHEN {whole} THEN 0 WHEN {begun} THEN 1 ELSE 2 END", parameters


def _any(conditions: Iterable[Q]) -> Q:
    found = Q()
    for condition in conditions:
        found |= condition
    return found
