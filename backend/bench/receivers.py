"""A mail server and a receiver of webhooks on loopback, which count what arrives by its key."""

import json
import re
import socketserver
import threading
from collections import Counter, defaultdict
from contextlib import suppress
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

_PER_RUN = re.compile(r"run \d+\Z")


class Receivers:
    """Both servers while the context is open; `arrived` counts keys by channel."""

    def __init__(self) -> None:
        self.arrived: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._lock = threading.Lock()
        self._mail = _MailServer(self)
        self._web = _WebServer(self)

    def __enter__(self) -> Self:
        for server in (self._mail, self._web):
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for server in (self._mail, self._web):
            server.shutdown()
            server.server_close()

    @property
    def mail_port(self) -> int:
        """Where SMTP is spoken."""
        return int(self._mail.server_address[1])

    @property
    def web_port(self) -> int:
        """Where webhooks go."""
        return int(self._web.server_address[1])

    @property
    def count(self) -> int:
        """How many messages have arrived."""
        with self._lock:
            return sum(keys.total() for keys in self.arrived.values())

    def keep(self, channel: str, key: str) -> None:
        """One message more."""
        with self._lock:
            self.arrived[channel][key] += 1


class _MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, receivers: Receivers) -> None:
        self.receivers = receivers
        super().__init__(("127.0.0.1", 0), _MailHandler)


class _MailHandler(socketserver.StreamRequestHandler):
    """As much of SMTP as one message takes. Source: RFC 5321."""

    server: _MailServer

    def handle(self) -> None:
        with suppress(OSError):  # the sender was killed
            self._talk()

    def _talk(self) -> None:
        self._say("220 ready")
        while line := self.rfile.readline():
            match line[:4].upper():
                case b"DATA":
                    self._say("354 go on")
                    if not self._take():
                        return
                    self._say("250 taken")
                case b"QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 fine")

    def _take(self) -> bool:
        """Keep a message that arrives whole; False for one whose sender was killed meanwhile."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
        message = message_from_bytes(b"".join(lines))
        is_run = _PER_RUN.search(str(message["Subject"]))
        channel = "mail of each run" if is_run else "mail of each job"
        self.server.receivers.keep(channel, str(message["Message-ID"]))
        return True

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class _WebServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, receivers: Receivers) -> None:
        self.receivers = receivers
        super().__init__(("127.0.0.1", 0), _WebHandler)


class _WebHandler(BaseHTTPRequestHandler):
    server: _WebServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with suppress(OSError, ValueError):  # the sender was killed
            if self.path == "/slack":
                self.server.receivers.keep("Slack webhook", json.loads(body)["text"])
            else:
                self.server.receivers.keep("signed webhook", self.headers["webhook-id"])
            self.send_response(204)
            self.end_headers()

    def log_message(self, *_: object) -> None:
        return
