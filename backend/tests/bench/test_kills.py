"""Notices while the worker is killed: a smaller run of `python -m bench.kills`."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from bench.kills import Tally

BACKEND = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="uses a database of its own, and runs with the tests on SQLite",
)
def test_nobody_is_told_nothing_while_the_worker_is_killed() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bench.kills", "--completions", "20", "--kills", "5"],
        cwd=BACKEND,
        capture_output=True,
        text=True,
        timeout=240,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    last = ended.stdout.splitlines()[-1]
    assert last.startswith("20 completions, 5 kills: ")
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
