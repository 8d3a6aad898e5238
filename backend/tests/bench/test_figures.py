"""How a figure is taken and told."""

from types import SimpleNamespace

import pytest

from bench.figures import (
    Figure,
    calls_a_second,
    growth,
    jobs_a_second,
    measure,
    promise,
    times_as_fast,
)
from server.people.models import User


def figure(*, rows: int, queries: int, p50_ms: float, name: str = "list") -> Figure:
    return Figure(
        name=name, db="sqlite", rows=rows, queries=queries, p50_ms=p50_ms, p95_ms=9, per_s=9
    )


@pytest.mark.django_db
def test_the_queries_of_one_call_are_counted() -> None:
    def call() -> SimpleNamespace:
        return SimpleNamespace(status_code=200, people=list(User.objects.all()))

    taken = measure(name="people", rows=3, calls=[call] * 6)

    assert (taken.queries, taken.rows) == (1, 3)


@pytest.mark.django_db
def test_another_answer_than_expected_stops_the_measurement() -> None:
    with pytest.raises(RuntimeError, match="people: answered 403 in place of 200"):
        measure(name="people", rows=1, calls=[lambda: SimpleNamespace(status_code=403)] * 5)


@pytest.mark.parametrize(
    ("queries", "told"), [(4, "the same queries"), (7, "ANOTHER NUMBER OF QUERIES (4, 7)")]
)
def test_growth_compares_the_largest_with_the_smallest(queries: int, told: str) -> None:
    sizes = [
        figure(rows=500, queries=queries, p50_ms=6.0),
        figure(rows=10, queries=4, p50_ms=2.0),
        figure(rows=100, queries=4, p50_ms=3.0),
    ]

    assert growth(sizes) == [f"sqlite list: 500 rows against 10 take {told} and 3.0 times as long"]


@pytest.mark.parametrize(("limit_ms", "verdict"), [(9, "kept"), (8, "NOT KEPT")])
def test_a_promise_is_about_the_slowest_at_the_largest_size(limit_ms: int, verdict: str) -> None:
    sizes = [figure(rows=10, queries=4, p50_ms=2.0), figure(rows=500, queries=4, p50_ms=6.0)]

    [line] = promise(sizes, name="list", limit_ms=limit_ms)

    assert line.startswith("sqlite list: at 500 rows p95 is 9.0 ms at most")
    assert line.endswith(f": {verdict}")


@pytest.mark.parametrize(("least", "verdict"), [(10_000, "kept"), (10_001, "NOT KEPT")])
def test_jobs_a_second_are_those_of_the_largest_report(least: int, verdict: str) -> None:
    sizes = [figure(rows=10, queries=4, p50_ms=50), figure(rows=1000, queries=4, p50_ms=100)]

    [line] = jobs_a_second(sizes, name="list", least={"sqlite": least})

    assert line.startswith("sqlite list: 1000 jobs are taken in at 10,000 a second; ")
    assert line.endswith(f": {verdict}")


@pytest.mark.parametrize(("least", "verdict"), [(20, "kept"), (21, "NOT KEPT")])
def test_a_list_is_compared_with_the_naive_one_of_the_same_size(least: int, verdict: str) -> None:
    found = [
        figure(rows=rows, queries=4, p50_ms=p50_ms, name=name)
        for name, rows, p50_ms in [("list", 100, 5), ("naive", 100, 100), ("naive", 500, 900)]
    ]

    [line] = times_as_fast(found, fast="list", slow="naive", rows=100, least=least)

    assert "20 times as fast as naive" in line
    assert line.endswith(f": {verdict}")


@pytest.mark.parametrize(("least", "verdict"), [(9, "kept"), (10, "NOT KEPT")])
def test_calls_a_second_are_told(least: int, verdict: str) -> None:
    [line] = calls_a_second([figure(rows=1, queries=0, p50_ms=1)], name="list", least=least)

    assert line == f"sqlite list: 9.0 a second; promised are {least}: {verdict}"
