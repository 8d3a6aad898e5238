"""New and changed rows whose values a person or an operator typed."""

from collections.abc import Collection, Iterator, Mapping

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from server.core.errors import FieldError, InputRefused, pointer_to


def check(row: Model, *, typed: Collection[str]) -> None:
    """Hold the fields in `typed`, and the constraints about them, against the database.

    Raises:
        InputRefused: a value has the wrong form or is taken.
    """
    others = {field.name for field in row._meta.fields} - set(typed)
    try:
        row.full_clean(exclude=others)
    except ValidationError as error:
        raise InputRefused(list(_errors_of(error.message_dict))) from error


def insert(row: Model, *, typed: Collection[str]) -> None:
    """Store a new row after a `check`.

    Raises:
        InputRefused: a value has the wrong form or is taken.
    """
    check(row, typed=typed)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        check(row, typed=typed)  # somebody was first in the same moment
        raise


def _errors_of(messages: Mapping[str, list[str]]) -> Iterator[FieldError]:
    for name, texts in messages.items():
        pointer = "" if name == "__all__" else pointer_to(name)
        yield from (FieldError(pointer, text) for text in texts)
