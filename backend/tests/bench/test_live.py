"""The measurement of live pages, on the server as it runs in production."""

import re
import subprocess
import sys

import pytest
from django.db import connection

from bench import live
from tests.conftest import ROOT

BACKEND = ROOT / "backend"


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


def test_viewers_ask_as_often_as_pages_do() -> None:
    page = (ROOT / "frontend/public/app/state/live.js").read_text()

    found = re.search(r"const EVERY_MS = (\d+);", page)

    assert found
    assert int(found[1]) == live._EVERY_S * 1000
