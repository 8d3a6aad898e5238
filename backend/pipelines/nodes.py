"""The tree that the reader makes of a file: values that know where they stand."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

_MAX_NUMBER_LENGTH = 1000  # Python writes out no number of more than 4,300 digits


@dataclass(slots=True)
class Scalar:
    """One text, number, date, truth value or null; `text` is what stands in the file."""

    value: str | float | bool | date | None
    text: str
    line: int
    column: int

    @property
    def name(self) -> str:
        """What it is called as a key: `01` is "1", so that two keys of one name are noticed."""
        value = self.value
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int | float) and len(self.text) <= _MAX_NUMBER_LENGTH:
            return str(value).lower()
        return self.text


@dataclass(slots=True)
class ListNode:
    """A list."""

    items: list["Node"]
    line: int
    column: int


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    key: Scalar
    node: "Node"


@dataclass(slots=True)
class MapNode:
    """A mapping: entries by the name of the key, in the order of the file."""

    entries: dict[str, Entry]
    line: int
    column: int

    def get(self, key: str) -> Entry | None:
        """The entry of `key`; None where there is none or its value is null."""
        entry = self.entries.get(key)
        return None if entry is None or is_null(entry.node) else entry


Node = Scalar | ListNode | MapNode


def is_null(node: Node) -> bool:
    """Whether the node is null, as after a key with nothing behind it."""
    return isinstance(node, Scalar) and node.value is None


def text_of(node: Node) -> str | None:
    """The node's text; None where it is no text, or only looks like it (`10`, `2021-01-01`)."""
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def described(node: Node) -> str:
    """What the node is, as the end of a sentence that has begun with its name."""
    match node:
        case MapNode():
            return "is a mapping"
        case ListNode():
            return "is a list"
        case Scalar(value=None):
            return "is empty"
        case Scalar(value=str()):
            return "is a text"
    return "is a single value"


def plain(node: Node) -> object:
    """The node as JSON would have it: dates become ISO text. The reader bounds its depth."""
    match node:
        case MapNode(entries=entries):
            return {name: plain(entry.node) for name, entry in entries.items()}
        case ListNode(items=items):
            return [plain(item) for item in items]
        case Scalar(value=date() as value):
            return value.isoformat()
    return node.value
