"""The web server as it runs in production, on the database of the test that starts it.

The test keeps what it writes (`transactional_db`), so that the server's processes see it.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.db import connection

BACKEND = Path(__file__).resolve().parents[1]
_STARTS_WITHIN_S = 60


@dataclass(frozen=True)
class Production:
    """A running server; `output` holds all that its processes printed."""

    port: int
    output: Path

    def get(self, path: str, **headers: str) -> str:
        """The body of what `path` answers, whatever that is."""
        calls = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            calls.request("GET", path, headers=headers)
            return calls.getresponse().read().decode()
        finally:
            calls.close()

    def lines(self) -> Sequence[str]:
        """What was printed so far."""
        return self.output.read_text().splitlines()


@contextmanager
def production(folder: Path, **settings: str) -> Iterator[Production]:
    """gunicorn with its own configuration and these settings; stopped at the end."""
    environment = environment_of_production(**settings)
    port, output = _free_port(), folder / "output"
    with output.open("w") as kept:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "config.wsgi"],
            cwd=BACKEND,
            env=environment,
            stdout=kept,
            stderr=subprocess.STDOUT,
        )
        server = Production(port, output)
        try:
            _wait_until_it_answers(server, process)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=30)


def environment_of_production(**settings: str) -> dict[str, str]:
    """The environment of a process in production, on the database of this test."""
    environment = os.environ | {"DATABASE_URL": _database_url(), "PYTHONPATH": "."} | settings
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return environment


def _database_url() -> str:
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
