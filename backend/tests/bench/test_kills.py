"""Notices while workers are killed: a smaller run of `python -m bench.kills`."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from bench.kills import Tally
from tests.production import BACKEND, database_url


@pytest.mark.django_db
def test_nobody_is_told_nothing_while_workers_are_killed() -> None:
    """It makes a database of its own: on SQLite for one worker, on PostgreSQL for two."""
    on_postgres = connection.vendor == "postgresql"
    where = ["--postgres"] if on_postgres else []
    ended = subprocess.run(
        [sys.executable, "-m", "bench.kills", "--completions", "20", "--kills", "5", *where],
        cwd=BACKEND,
        env=os.environ | {"TEST_PG_URL": database_url()},
        capture_output=True,
        text=True,
        timeout=240,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    last = ended.stdout.splitlines()[-1]
    workers = "2 workers" if on_postgres else "1 worker"
    assert last.startswith(f"20 completions, 5 kills, {workers}: ")
    assert last.endswith(" 0 lost, 0 repeated without their key.")


@pytest.mark.parametrize(
    ("sent", "distinct", "counts"),
    [(10, 10, (0, 0, 0)), (12, 10, (2, 0, 0)), (9, 9, (0, 1, 0)), (11, 11, (0, 0, 1))],
    ids=["all once", "two again", "one lost", "one under another key"],
)
def test_a_channel_is_counted_by_keys(
    sent: int, distinct: int, counts: tuple[int, int, int]
) -> None:
    tally = Tally("inbox", due=10, sent=sent, distinct=distinct)

    assert (tally.repeated, tally.lost, tally.unknown) == counts
