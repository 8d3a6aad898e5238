"""Web servers and workers as they run in production, on the database of the test that starts them.

The test keeps what it writes (`transactional_db`), so that the server's processes see it.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

BACKEND = Path(__file__).resolve().parents[1]
_STARTS_WITHIN_S = 60


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, which must be JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Production:
    """A running server; `output` holds all that its processes printed."""

    port: int
    output: Path

    def get(self, path: str, **headers: str) -> str:
        """The body of what `path` answers, whatever that is."""
        return self.call("GET", path, **headers).body.decode()

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """One request on a connection of its own; `_` in the name of a header stands for `-`.

        `body` is sent as JSON.
        """
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        if body is not None:
            named["Content-Type"] = "application/json"
        calls = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            calls.request(method, path, None if body is None else json.dumps(body), named)
            response = calls.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            calls.close()

    def lines(self) -> Sequence[str]:
        """What was printed so far."""
        return self.output.read_text().splitlines()


@contextmanager
def production(folder: Path, **settings: str) -> Iterator[Production]:
    """gunicorn with its own configuration and these settings; stopped at the end.

    `folder` is its own: there it prints.
    """
    port = _free_port()
    bind = ["--bind", f"127.0.0.1:{port}"]
    with _running(folder, "-m", "gunicorn", *bind, "config.wsgi", **settings) as process:
        server = Production(port, folder / "output")
        _wait_until_it_answers(server, process)
        yield server


@contextmanager
def worker(folder: Path, **settings: str) -> Iterator[None]:
    """A worker with these settings, which delivers until it is stopped at the end."""
    with _running(folder, "manage.py", "run_worker", **settings):
        yield


@contextmanager
def _running(folder: Path, *argv: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "output").open("w") as kept:
        process = subprocess.Popen(
            [sys.executable, *argv],
            cwd=BACKEND,
            env=environment_of_production(**settings),
            stdout=kept,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=30)


def environment_of_production(**settings: str) -> dict[str, str]:
    """The environment of a process in production, on the database of this test."""
    environment = os.environ | {"DATABASE_URL": database_url(), "PYTHONPATH": "."} | settings
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return environment


def database_url() -> str:
    """Of the database of this test."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    sign_in = f"{found['USER']}:{found['PASSWORD']}"
    return f"postgresql://{sign_in}@{found['HOST']}:{found['PORT']}/{found['NAME']}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_it_answers(server: Production, process: subprocess.Popen[bytes]) -> None:
    ends_at = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < ends_at:
        if process.poll() is not None:
            break
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("\n".join(["The server did not start.", *server.lines()]))
