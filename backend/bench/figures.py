"""What one measurement found, how it is taken, and how the figures are told."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import quantiles
from typing import Protocol

from django.db import connection
from django.test.utils import CaptureQueriesContext


class Answer(Protocol):
    """What a call comes back with."""

    status_code: int


Call = Callable[[], Answer]

UNTIMED_CALLS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """The cost of one kind of request at one size.

    Attributes:
        name: What was asked.
        db: `sqlite` or `postgresql`.
        rows: How many rows were concerned: active requests, reported jobs, jobs of history.
        queries: Statements of one request; 0 where it was made from outside.
        p50_ms, p95_ms: Time of one request in milliseconds, from its start to its whole answer.
        per_s: Requests a second, one after the other.
    """

    name: str
    db: str
    rows: int
    queries: int
    p50_ms: float
    p95_ms: float
    per_s: float


def measure(*, name: str, rows: int, calls: Iterable[Call], expected: int = 200) -> Figure:
    """Make the calls one after the other: `UNTIMED_CALLS` warm up and are counted, the rest timed.

    Raises:
        RuntimeError: a call was not answered with the status `expected`.
    """
    remaining = iter(calls)
    untimed = islice(remaining, UNTIMED_CALLS)
    # The least: once in some seconds a call also writes down that the runner was seen.
    queries = min(_count(call, name=name, expected=expected) for call in untimed)
    seconds = [_make(call, name=name, expected=expected) for call in remaining]
    cuts = quantiles(seconds, n=20, method="inclusive")
    return Figure(
        name=name,
        db=connection.vendor,
        rows=rows,
        queries=queries,
        p50_ms=round(cuts[9] * 1000, 2),
        p95_ms=round(cuts[18] * 1000, 2),
        per_s=round(len(seconds) / sum(seconds), 1),
    )


def _count(call: Call, *, name: str, expected: int) -> int:
    with CaptureQueriesContext(connection) as captured:
        _make(call, name=name, expected=expected)
        return len(captured)


def _make(call: Call, *, name: str, expected: int) -> float:
    began = time.perf_counter()
    answer = call()
    seconds = time.perf_counter() - began
    if answer.status_code != expected:
        raise RuntimeError(f"{name}: answered {answer.status_code} in place of {expected}.")
    return seconds


def table(figures: Sequence[Figure]) -> str:
    """The figures, a line each, in columns."""
    width = max(len(figure.name) for figure in figures)
    head = f"{'name':<{width}}  {'db':<10}{'rows':>8}{'queries':>9}{'p50 ms':>10}{'p95 ms':>10}"
    lines = [
        f"{each.name:<{width}}  {each.db:<10}{each.rows:>8}{each.queries:>9}"
        f"{each.p50_ms:>10.2f}{each.p95_ms:>10.2f}{each.per_s:>10.1f}"
        for each in figures
    ]
    return "\n".join([f"{head}{'per s':>10}", *lines])


def growth(figures: Sequence[Figure]) -> list[str]:
    """A line for each kind of request: the largest size against the smallest."""
    kinds: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        kinds.setdefault((figure.db, figure.name), []).append(figure)
    lines = []
    for (db, name), sizes in kinds.items():
        if len(sizes) == 1:
            continue
        small, *_, large = sorted(sizes, key=lambda figure: figure.rows)
        counts = sorted({figure.queries for figure in sizes})
        queries = "the same queries"
        if len(counts) > 1:
            queries = f"ANOTHER NUMBER OF QUERIES ({', '.join(map(str, counts))})"
        lines.append(
            f"{db} {name}: {large.rows} rows against {small.rows} take {queries} "
            f"and {large.p50_ms / small.p50_ms:.1f} times as long"
        )
    return lines


def jobs_a_second(figures: Sequence[Figure], *, name: str, least: Mapping[str, float]) -> list[str]:
    """A line for each database: rows a second at the largest size, by the median of the calls."""
    lines = []
    for db, those in _by_db(figures, name=name):
        largest = max(those, key=lambda each: each.rows)
        rate = largest.rows / largest.p50_ms * 1000
        lines.append(
            f"{db} {name}: {largest.rows} jobs are taken in at {rate:,.0f} a second; promised are "
            f"{least[db]:,.0f}: {_verdict(is_kept=rate >= least[db])}"
        )
    return lines


def times_as_fast(
    figures: Sequence[Figure], *, fast: str, slow: str, rows: int, least: float
) -> list[str]:
    """A line for each database: how much longer `slow` takes than `fast` with so many rows."""
    lines = []
    for db, those in _by_db(figures, name=""):
        medians = {each.name: each.p50_ms for each in those if each.rows == rows}
        if fast in medians and slow in medians:
            times = medians[slow] / medians[fast]
            lines.append(
                f"{db} {fast}: with {rows} active requests {times:.0f} times as fast as {slow}; "
                f"promised are {least:.0f} times: {_verdict(is_kept=times >= least)}"
            )
    return lines


def calls_a_second(figures: Sequence[Figure], *, name: str, least: float) -> list[str]:
    """A line for each database: calls a second of all callers together."""
    return [
        f"{db} {name}: {those[-1].per_s:.1f} a second; promised are {least:.0f}: "
        f"{_verdict(is_kept=those[-1].per_s >= least)}"
        for db, those in _by_db(figures, name=name)
    ]


def _by_db(figures: Sequence[Figure], *, name: str) -> Iterator[tuple[str, list[Figure]]]:
    """The figures of `name` (all, where it is empty) of each database that has any."""
    for db in dict.fromkeys(figure.db for figure in figures):
        if those := [each for each in figures if each.db == db and name in ("", each.name)]:
            yield db, those


def _verdict(*, is_kept: bool) -> str:
    return "kept" if is_kept else "NOT KEPT"


def promise(figures: Sequence[Figure], *, name: str, limit_ms: float) -> list[str]:
    """A line for each database: the slowest p95 of what begins with `name`, at the largest size."""
    lines = []
    for db in dict.fromkeys(figure.db for figure in figures):
        those = [each for each in figures if each.db == db and each.name.startswith(name)]
        rows = max(each.rows for each in those)
        slowest = max((each for each in those if each.rows == rows), key=lambda each: each.p95_ms)
        verdict = _verdict(is_kept=slowest.p95_ms <= limit_ms)
        lines.append(
            f"{db} {name}: at {rows} rows p95 is {slowest.p95_ms:.1f} ms at most "
            f"({slowest.name}); promised are {limit_ms:.0f} ms: {verdict}"
        )
    return lines
