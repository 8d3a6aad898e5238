"""What a check found, and the list in which it is gathered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice
from os.path import commonprefix
from typing import NamedTuple, Protocol

from pipelines.codes import Code
from pipelines.messages import KINDS

MAX_PROBLEMS = 100
_MAX_QUOTED = 120  # characters of the file's own text in a message
_MAX_SUBJECT = 4000
# Comparing words is slow: a file gets so many suggestions, each out of so many names, and only the
# most alike of them by beginning and end are compared in full.
_MAX_SUGGESTIONS = 10
_MAX_CANDIDATES = 2000
_MAX_COMPARED = 20


class Placed(Protocol):
    """Something with a place in the file; lines and columns count from 1."""

    @property
    def line(self) -> int: ...  # noqa: D102

    @property
    def column(self) -> int: ...  # noqa: D102


class Place(NamedTuple):
    """A bare place in the file; lines and columns count from 1."""

    line: int
    column: int


START = Place(line=1, column=1)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Our own words among the details of a problem, which need no quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or worth a warning, at one place of the file.

    `subject` names what it is about by fixed keys (see `messages.KINDS`), or is None. Texts in it
    are those of the file, cut after 4,000 characters.
    """

    code: Code
    message: str
    line: int
    column: int
    subject: Mapping[str, str | int] | None = None


class Problems:
    """Gathers problems in the order in which they are found, and no more than `MAX_PROBLEMS`."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._overflow: Placed | None = None
        self._suggestions_left = _MAX_SUGGESTIONS

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self._found)

    @property
    def full(self) -> bool:
        """Whether further problems would only be counted as "more"."""
        return self._overflow is not None

    def add(self, code: Code, *, at: Placed, **details: object) -> None:
        """Note a problem at a place.

        Args:
            code: What is wrong.
            at: The key, or the list item, to point at.
            details: Fill the message and the subject of the code. Text is quoted and shortened in
                the message, a list of texts is joined.
        """
        if len(self._found) >= MAX_PROBLEMS:
            self._overflow = self._overflow or at
            return
        self._found.append(_problem(code, at=at, details=details))

    def suggest(self, word: str, *, among: Iterable[str]) -> "Verbatim":
        """A sentence, perhaps empty, that names the one of `among` that was probably meant."""
        if not self._suggestions_left or not word or len(word) > _MAX_QUOTED:
            return Verbatim("")
        self._suggestions_left -= 1
        candidates = (name for name in islice(among, _MAX_CANDIDATES) if len(name) <= _MAX_QUOTED)
        alike = nlargest(_MAX_COMPARED, candidates, key=lambda name: _shared_ends(word, name))
        near = get_close_matches(word, alike, n=1, cutoff=0.75)
        return Verbatim(f" Was {quoted(near[0])} meant?" if near else "")

    def sorted(self) -> tuple[Problem, ...]:
        """All that was found from the top of the file to its end; says so where there is more."""
        found = sorted(self._found, key=lambda problem: (problem.line, problem.column))
        if self._overflow:
            more = _problem(
                Code.TOO_MANY_PROBLEMS, at=self._overflow, details={"limit": MAX_PROBLEMS}
            )
            found.append(more)
        return tuple(found)


def quoted(text: str) -> str:
    """`text` as it can stand in a message: in quotes, on one line, printable, not too long."""
    short = text if len(text) <= _MAX_QUOTED else f"{text[: _MAX_QUOTED - 1]}…"
    return '"' + "".join(c if c.isprintable() else repr(c)[1:-1] for c in short) + '"'


def _problem(code: Code, *, at: Placed, details: dict[str, object]) -> Problem:
    kind = KINDS[code]
    message = kind.message.format(**{name: _told(value) for name, value in details.items()})
    facts = {**details, "line": at.line, "column": at.column}
    subject = {name: _subject_value(facts[name]) for name in kind.subject} or None
    return Problem(
        code=code,
        message=message,
        line=at.line,
        column=at.column,
        subject=subject,
    )


def _told(value: object) -> object:
    match value:
        case Verbatim(text=text):
            return text
        case str():
            return quoted(value)
        case tuple():
            return ", ".join(quoted(str(text)) for text in value)
    return value


def _subject_value(value: object) -> str | int:
    if isinstance(value, int):
        return value
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text if len(text) <= _MAX_SUBJECT else f"{text[: _MAX_SUBJECT - 1]}…"


def _shared_ends(one: str, other: str) -> int:
    """How many characters two words share at their beginnings and their ends."""
    beginning = commonprefix([one, other])  # noqa: RUF071 - by character is what is wanted
    end = commonprefix([one[::-1], other[::-1]])  # noqa: RUF071
    return len(beginning) + len(end)
