"""The soak: runners that report at once, on the server as it runs in production."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from bench.runners import ReportingRunner
from bench.soak import _lost
from server.fleet.models import Backend
from tests.recipes import NOON, make_job, make_job_request

BACKEND = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="uses a database of its own, and runs with the tests on SQLite",
)
def test_four_clients_lose_nothing() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bench.soak", "--seconds", "5", "--clients", "4"],
        cwd=BACKEND,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.startswith("4 clients, 5 s: ")
    assert ended.stdout.rstrip().endswith("; 0 errors; 0 of 200 jobs lost.")


def test_a_client_notes_what_goes_wrong() -> None:
    runner = ReportingRunner(port=9, token="t", job_requests=["aaaa"])

    runner.work_until(time.monotonic() + 0.01)

    assert runner.errors
    assert not runner.last


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "identifier", "lost"),
    [("running", "one", 0), ("succeeded", "one", 1), ("running", "two", 1)],
    ids=["stored as reported", "stored otherwise", "not stored"],
)
def test_a_job_that_is_not_stored_as_reported_is_lost(
    tpp: Backend, status: str, identifier: str, lost: int
) -> None:
    make_job(
        make_job_request(backend=tpp),
        identifier="one",
        status=status,
        status_code="executing",
        status_message="at work",
        updated_at=NOON,
    )
    reported = {
        "identifier": identifier,
        "status": "running",
        "status_code": "executing",
        "status_message": "at work",
        "updated_at": NOON.isoformat(),
    }

    assert _lost([ReportingRunner(port=9, token="t", job_requests=[], last=[reported])]) == lost
