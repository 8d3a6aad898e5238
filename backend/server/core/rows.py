"""New rows whose values an operator typed."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db.models import Model

from server.core.errors import CommandRefused


def insert(row: Model, *, typed: Collection[str]) -> None:
    """Store a new row; the fields in `typed` are checked first, with the constraints about them.

    Raises:
        CommandRefused: a value has the wrong form or is taken.
    """
    others = {field.name for field in row._meta.fields} - set(typed)
    try:
        row.full_clean(exclude=others)
    except ValidationError as error:
        said = [f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items()]
        raise CommandRefused(" ".join(said).replace("__all__: ", "")) from error
    row.save(force_insert=True)
