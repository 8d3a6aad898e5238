"""`python -m bench`: queries and times on SQLite, and on PostgreSQL where one answers.

`BENCH_JSON=FILE` keeps the figures, `BENCH_QUICK=1` tries everything out on small sizes. Only
databases of its own are touched, which are gone afterwards.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import psycopg

from bench.databases import postgres_database, production_settings, sqlite_database
from bench.figures import (
    Figure,
    calls_a_second,
    growth,
    jobs_a_second,
    promise,
    table,
    times_as_fast,
)

_BACKEND = Path(__file__).resolve().parents[1]
_POLL = "v2 GET job-requests"


def main() -> int:
    """Measure, print a table and how the costs grow. Returns 0, or 1 where a run broke off."""
    began = time.monotonic()
    with sqlite_database() as url:
        figures = _figures_on(url)
    try:
        with postgres_database() as url:
            figures += _figures_on(url)
    except psycopg.OperationalError as error:
        print(f"PostgreSQL was left out: {str(error).strip().splitlines()[0]}")
    print("\n".join([table(figures), "", *growth(figures), "", *_promises(figures)]))
    print(f"\n{len(figures)} figures in {time.monotonic() - began:.0f} s.")
    if file := os.environ.get("BENCH_JSON"):
        Path(file).write_text(json.dumps([asdict(figure) for figure in figures], indent=1))
    return 0


def _promises(figures: list[Figure]) -> list[str]:
    """What is promised of the protocol and the pages, and whether it was kept this time."""
    return [
        *promise(figures, name=f"{_POLL}, unchanged", limit_ms=1),
        *times_as_fast(figures, fast=_POLL, slow=f"{_POLL}, naive", rows=100, least=10),
        *jobs_a_second(
            figures, name="v2 POST jobs, changed", least={"postgresql": 5000, "sqlite": 3000}
        ),
        *calls_a_second(figures, name="v2 cycles of eight runners", least=25),
        *promise(figures, name="v3 GET", limit_ms=50),
    ]


def _figures_on(url: str) -> list[Figure]:
    """Run the measurements in a process of their own, so that no database warms another's code."""
    print(f"Measuring on {url.partition(':')[0]}", flush=True)
    measured = subprocess.run(
        [sys.executable, "-m", "bench.measure"],
        cwd=_BACKEND,
        env=production_settings(database_url=url),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [Figure(**json.loads(line)) for line in measured.stdout.splitlines()]


if __name__ == "__main__":
    sys.exit(main())
