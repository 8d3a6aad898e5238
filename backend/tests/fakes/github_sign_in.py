"""GitHub's side of signing in, on loopback: the page that asks, the token, who it belongs to."""

import hashlib
import json
import secrets
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

CLIENT_ID, CLIENT_SECRET = "client-of-tests", "secret-of-tests"
AUTHORIZE, TOKEN, USER, EMAILS = (
    "/login/oauth/authorize",
    "/login/oauth/access_token",
    "/api/v3/user",
    "/api/v3/user/emails",
)

Fault = Callable[["Handler"], None]


@dataclass
class Person:
    """Somebody with a GitHub account."""

    id: int = 7001
    login: str = "ada-gh"
    name: str | None = "Ada Lovelace"
    email: str | None = None
    emails: list[Any] = field(
        default_factory=lambda: [
            {"email": "old@example.org", "primary": False, "verified": True},
            {"email": "Ada.L@example.org", "primary": True, "verified": True},
        ]
    )


@dataclass
class GitHub:
    """What a test sees of the server: who sits before the browser, and what goes wrong.

    `faults` answer in place of GitHub, by path. `seen` holds the paths that were asked for, and
    `secrets` every code, state and token that was handed out.
    """

    url: str = ""
    person: Person = field(default_factory=Person)
    faults: dict[str, Fault] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)
    _tokens: set[str] = field(default_factory=set)

    def approve(self, authorize_url: str) -> str:
        """Where the browser is sent after "Authorize"."""
        asked = _query(authorize_url)
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        assert asked["scope"] == "user:email"
        code = self._new_secret()
        self.secrets += [asked["state"]]
        self._codes[code] = asked
        return _callback(asked, code=code)

    def deny(self, authorize_url: str) -> str:
        """Where the browser is sent after "Cancel"."""
        return _callback(_query(authorize_url), error="access_denied")

    def token_for(self, sent: dict[str, str]) -> dict[str, Any]:
        """The token for a code; each code works once, for whom it was begun by."""
        asked = self._codes.pop(sent.get("code", ""), None)
        if asked is None or not _fits(sent, asked):
            return {"error": "bad_verification_code"}
        token = self._new_secret()
        self._tokens.add(token)
        return {"access_token": token, "token_type": "bearer", "scope": asked["scope"]}

    def knows(self, authorization: str) -> bool:
        return authorization.removeprefix("token ") in self._tokens

    def _new_secret(self) -> str:
        secret = secrets.token_hex(20)
        self.secrets.append(secret)
        return secret


def _fits(sent: dict[str, str], asked: dict[str, str]) -> bool:
    digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
    challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
    return (
        sent.get("client_id") == CLIENT_ID
        and sent.get("client_secret") == CLIENT_SECRET
        and sent.get("redirect_uri") == asked["redirect_uri"]
        and challenge == asked["code_challenge"]
    )


@contextmanager
def running_github_sign_in() -> Iterator[GitHub]:
    """A server on a free port of 127.0.0.1, stopped in the end."""
    github = GitHub()
    handler = type("SignInHandler", (Handler,), {"github": github})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        github.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield github
        finally:
            github.closing.set()
            server.shutdown()
            thread.join()


class Handler(BaseHTTPRequestHandler):
    """One connection to the server."""

    github: GitHub
    timeout = 5

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _answer(self, body: bytes) -> None:
        path = urlsplit(self.path).path
        self.github.seen.append(path)
        try:
            if fault := self.github.faults.get(path):
                fault(self)
            else:
                self._answer_as_github(path, dict(parse_qsl(body.decode())))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _answer_as_github(self, path: str, form: dict[str, str]) -> None:
        person = self.github.person
        if path == AUTHORIZE and self.command == "GET":
            self.send(200, _PAGE.encode(), "text/html; charset=utf-8")
        elif path == AUTHORIZE:
            decide = self.github.approve if form["decision"] == "yes" else self.github.deny
            self.send(302, location=decide(self.path))
        elif path == TOKEN:
            self.send_json(self.github.token_for(form))
        elif not self.github.knows(self.headers.get("Authorization", "")):
            self.send_json({"message": "Bad credentials"}, status=401)
        elif path == USER:
            named = {"id": person.id, "login": person.login}
            self.send_json(named | {"name": person.name, "email": person.email})
        elif path == EMAILS:
            self.send_json(person.emails)
        else:
            self.send(404)

    def send_json(self, value: Any, *, status: int = 200) -> None:
        self.send(status, json.dumps(value).encode())

    def send(
        self, status: int, body: bytes = b"", kind: str = "application/json", *, location: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Nothing: the paths are kept in `seen`."""


def answers_html(handler: Handler) -> None:
    """A page where JSON should be, with status 200: a proxy's, or an incident's."""
    handler.send(200, b"<html><h1>Unicorn</h1></html>", "text/html")


def fails(handler: Handler) -> None:
    handler.send(500, b"Whoops")


def is_silent(handler: Handler) -> None:
    """Nothing comes until the test is over."""
    handler.github.closing.wait(30)


def hangs_up(handler: Handler) -> None:
    handler.close_connection = True


def says(value: Any) -> Fault:
    """JSON, but not what is expected."""
    return lambda handler: handler.send_json(value)


def _query(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def _callback(asked: dict[str, str], **more: str) -> str:
    return f"{asked['redirect_uri']}?{urlencode(more | {'state': asked['state']})}"


_PAGE = """<!doctype html><html lang="en"><title>Authorize Job server</title>
<h1>Authorize Job server</h1>
<form method="post">
<button name="decision" value="yes">Authorize</button>
<button name="decision" value="no">Cancel</button>
</form></html>"""
