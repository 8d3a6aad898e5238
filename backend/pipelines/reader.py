"""Reads YAML into a tree of nodes that know their place, whatever the bytes are.

The parser's events are read one by one and never by recursion, so that every limit holds while the
file is being read: on its size, its depth, the number of its values, and what its references come
to when they are written out.
"""

import re
from dataclasses import dataclass, field
from typing import NoReturn

import yaml
from yaml.error import MarkedYAMLError

from pipelines.codes import Code
from pipelines.nodes import Entry, ListNode, MapNode, Node, Scalar
from pipelines.problems import START, Place, Placed, Problems, Verbatim
from pipelines.scalars import BadValue, ScalarValue, UnsupportedTag, scalar_value
from pipelines.syntax import explain, place_of

# The largest pipeline seen in six years has 1 MB, 1,211 actions, weight 70,000 and depth 6.
MAX_BYTES = 2_000_000
MAX_DEPTH = 50
MAX_WEIGHT = 120_000
# A value weighs 1, and 1 more for each 16 characters, so that long texts cannot be multiplied.
_CHARACTERS_PER_WEIGHT = 16
# The parser compares each %TAG line with all before it.
_MAX_TAG_DIRECTIVES = 50

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAG_DIRECTIVE = re.compile("^%TAG", re.MULTILINE)
_COLLECTION_TAGS = {
    yaml.MappingStartEvent: (None, "!", "tag:yaml.org,2002:map"),
    yaml.SequenceStartEvent: (None, "!", "tag:yaml.org,2002:seq"),
}


class Unreadable(Exception):
    """The file cannot be read to its end; the reason is among the problems."""


def read(source: str | bytes, *, problems: Problems) -> Node | None:
    """The tree of the file's first document; None where the file holds nothing.

    Problems that leave a tree behind (a key that stands twice: the first one counts) are only
    added.

    Raises:
        Unreadable: There is no tree to go on with.
    """
    text = _decoded(source, problems=problems)
    reader = _Reader(problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentStartEvent) and reader.root is not None:
                problems.add(Code.YAML_MULTIPLE_DOCUMENTS, at=place_of(event.start_mark))
                break
            reader.take(event)
    except MarkedYAMLError as error:
        explain(error, text=text, problems=problems)
        raise Unreadable from error
    if reader.is_broken:
        raise Unreadable
    return reader.root


def _decoded(source: str | bytes, *, problems: Problems) -> str:
    if len(source) > MAX_BYTES:
        problems.add(Code.FILE_TOO_LARGE, at=START, limit=MAX_BYTES)
        raise Unreadable
    try:
        text = source.decode("utf-8") if isinstance(source, bytes) else source
    except UnicodeDecodeError as error:
        at = _end_of(error.object[: error.start].decode("utf-8"))
        problems.add(Code.FILE_NOT_UTF8, at=at, byte=Verbatim(f"0x{error.object[error.start]:02x}"))
        raise Unreadable from error
    text = text.removeprefix("\ufeff")
    if unprintable := _UNPRINTABLE.search(text):
        at = _end_of(text[: unprintable.start()])
        character = Verbatim(f"U+{ord(unprintable[0]):04X}")
        problems.add(Code.FILE_CONTROL_CHARACTER, at=at, character=character)
        raise Unreadable
    directives = list(_TAG_DIRECTIVE.finditer(text))
    if len(directives) > _MAX_TAG_DIRECTIVES:
        problems.add(
            Code.YAML_UNSUPPORTED_TAG, at=_end_of(text[: directives[0].start()]), tag="%TAG"
        )
        raise Unreadable
    return text


def _end_of(text: str) -> Place:
    """The place right behind `text`."""
    lines = re.split("\r\n|\n|\r", text)
    return Place(line=len(lines), column=len(lines[-1]) + 1)


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    node: ListNode | MapNode
    anchor: str | None
    weight_before: int
    height: int = 1  # levels of lists and mappings, this one included
    key: Scalar | None = None  # waits for its value
    key_merges: bool = False
    merge_key: Scalar | None = None
    merged: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    weight: int
    height: int


class _Reader:
    """Takes the events of one document in their order and builds its tree."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self.is_broken = False
        self._problems = problems
        self._open: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}  # None: not closed yet
        self._weight = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.AliasEvent():
                self._take_alias(event)
            case yaml.MappingStartEvent():
                at = place_of(event.start_mark)
                self._open_frame(event, node=MapNode({}, line=at.line, column=at.column))
            case yaml.SequenceStartEvent():
                at = place_of(event.start_mark)
                self._open_frame(event, node=ListNode([], line=at.line, column=at.column))
            case yaml.CollectionEndEvent():
                self._close_frame()

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        at = place_of(event.start_mark)
        text = event.value
        scalar = Scalar(None, text, line=at.line, column=at.column)
        if "\0" in text:  # written as an escape; no database keeps it
            self._break(Code.FILE_CONTROL_CHARACTER, at=scalar, character=Verbatim("U+0000"))
        is_plain = event.implicit[0]
        scalar.value = self._value_of(scalar, tag=event.tag, is_plain=is_plain)
        weight = 1 + len(text) // _CHARACTERS_PER_WEIGHT
        self._add_weight(weight, too_much=Code.YAML_TOO_MANY_VALUES, at=scalar)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(scalar, weight=weight, height=0)
        if is_plain and text == "<<" and self._open and self._open[-1].key is None:
            self._open[-1].key_merges = True
        self._attach(scalar, height=0)

    def _value_of(self, scalar: Scalar, *, tag: str | None, is_plain: bool) -> ScalarValue:
        try:
            return scalar_value(scalar.text, tag=tag, is_plain=is_plain)
        except BadValue as error:
            kind = Verbatim(error.type_name)
            self._break(Code.YAML_BAD_VALUE, at=scalar, text=scalar.text, type=kind)
        except UnsupportedTag:
            self._break(Code.YAML_UNSUPPORTED_TAG, at=scalar, tag=tag)
        return None

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        at = place_of(event.start_mark)
        name = event.anchor or ""
        anchored = self._anchors.get(name)
        if anchored:
            self._add_weight(anchored.weight, too_much=Code.YAML_TOO_MANY_ALIASES, at=at)
            self._check_depth(anchored.height, at=at)
            self._attach(anchored.node, height=anchored.height)
            return
        is_open = name in self._anchors
        code = Code.YAML_RECURSIVE_ALIAS if is_open else Code.YAML_UNDEFINED_ALIAS
        self._break(code, at=at, name=f"*{name}")
        self._attach(Scalar(None, "", line=at.line, column=at.column), height=0)

    def _open_frame(self, event: yaml.CollectionStartEvent, *, node: ListNode | MapNode) -> None:
        if event.tag not in _COLLECTION_TAGS[type(event)]:
            self._break(Code.YAML_UNSUPPORTED_TAG, at=node, tag=event.tag)
        self._check_depth(1, at=node)
        self._open.append(_Frame(node, anchor=event.anchor, weight_before=self._weight))
        self._add_weight(1, too_much=Code.YAML_TOO_MANY_VALUES, at=node)
        if event.anchor:
            self._anchors[event.anchor] = None

    def _close_frame(self) -> None:
        frame = self._open.pop()
        node = frame.node
        if isinstance(node, MapNode) and frame.merged:
            node.entries = frame.merged | node.entries
        if frame.anchor:
            weight = self._weight - frame.weight_before
            self._anchors[frame.anchor] = _Anchored(node, weight=weight, height=frame.height)
        self._attach(node, height=frame.height)

    def _attach(self, node: Node, *, height: int) -> None:
        """Put a finished node where it belongs; `height` is its levels of lists and mappings."""
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        frame.height = max(frame.height, height + 1)
        if isinstance(frame.node, ListNode):
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = self._as_key(node)
        else:
            self._add_entry(frame.node.entries, frame=frame, key=frame.key, node=node)
            frame.key = None
            frame.key_merges = False

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self._break(Code.YAML_KEY_NOT_PLAIN, at=node)
        return Scalar(None, "", line=node.line, column=node.column)

    def _add_entry(
        self, entries: dict[str, Entry], *, frame: _Frame, key: Scalar, node: Node
    ) -> None:
        if frame.key_merges:
            first = frame.merge_key
            frame.merge_key = frame.merge_key or key
        else:
            first = entries[key.name].key if key.name in entries else None
        if first:
            self._problems.add(Code.YAML_DUPLICATE_KEY, at=key, key=key.text, first=first.line)
        elif frame.key_merges:
            frame.merged = self._merged(node, key=key)
        else:
            entries[key.name] = Entry(key=key, node=node)

    def _merged(self, node: Node, *, key: Scalar) -> dict[str, Entry]:
        """What `<<: node` brings in; of two sources with one key the first wins."""
        merged: dict[str, Entry] = {}
        for source in reversed(node.items if isinstance(node, ListNode) else [node]):
            if isinstance(source, MapNode):
                merged |= source.entries
            else:
                self._break(Code.YAML_BAD_MERGE, at=key)
        return merged

    def _add_weight(self, weight: int, *, too_much: Code, at: Placed) -> None:
        self._weight += weight
        if self._weight > MAX_WEIGHT:
            self._stop(too_much, at=at)

    def _check_depth(self, height: int, *, at: Placed) -> None:
        if len(self._open) + height > MAX_DEPTH:
            self._stop(Code.YAML_TOO_DEEP, at=at, limit=MAX_DEPTH)

    def _break(self, code: Code, *, at: Placed, **details: object) -> None:
        """Note a fault after which reading can go on, but its result is of no use."""
        self._problems.add(code, at=at, **details)
        self.is_broken = True
        if self._problems.full:
            raise Unreadable

    def _stop(self, code: Code, *, at: Placed, **details: object) -> NoReturn:
        self._problems.add(code, at=at, **details)
        raise Unreadable
