"""The measurement of live pages, on the server as it runs in production."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

BACKEND = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="uses a database of its own, and runs with the tests on SQLite",
)
def test_viewers_see_changes_and_are_mostly_told_that_nothing_moved() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bench.live", "--seconds", "8", "--viewers", "10"],
        cwd=BACKEND,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ended.stdout.startswith("10 viewers, "), ended.stdout + ended.stderr
    assert "answered by 304" in ended.stdout
