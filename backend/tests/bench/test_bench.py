"""`make bench` on small sizes: the figures it promises, and the shape they must have."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from bench import addresses

BACKEND = Path(__file__).resolve().parents[2]
NO_POSTGRES = "postgresql://nobody@127.0.0.1:9/none"


pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="uses a database of its own, and runs with the tests on SQLite",
)


@pytest.fixture(scope="module")
def quick_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, Any]]]:
    """What a quick run prints, and the figures that it writes."""
    file = tmp_path_factory.mktemp("bench") / "figures.json"
    ended = subprocess.run(
        [sys.executable, "-m", "bench"],
        cwd=BACKEND,
        env=os.environ | {"BENCH_QUICK": "1", "BENCH_JSON": str(file), "TEST_PG_URL": NO_POSTGRES},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout, json.loads(file.read_text())


def test_every_figure_has_its_members(quick_run: Any) -> None:
    _, figures = quick_run

    members = {"name", "db", "rows", "queries", "p50_ms", "p95_ms", "per_s"}
    assert all(set(figure) == members for figure in figures)
    assert all(figure["p50_ms"] > 0 for figure in figures)
    uncounted = {figure["name"] for figure in figures if figure["queries"] == 0}
    of_memory = {name for name in uncounted if name.startswith("v3 GET versions?")}  # while fresh
    assert uncounted - of_memory == {"v2 cycles of eight runners"}


def test_polls_reports_and_lists_are_measured(quick_run: Any) -> None:
    _, figures = quick_run

    sizes: dict[str, list[int]] = {}
    for figure in figures:
        sizes.setdefault(figure["name"], []).append(figure["rows"])
    assert sizes["v2 GET job-requests"] == [2, 20]
    for kind in ("unchanged", "unchanged, by ?backend=", "from memory", "naive"):
        assert sizes[f"v2 GET job-requests, {kind}"] == [2, 20]
    for kind in ("new", "unchanged", "changed"):
        assert sizes[f"v2 POST jobs, {kind}"] == [10, 50]
    for template in addresses.templates():
        assert sizes[f"v3 GET {template}"] == [100, 1000]


def test_no_number_of_queries_grows_with_the_rows(quick_run: Any) -> None:
    printed, figures = quick_run

    queries: dict[str, set[int]] = {}
    for figure in figures:
        queries.setdefault(figure["name"], set()).add(figure["queries"])
    grown = {name for name, found in queries.items() if len(found) > 1}
    assert grown == {"v2 GET job-requests, naive"}
    assert printed.count("ANOTHER NUMBER") == 1


def test_who_one_is_takes_three_queries_at_most(quick_run: Any) -> None:
    _, figures = quick_run

    assert max(each["queries"] for each in figures if each["name"] == "v3 GET session") <= 3


@pytest.mark.parametrize(
    "begins",
    [
        "sqlite v2 GET job-requests, unchanged: at 20 rows p95 is ",
        "sqlite v2 POST jobs, changed: 50 jobs are taken in at ",
        "sqlite v2 cycles of eight runners: ",
        "sqlite v3 GET: at 1000 rows p95 is ",
    ],
)
def test_figures_are_held_against_what_is_promised(quick_run: Any, begins: str) -> None:
    printed, _ = quick_run

    assert any(line.startswith(begins) for line in printed.splitlines())


def test_a_missing_database_is_named(quick_run: Any) -> None:
    printed, figures = quick_run

    assert "PostgreSQL was left out: " in printed
    assert {figure["db"] for figure in figures} == {"sqlite"}


def test_the_table_has_a_line_for_each_figure(quick_run: Any) -> None:
    printed, figures = quick_run

    lines = [line for line in printed.splitlines() if " sqlite  " in line]
    assert len(lines) == len(figures)
