"""What a scalar means: YAML 1.2, and dates.

`yes` and `1:30` are text, `010` is ten, `2021-01-01` is a date.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from yaml.constructor import SafeConstructor
from yaml.nodes import ScalarNode

ScalarValue = str | float | bool | date | None

_TAG_PREFIX = "tag:yaml.org,2002:"
_CONSTRUCTOR = SafeConstructor()


class BadValue(ValueError):
    """A scalar that has the looks, or the tag, of a type without being one of it."""

    def __init__(self, type_name: str) -> None:
        super().__init__(type_name)
        self.type_name = type_name


class UnsupportedTag(ValueError):
    """A tag that no pipeline uses."""


class _Type(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    first_characters: str
    construct: Callable[[str], ScalarValue]


def scalar_value(text: str, *, tag: str | None, is_plain: bool) -> ScalarValue:
    """The value of a scalar as it stands in the file.

    Args:
        text: The scalar, quotes and folds already undone.
        tag: Its explicit tag, if it has one.
        is_plain: Whether it stands there without quotes.

    Raises:
        BadValue: Such as the 30th of February, or `!!int` before a word.
        UnsupportedTag: The tag is none of a text, number, date, truth value or null.
    """
    if tag is None:
        return _implicit_value(text) if is_plain else text
    name = tag.removeprefix(_TAG_PREFIX)
    if tag == "!" or name == "str":
        return text
    if name not in _TYPES or name == tag:
        raise UnsupportedTag(tag)
    wanted = _TYPES[name]
    if not wanted.pattern.fullmatch(text):
        raise BadValue(wanted.name)
    return _constructed(wanted, text)


def _implicit_value(text: str) -> ScalarValue:
    for candidate in _TYPES_BY_FIRST_CHARACTER.get(text[:1], ()):
        if candidate.pattern.fullmatch(text):
            return _constructed(candidate, text)
    return text


def _constructed(wanted: _Type, text: str) -> ScalarValue:
    try:
        return wanted.construct(text)
    except ValueError as error:
        raise BadValue(wanted.name) from error


def _integer(text: str) -> float:
    digits = text.replace("_", "")
    sign, digits = (-1, digits[1:]) if digits[0] == "-" else (1, digits.removeprefix("+"))
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2])
    if base:
        return sign * int(digits[2:], base)
    try:
        return sign * int(digits)
    except ValueError:  # more digits than Python converts: beyond every number that has a use
        return sign * float("inf")


def _floating(text: str) -> float:
    lowered = text.replace("_", "").lower()
    return float(lowered.replace(".inf", "inf").replace(".nan", "nan"))


def _timestamp(text: str) -> date:
    node = ScalarNode(f"{_TAG_PREFIX}timestamp", text)
    return _CONSTRUCTOR.construct_yaml_timestamp(node)


_TYPES = {
    "null": _Type("null", re.compile(r"~|null|Null|NULL|"), "~nN", lambda _: None),
    "bool": _Type(
        "truth value",
        re.compile("true|True|TRUE|false|False|FALSE"),
        "tTfF",
        lambda text: text[0] in "tT",
    ),
    "int": _Type(
        "number",
        re.compile(r"[-+]?(?:0b[01_]*[01][01_]*|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)"),
        "-+0123456789",
        _integer,
    ),
    "float": _Type(
        "number",
        re.compile(
            r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
        ),
        "-+.0123456789",
        _floating,
    ),
    "timestamp": _Type("date", SafeConstructor.timestamp_regexp, "0123456789", _timestamp),
}

_TYPES_BY_FIRST_CHARACTER = {
    character: tuple(kind for kind in _TYPES.values() if character in kind.first_characters)
    for character in "~nNtTfF-+.0123456789"
} | {"": (_TYPES["null"],)}
