"""Tells a fault in the YAML itself: the parser's words become a code and a place."""

from typing import Protocol

import yaml
from yaml.error import MarkedYAMLError

from pipelines.codes import Code
from pipelines.problems import Place, Problems, Verbatim

_BAD_INDENTATION = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
    "block sequence entries are not allowed in this context",
)
_UNCLOSED_QUOTE = ("found unexpected end of stream", "found unexpected document indicator")
_COLON_NOT_ALLOWED = "mapping values are not allowed in this context"


class Mark(Protocol):
    """A place as both of the library's parsers give it, counted from 0."""

    line: int
    column: int


def explain(error: MarkedYAMLError, *, text: str, problems: Problems) -> None:
    """Add what the parser stumbled over in `text` to `problems`."""
    what = (error.problem or "").strip()
    context = error.context or ""
    at = place_of(error.problem_mark or error.context_mark)
    start = place_of(error.context_mark or error.problem_mark)
    if what == _COLON_NOT_ALLOWED:
        problems.add(Code.YAML_MAPPING_VALUE_NOT_ALLOWED, at=at)
    elif what == "could not find expected ':'":
        problems.add(Code.YAML_MISSING_COLON, at=at, start=start.line)
    elif context == "while scanning an alias":
        problems.add(Code.YAML_UNDEFINED_ALIAS, at=start)
    elif context == "while scanning an anchor":
        problems.add(Code.YAML_BAD_TOKEN, at=start, character="&")
    elif what == "found character that cannot start any token":
        problems.add(Code.YAML_BAD_TOKEN, at=at, character=_character_at(error, text=text))
    elif what in _UNCLOSED_QUOTE:
        problems.add(Code.YAML_UNCLOSED_QUOTE, at=start)
    elif "parsing a flow" in context:
        problems.add(Code.YAML_UNCLOSED_BRACKET, at=start, end=at.line)
    elif what in _BAD_INDENTATION:
        _explain_indentation(at=at, start=start, text=text, problems=problems)
    else:
        reason = Verbatim(f"{context}: {what}".strip(": "))
        problems.add(Code.YAML_SYNTAX_ERROR, at=at, reason=reason)


def _explain_indentation(*, at: Place, start: Place, text: str, problems: Problems) -> None:
    """Two keys on one line trip the parser too; then the second colon is the fault to show."""
    through_line = text.splitlines(keepends=True)[: at.line]
    colon = _misplaced_colon("".join(through_line))
    if colon and colon.line == at.line:
        problems.add(Code.YAML_MAPPING_VALUE_NOT_ALLOWED, at=colon)
    else:
        problems.add(Code.YAML_BAD_INDENTATION, at=at, start=start.line)


def _misplaced_colon(text: str) -> Place | None:
    try:
        for _ in yaml.scan(text, Loader=yaml.CSafeLoader):
            pass
    except MarkedYAMLError as error:
        return place_of(error.problem_mark) if error.problem == _COLON_NOT_ALLOWED else None
    return None


def place_of(mark: Mark | None) -> Place:
    """The parser's mark, which counts from 0, as a place."""
    return Place(line=mark.line + 1, column=mark.column + 1) if mark else Place(line=1, column=1)


def _character_at(error: MarkedYAMLError, *, text: str) -> str:
    index = error.problem_mark.index if error.problem_mark else 0
    return text[index : index + 1]
