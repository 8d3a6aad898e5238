"""Comparisons that the ORM does not have."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Lookup
from django.db.models.sql.compiler import SQLCompiler

_WORD = re.compile(r"[a-z_]+")


@CharField.register_lookup
class Among(Lookup):
    """`status__among=WORDS` is `status__in=WORDS`, with the words in the text of the statement.

    SQLite uses a partial index only where the statement holds its condition word for word, and it
    does not look into parameters: by `__in` it would read the whole history. Words are constants
    of ours, of lower-case letters and `_`.
    """

    lookup_name = "among"
    prepare_rhs = False
    rhs: Iterable[str]

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        """The SQL of the comparison, equal to that of an index made with `__in`."""
        column, parameters = self.process_lhs(compiler, connection)
        words = [str(getattr(word, "value", word)) for word in self.rhs]
        if not words or not all(map(_WORD.fullmatch, words)):
            raise ValueError(f"{words!r} are no words to stand in a statement.")
        return f"{column} IN ({', '.join(map('{!r}'.format, words))})", parameters
