"""Which JSON both databases can keep; what one of them would refuse is refused for both."""

import math
from typing import Any

_MAX_DEPTH = 100
_NULL_CHARACTER = "\x00"


def refusal_of_text(text: str) -> str | None:
    """Why `text` cannot be stored; None where it can."""
    if _NULL_CHARACTER in text:
        return "Null characters are not allowed."
    if not text.isascii():
        for character in text:
            if 0xD800 <= ord(character) <= 0xDFFF:
                return f"Surrogate characters are not allowed: U+{ord(character):X}."
    return None


def refusal_of_json(value: Any) -> str | None:
    """Why a JSON value cannot be stored; None where it can."""
    level, depth = [value], 0
    while level:
        if depth > _MAX_DEPTH:
            return f"Value must not be nested more than {_MAX_DEPTH} levels deep."
        below: list[Any] = []
        for each in level:
            if isinstance(each, dict):
                below += each.keys()
                below += each.values()
            elif isinstance(each, list):
                below += each
            elif isinstance(each, str):
                if refusal := refusal_of_text(each):
                    return refusal
            elif isinstance(each, float) and not math.isfinite(each):
                return "Value must be valid JSON."
        level, depth = below, depth + 1
    return None
