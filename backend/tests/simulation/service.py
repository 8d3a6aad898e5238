"""The service under test: calls over WSGI, worker, clock, death, backup.

Every history runs in a transaction that is rolled back; what the server takes for transactions are
savepoints of it. So a backup is a savepoint as well, and restoring it a way back to that.
"""

import functools
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from django.core import mail
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction

from server.core import clock, rounds
from server.fleet import contact
from server.outbox.management.commands.run_worker import deliver_due
from server.runner_api import unchanged
from tests.recipes import NOON

_ACTION = re.compile(r"(?:RELEASE|ROLLBACK TO) SAVEPOINT (.+)")


class Killed(BaseException):
    """The process ended here; nothing in the server can catch it."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Service:
    """One server process and one worker process over one database."""

    def __init__(self) -> None:
        self.now = NOON
        self._handler = _handler()
        self._backup: str | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Have the server read this clock, and begin as a new process."""
        signals = (request_started, request_finished)
        for signal in signals:  # they would close the connection that holds the history
            signal.disconnect(close_old_connections)
        try:
            with patch.object(clock, "now", lambda: self.now):
                self.forget_memory()
                mail.outbox = []
                yield
        finally:
            for signal in signals:
                signal.connect(close_old_connections)

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def call(
        self, method: str, path: str, *, headers: Mapping[str, str], body: bytes = b"", cut: int = 0
    ) -> Answer:
        """What the server answers; with `cut`, the connection is lost that many bytes early."""
        address, answered = urlsplit(path), {}
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": address.path,
            "QUERY_STRING": address.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/json" if body else "",
            "HTTP_HOST": "localhost",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body[: len(body) - cut]),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        } | {f"HTTP_{name.upper().replace('-', '_')}": text for name, text in headers.items()}

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            answered["status"], answered["headers"] = int(status[:3]), dict(headers)

        parts = self._handler(environ, start)
        try:
            return Answer(**answered, body=b"".join(parts))
        finally:
            parts.close()

    def work(self) -> None:
        """The worker looks around and delivers what is due."""
        rounds.run(now=clock.now)
        deliver_due()

    @contextmanager
    def dying_at(self, statement: int) -> Iterator[None]:
        """Kill the process before that SQL statement, or at the end where there are fewer.

        Memory is lost, and what was not committed; the answer gets to nobody. Raises `Killed`.
        """
        left = statement

        def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            nonlocal left
            left -= 1
            if left == -1:
                if found := _ACTION.fullmatch(sql):  # the kill comes before the COMMIT
                    execute(f"ROLLBACK TO SAVEPOINT {found[1]}", *rest)
                raise Killed
            return execute(sql, *rest)

        try:
            with connection.execute_wrapper(count):
                yield
            raise Killed
        finally:
            self.forget_memory()

    def forget_memory(self) -> None:
        """What a process that starts anew does not have."""
        contact._tally = contact.CallTally()
        unchanged.kept.forget()
        cache.clear()

    def back_up(self) -> None:
        self._backup = transaction.savepoint()

    def restore(self) -> bool:
        """Put the database back to the backup, and do as INSTALL.md says; False without one."""
        if self._backup is None:
            return False
        transaction.savepoint_rollback(self._backup)
        self.forget_memory()
        self.command("new_epoch")
        return True

    def command(self, *words: str) -> None:
        """An operator runs `manage.py` with these words."""
        call_command(*words, stdout=io.StringIO())


@functools.cache
def _handler() -> WSGIHandler:
    """Its making takes longer than a history."""
    return WSGIHandler()
