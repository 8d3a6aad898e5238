"""How a figure is taken and told."""

from types import SimpleNamespace

import pytest

from bench.figures import Figure, growth, measure
from server.people.models import User


def figure(*, rows: int, queries: int, p50_ms: float) -> Figure:
    return Figure(
        name="list", db="sqlite", rows=rows, queries=queries, p50_ms=p50_ms, p95_ms=9, per_s=9
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
