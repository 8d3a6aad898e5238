"""`python -m bench.scale`: how the pages' times grow with the history, on PostgreSQL.

`SCALE_JOBS=10000000` says how far it goes (default 2,000,000). Prints the 95th percentile of every
page at each size, the plans at the largest, and what a row costs on the disk.
"""

import os
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from importlib import import_module

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.databases import postgres_database, production_settings
from bench.figures import Figure, promise

_SIZES = (10_000, 100_000, 1_000_000, 2_000_000, 10_000_000, 100_000_000)
_TIMES = 30
_STEP = timedelta(days=3000)  # each size is newer than all before
_LIMIT_MS = 50
_RECORD = (
    "jobs_job",
    "jobs_jobdetail",
    "jobs_jobattempt",
    "jobs_jobrequest",
    "jobs_jobrequestdetail",
    "audit_auditevent",
)


def main() -> int:
    """Measure and print. Returns 0 if every page kept the promise at the largest size, else 1."""
    most = int(os.environ.get("SCALE_JOBS") or 2_000_000)
    sizes = [size for size in _SIZES if size < most] + [most]
    with postgres_database() as url:
        os.environ |= production_settings(database_url=url)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import_module("config.wsgi")  # as a web server begins, which leaves it out of the collector
        call_command("migrate", verbosity=0)
        figures = _measure(sizes)
        print(curve(figures))
        print(f"\nPlans with {most:,} jobs of history: what is read of runs, jobs and events\n")
        print("\n".join(_plans()))
        print(f"\nOn the disk, with {most:,} jobs\n")
        print("\n".join(_costs()))
        connection.close()
    [line] = promise(figures, name="v3 GET", limit_ms=_LIMIT_MS)
    print(f"\n{line}")
    return 1 if "NOT KEPT" in line else 0


def _measure(sizes: Sequence[int]) -> list[Figure]:
    from bench import addresses, names
    from bench.history import copy_history
    from server.core import clock

    names.load_rows(names.Names(5_000, 2_000, 2_000), now=clock.now())
    figures: list[Figure] = []
    loaded = 0
    for size, back in zip(sizes, range(len(sizes) - 1, -1, -1), strict=True):
        began = time.monotonic()
        copy_history(jobs=size - loaded, now=clock.now() - _STEP * back)
        _settle()
        print(f"{size:,} jobs after {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        loaded = size
        figures += addresses.pages(rows=size, times=_TIMES)
    return figures


def _settle() -> None:
    """What PostgreSQL does by itself some minutes later."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM (ANALYZE)")


def curve(figures: Iterable[Figure]) -> str:
    """A line for each page: p95 in milliseconds at each size."""
    pages: dict[str, dict[int, float]] = {}
    for figure in figures:
        pages.setdefault(figure.name, {})[figure.rows] = figure.p95_ms
    sizes = sorted({size for found in pages.values() for size in found})
    width = max(map(len, pages))
    head = f"{'p95 in ms':<{width}}" + "".join(f"{size:>12,}" for size in sizes)
    lines = [
        f"{name:<{width}}" + "".join(f"{found[size]:>12.1f}" for size in sizes)
        for name, found in pages.items()
    ]
    return "\n".join([head, *lines])


def _plans() -> list[str]:
    """For each page that reads runs, jobs or the record, the nodes of its plans that do."""
    from bench import addresses
    from bench.asker import make_asker

    client, known = Client(), addresses.words()
    client.force_login(make_asker())
    lines = []
    for template in addresses.templates():
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/api/v3/{template.format_map(known)}")
        selects = [each["sql"] for each in captured if each["sql"].startswith("SELECT")]
        if read := sorted({node for sql in selects for node in _nodes(sql)}):
            lines += [template, *(f"    {node}" for node in read)]
    return lines


def _nodes(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (COSTS OFF) {sql}")
        plan = [line.strip().removeprefix("->").strip() for (line,) in cursor.fetchall()]
    scans = ("Scan using ", "Scan on ", "Bitmap Index Scan ")
    of_record = ("jobs_", "audit_")
    return [
        node
        for node in plan
        if any(table in node for table in of_record) and any(scan in node for scan in scans)
    ]


def _costs() -> list[str]:
    """Bytes a row, with indexes, of each table that grows with the runs."""
    lines = []
    with connection.cursor() as cursor:
        for table in _RECORD:
            sizes = f"pg_table_size('{table}'), pg_indexes_size('{table}')"
            cursor.execute(f"SELECT count(*), {sizes} FROM {table}")  # noqa: S608
            rows, heap, indexes = cursor.fetchone()
            lines.append(
                f"{table:<24}{rows:>12,} rows, {(heap + indexes) / rows:>6.0f} bytes a row "
                f"({indexes / rows:.0f} of them indexes), {(heap + indexes) / 2**20:,.0f} MiB"
            )
    return lines


if __name__ == "__main__":
    sys.exit(main())
