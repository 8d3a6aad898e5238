"""gunicorn's settings, by the environment they are read in."""

import runpy
import threading
from pathlib import Path

import pytest

from server.outbox.management.commands import run_worker

CONFIGURATION = Path(__file__).resolve().parents[2] / "gunicorn.conf.py"
POSTGRES = "postgresql://someone@db/jobserver"


@pytest.mark.parametrize(
    ("environment", "workers"),
    [
        ({"DATABASE_URL": "sqlite:///var/db.sqlite3"}, 1),
        ({"DATABASE_URL": ""}, 1),
        ({"DATABASE_URL": POSTGRES}, 2),
        ({"DATABASE_URL": POSTGRES, "WEB_CONCURRENCY": "5"}, 5),
    ],
    ids=["SQLite", "the default", "PostgreSQL", "as many as are wanted"],
)
def test_gunicorn_has_as_many_processes_as_the_database_has_use_for(
    monkeypatch, environment, workers
):
    monkeypatch.setenv("WEB_CONCURRENCY", "")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert runpy.run_path(str(CONFIGURATION))["workers"] == workers


def test_gunicorn_listens_on_port_and_opens_no_control_socket(monkeypatch):
    monkeypatch.setenv("PORT", "8123")

    configuration = runpy.run_path(str(CONFIGURATION))

    assert configuration["bind"] == "0.0.0.0:8123"
    assert configuration["control_socket_disable"] is True


@pytest.mark.parametrize(("wanted", "runs"), [("1", True), ("0", False), ("", False)])
def test_web_process_does_the_workers_work_only_when_it_is_embedded(monkeypatch, wanted, runs):
    started = threading.Event()
    monkeypatch.setenv("EMBEDDED_WORKER", wanted)
    monkeypatch.setattr(run_worker, "run_until", lambda stop: started.set())

    runpy.run_path(str(CONFIGURATION))["post_worker_init"](object())

    assert started.wait(timeout=2 if runs else 0.1) is runs
