"""Joined rows with no more columns than are shown: most of a list's time goes into the rest."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

Rows = TypeVar("Rows", bound="QuerySet[Model]")

PERSON = ("username", "fullname")


def joined(rows: Rows, **related: Sequence[str]) -> Rows:
    """`rows` whole, with the named columns of what they point to, all in one query.

    Another column of those is read by a query of its own when it is asked for.
    """
    own = [field.name for field in rows.model._meta.concrete_fields]
    columns = [f"{path}__{column}" for path, columns in related.items() for column in columns]
    return rows.select_related(*related).only(*own, *columns)
