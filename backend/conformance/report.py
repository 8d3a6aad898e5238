"""What the kit says in the end: a line a case, and what was expected where it did not come."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S")


class Verdict(StrEnum):
    """What became of a case."""

    PASS = "pass"  # noqa: S105
    FAIL = "FAIL"
    LEFT_OUT = "left out"


class Surprise(Exception):
    """Something else came than the contract says; the text says what."""


class LeftOut(Exception):
    """The case cannot be judged here; the text says why."""


@dataclass(frozen=True, slots=True)
class Case(Generic[S]):
    """One case of the contract: its number, what it expects in words, and the trial."""

    number: str
    expected: str
    trial: Callable[[S], None]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one case. `came` says what came instead, or why it was left out."""

    number: str
    expected: str
    verdict: Verdict
    came: str = ""


def judge(case: Case[S], subject: S) -> Judged:
    """Try one case."""
    try:
        case.trial(subject)
    except LeftOut as reason:
        return Judged(case.number, case.expected, Verdict.LEFT_OUT, str(reason))
    except Surprise as surprise:
        return Judged(case.number, case.expected, Verdict.FAIL, str(surprise))
    except (OSError, ValueError, KeyError, TypeError) as error:
        came = f"{type(error).__name__}: {error}"
        return Judged(case.number, case.expected, Verdict.FAIL, came)
    return Judged(case.number, case.expected, Verdict.PASS)


def page(judged: Iterable[Judged]) -> str:
    """The report."""
    all_of_them = list(judged)
    lines = [line for each in all_of_them for line in _lines(each)]
    counts = [f"{_count(all_of_them, verdict)} {verdict.lower()}" for verdict in Verdict]
    return "\n".join([*lines, "", f"{len(all_of_them)} cases: {', '.join(counts)}."])


def has_failed(judged: Sequence[Judged]) -> bool:
    """Whether any case failed, or none was judged at all."""
    return bool(_count(judged, Verdict.FAIL)) or not _count(judged, Verdict.PASS)


def _lines(one: Judged) -> list[str]:
    line = f"{one.number:<6} {one.verdict:<8} {one.expected}"
    match one.verdict:
        case Verdict.PASS:
            return [line]
        case Verdict.FAIL:
            return [line, f"{'':15} came: {one.came}"]
        case _:
            return [line, f"{'':15} {one.came}"]


def _count(judged: Iterable[Judged], verdict: Verdict) -> int:
    return sum(each.verdict is verdict for each in judged)
