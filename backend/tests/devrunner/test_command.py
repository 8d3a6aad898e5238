"""`python -m devrunner` as a process."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.core import clock
from server.fleet.models import Backend
from server.jobs.models import Job
from tests.recipes import make_backend_token, make_job_request

BACKEND = Path(__file__).resolve().parents[2]
NOBODY = "http://127.0.0.1:9"  # the port of "discard": no server answers there

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a runner for one backend, or with tokens for those of a file."""
    started = []

    def start(*arguments: str, debug: str = "1") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "devrunner", "--store", str(tmp_path), *arguments],
            cwd=BACKEND,
            env=os.environ
            | {"DEBUG": debug, "BACKEND": "tpp", "JOB_SERVER_TOKEN": "t", "GIT_LOCAL_ROOT": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_it_is_refused_outside_development(start: Start) -> None:
    process = start("--url", NOBODY, debug="0")

    said, _ = process.communicate(timeout=20)

    assert process.returncode == 1
    assert said == "The development runner simulates jobs; it starts only where DEBUG=1.\n"


def test_it_goes_on_while_the_server_is_away(start: Start) -> None:
    process = start("--url", NOBODY, "--speed", "100")

    said = [process.stdout.readline() for _ in range(2)]

    assert all("devrunner for tpp: " in line and "refused" in line for line in said)
    assert process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_when_told_to(start: Start, number: signal.Signals) -> None:
    process = start("--url", NOBODY)
    process.stdout.readline()  # it is at work

    process.send_signal(number)

    process.wait(timeout=1)


def test_one_process_drives_several_backends(
    start: Start, live_server: Any, tpp: Backend, emis: Backend, tmp_path: Path
) -> None:
    for backend in (tpp, emis):
        make_job_request(backend=backend, requested_actions=["plot"], created_at=clock.now())
    tokens = [{"backend": each.slug, "token": make_backend_token(each)} for each in (tpp, emis)]
    (tmp_path / "tokens.json").write_text(json.dumps(tokens))

    start("--url", live_server.url, "--tokens", str(tmp_path / "tokens.json"), "--speed", "50")

    assert eventually(lambda: Job.objects.filter(completed_at__isnull=False).count() == 2)


def test_it_is_short_enough_to_be_an_example() -> None:
    lines = [path.read_text().count("\n") for path in (BACKEND / "devrunner").glob("*.py")]

    assert sum(lines) < 200


def eventually(is_so: Callable[[], bool], *, within_s: float = 30) -> bool:
    """Whether it becomes so in time; the runner is another process, so somebody has to wait."""
    ends_at = time.monotonic() + within_s
    while not is_so():
        if time.monotonic() > ends_at:
            return False
        time.sleep(0.1)
    return True
