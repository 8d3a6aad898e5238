"""The application over HTTP on loopback, inside the transaction of whoever asks.

The server's threads use the caller's database connection, one request at a time, so a savepoint
around a request takes back all that it did.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Thread
from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections


class _Handler(WSGIRequestHandler):
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement

    def log_message(self, *args: Any) -> None:
        """Thousands of refusals are what is wanted here."""


class _Server(ThreadedWSGIServer):
    def _close_connections(self) -> None:
        """The one connection is not the server's own."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes

    @property
    def json(self) -> Any:
        """The body where it is JSON, else nothing."""
        try:
            return json.loads(self.body)
        except ValueError:
            return {}


class Client:
    """One client with a connection that is kept while the server keeps it."""

    def __init__(self, port: int) -> None:
        self._http = HTTPConnection("127.0.0.1", port, timeout=30)

    def call(
        self, method: str, path: str, *, body: Any = None, headers: Mapping[str, str]
    ) -> Answer:
        """Send one request. `body` is sent as JSON."""
        is_picture = isinstance(body, bytes)
        sent = body if body is None or is_picture else json.dumps(body).encode()
        kind = {"Content-Type": "image/png" if is_picture else "application/json"} if sent else {}
        self._http.request(method, path, body=sent, headers={**kind, **headers})
        response = self._http.getresponse()
        return Answer(response.status, response.read())


def _with_length(application: Any) -> Any:
    """Give each answer a length, without which the server would end the connection."""

    def measured(environ: Any, start_response: Any) -> list[bytes]:
        kept: list[Any] = []
        answer = application(environ, lambda *begun: kept.extend(begun))
        try:
            body = b"".join(answer)
        finally:
            answer.close()
        status, headers = kept[0], [each for each in kept[1] if each[0] != "Content-Length"]
        if not status.startswith(("204", "304")):
            headers.append(("Content-Length", str(len(body))))
        start_response(status, headers)
        return [body]

    return measured


@contextmanager
def serving() -> Iterator[Client]:
    """A client of the application that gunicorn serves, on a free port of loopback."""
    from config.wsgi import application

    connection = connections["default"]
    connection.inc_thread_sharing()
    for moment in (request_started, request_finished):
        moment.disconnect(close_old_connections)
    server = _Server(
        ("127.0.0.1", 0), _Handler, connections_override={connection.alias: connection}
    )
    server.set_app(_with_length(application))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    logging.disable(logging.WARNING)
    client = Client(server.server_port)
    try:
        yield client
    finally:
        client._http.close()
        logging.disable(logging.NOTSET)
        server.shutdown()
        server.server_close()
        thread.join()
        for moment in (request_started, request_finished):
            moment.connect(close_old_connections)
        connection.dec_thread_sharing()
