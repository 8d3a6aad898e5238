"""Plays the server, for the cases that judge a runner: lists what it is told to, and notes all."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

BACKEND = "test"
TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f001234567"  # noqa: S105
_NOW_AND_THEN_S = 0.2


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the runner and how it was answered."""

    at: float
    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    body: bytes
    status: int

    @property
    def jobs(self) -> list[dict[str, Any]]:
        """The reported jobs; nothing where it is no report."""
        try:
            document = json.loads(self.body or b"null")
        except ValueError:
            return []
        items = document if isinstance(document, list) else []
        return [each for each in items if isinstance(each, dict)]


@dataclass
class Server:
    """What is listed, what goes wrong, and every call that came."""

    port: int = 0
    listed: list[dict[str, Any]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    troubles: list[tuple[str, int]] = field(default_factory=list)  # method, status; 0: hang up
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _version: int = 0

    def show(self, *requests: dict[str, Any]) -> None:
        """List these from now on."""
        with self._changed:
            self.listed = [*requests]
            self._version += 1

    def fail(self, method: str, *statuses: int) -> None:
        """Answer the next calls of a method so; 0 hangs up in the middle."""
        with self._changed:
            self.troubles += [(method, status) for status in statuses]

    def reports(self, *, since: int = 0, taken: bool = True) -> list[Call]:
        """The reports that came; only those that were taken, unless told otherwise."""
        return [
            call
            for call in self.calls[since:]
            if call.method == "POST" and (call.status == 200 or not taken)
        ]

    def polls(self, *, since: int = 0) -> list[Call]:
        """The calls that asked for the list."""
        return [c for c in self.calls[since:] if c.method == "GET" and _is(c.path, "job-requests")]

    def wait(self, holds: Callable[[], bool], *, within_s: float) -> bool:
        """Whether it holds within a time; asked again after each call, and now and then."""
        end = time.monotonic() + within_s
        with self._changed:
            while not holds():
                left = end - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(min(left, _NOW_AND_THEN_S))
        return True

    def newest(self, identifier: str) -> dict[str, dict[str, Any]]:
        """Action → its job, by the last report that was taken and speaks of the request."""
        for call in reversed(self.reports()):
            found = {j["action"]: j for j in call.jobs if j.get("job_request_id") == identifier}
            if found:
                return found
        return {}

    @property
    def tag(self) -> str:
        """The tag of what is listed."""
        return f'"{self._version}"'

    def answer(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, Any]:
        """Status and document for one call, which is noted."""
        with self._changed:
            status, document = self._decide(method, path, headers)
            self.calls.append(Call(time.monotonic(), method, path, headers, body, status))
            self._changed.notify_all()
        return status, document

    def _decide(self, method: str, path: str, headers: dict[str, str]) -> tuple[int, Any]:
        if self.troubles and self.troubles[0][0] == method and not path.endswith("statuses/"):
            status = self.troubles.pop(0)[1]
            return status, {"detail": "Invalid token" if status == 403 else "Something went wrong"}
        if headers.get("authorization") != TOKEN:
            return 403, {"detail": "Invalid token"}
        if method == "GET" and _is(path, "job-requests"):
            if headers.get("if-none-match") == self.tag:
                return 304, None
            page = {"count": len(self.listed), "next": None, "previous": None}
            return 200, {**page, "results": self.listed}
        if method == "POST" and _is(path, "jobs"):
            return 200, {"status": "success"}
        if method == "GET" and "/workspaces/" in path:
            return 200, {}
        return 404, {"detail": "Not found."}


@contextmanager
def serving() -> Iterator[Server]:
    """The server on a free port of this machine."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, document = server.answer(self.command, self.path, headers, body)
            if status == 0:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{")
                self.close_connection = True
                return
            raw = b"" if document is None else json.dumps(document).encode()
            self.send_response(status)
            if self.command == "GET" and _is(self.path, "job-requests"):
                self.send_header("ETag", server.tag)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """The calls are noted, not printed."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server.port = http.server_port
    thread = threading.Thread(target=http.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def _is(path: str, name: str) -> bool:
    return urlsplit(path).path.rstrip("/").endswith(f"/{name}")
