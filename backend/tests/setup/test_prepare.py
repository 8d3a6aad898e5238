"""The preparation that `make run` makes, on a database of its own."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_preparation_migrates_and_then_says_in_one_line_why_nothing_may_start(tmp_path):
    database = tmp_path / "db.sqlite3"

    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "prepare.py", "--demo"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": f"sqlite:///{database}",
            "BACKENDS": "tpp,utopia",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "utopia" in done.stderr
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM fleet_backend").fetchone()[0] > 0
    connection.close()
