"""Whether a JSON body holds texts where texts belong, numbers where numbers do, and so on.

DRF takes `5` for the text "5" and "true" for true, as a form would need it. Here the schema says
which type a member has, and what breaks it is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rest_framework import serializers

from server.core.errors import FieldError, pointer_to

_TYPES: tuple[tuple[type[serializers.Field], type], ...] = (
    (serializers.CharField, str),
    (serializers.ChoiceField, str),
    (serializers.BooleanField, bool),
    (serializers.IntegerField, int),
)


def wrong_types(field: serializers.Field, value: Any, *parts: str | int) -> Iterator[FieldError]:
    """What in `value` has another JSON type than its field; null is the field's own business."""
    if value is None:
        return
    if isinstance(field, serializers.Serializer) and isinstance(value, Mapping):
        for name, child in field.fields.items():
            yield from wrong_types(child, value.get(name), *parts, name)
    elif isinstance(field, serializers.ListSerializer | serializers.ListField) and field.child:
        for at, each in enumerate(value if _is_list(value) else ()):
            yield from wrong_types(field.child, each, *parts, at)
    elif any(isinstance(field, kind) and type(value) is not its for kind, its in _TYPES):
        detail = field.error_messages.get("invalid") or field.error_messages["invalid_choice"]
        yield FieldError(pointer_to(*parts), str(detail).format(input=value))


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
