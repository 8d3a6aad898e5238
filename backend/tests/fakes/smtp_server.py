"""A mail server on loopback, as far as sending one message needs it. Source: RFC 5321, RFC 4954."""

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from socketserver import StreamRequestHandler, ThreadingTCPServer


@dataclass
class SmtpServer:
    """What a test sees of the server; `refusal` is answered to every recipient, where set."""

    port: int = 0
    messages: list[Message] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    logins: list[list[str]] = field(default_factory=list)
    refusal: str = ""


@contextmanager
def running_smtp() -> Iterator[SmtpServer]:
    """A server on a free port of 127.0.0.1, stopped in the end."""
    smtp = SmtpServer()
    handler = type("Handler", (_Handler,), {"smtp": smtp})
    with ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        smtp.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield smtp
        server.shutdown()


class _Handler(StreamRequestHandler):
    smtp: SmtpServer

    def handle(self) -> None:
        """Answer until the client says QUIT or goes."""
        self._say("220 smtp.example.org ESMTP")
        while line := self.rfile.readline().decode().strip():
            verb, _, rest = line.partition(" ")
            self._say(self._answer(verb.upper(), rest))
            if verb.upper() == "QUIT":
                return

    def _answer(self, verb: str, rest: str) -> str:
        if verb == "EHLO":
            return "250-smtp.example.org\r\n250 AUTH PLAIN"
        if verb == "AUTH":
            _, user, password = base64.b64decode(rest.split()[-1]).decode().split("\0")
            self.smtp.logins.append([user, password])
            return "235 welcome"
        if verb == "RCPT":
            if self.smtp.refusal:
                return self.smtp.refusal
            self.smtp.recipients.append(rest.partition(":")[2].strip("<>"))
        if verb == "DATA":
            self._say("354 go on")
            self.smtp.messages.append(message_from_bytes(b"".join(self._lines())))
        return "221 bye" if verb == "QUIT" else "250 well"

    def _lines(self) -> Iterator[bytes]:
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            yield line.removeprefix(b".")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
