"""Calls of `/api/v2/`, as a runner makes them, and of what a person does meanwhile."""

import http.client
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from conformance.report import Surprise


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes

    def json(self) -> Any:
        """The body, which has to be JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            raise Surprise(f"{self}, which is not JSON") from None

    def __str__(self) -> str:
        return f"{self.status} {self.body[:200].decode(errors='replace')}".strip()


@dataclass(frozen=True, slots=True)
class Caller:
    """A client of one address. Its token, if there is one, is sent raw."""

    url: str
    token: str | None = None
    root: str = "/api/v2/"
    timeout_s: float = 60

    def call(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request on a connection of its own; redirects are not followed."""
        parts = urlsplit(self.url)
        is_sealed = parts.scheme == "https"
        kind = http.client.HTTPSConnection if is_sealed else http.client.HTTPConnection
        connection = kind(parts.netloc, timeout=self.timeout_s)
        own = {} if self.token is None else {"Authorization": self.token}
        try:
            connection.request(method, self.root + path, body, {**own, **(headers or {})})
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """A GET; `_` in the name of a header stands for `-`."""
        return self.call(
            "GET", path, headers={name.replace("_", "-"): each for name, each in headers.items()}
        )

    def post(self, path: str, body: Any, *, kind: str = "application/json") -> Answer:
        """A POST of JSON, or of bytes as they are."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.call("POST", path, raw, {"Content-Type": kind})

    def push(self, *jobs: Any) -> Answer:
        """A report of these jobs."""
        return self.post("jobs/", list(jobs))


class People(Protocol):
    """What people do at the server that is judged."""

    workspace: str

    def ask(self, *actions: str) -> str:
        """Ask for actions to be run. Returns the identifier of the request."""

    def cancel(self, identifier: str, *actions: str) -> None:
        """Cancel actions of a request, or all of it."""

    def see(self, identifier: str) -> dict[str, Any]:
        """What a page would show: `status`, and `jobs` with `action`, `status`, … each."""


class PeopleByApi:
    """People who use `/api/v3/` by a personal token."""

    def __init__(self, *, url: str, token: str, workspace: str, backend: str) -> None:
        self._api = Caller(url, f"Bearer {token}", "/api/v3/")
        self.workspace, self._backend = workspace, backend

    def ask(self, *actions: str) -> str:
        """By `createJobRequest`."""
        body = {"backend": self._backend, "actions": actions, "force_run_dependencies": True}
        answer = self._api.post(f"workspaces/{self.workspace}/job-requests", body)
        return str(_taken(answer, 201)["identifier"])

    def cancel(self, identifier: str, *actions: str) -> None:
        """By `cancelJobRequest`."""
        body = {"actions": actions} if actions else {}
        _taken(self._api.post(f"job-requests/{identifier}/cancel", body), 200)

    def see(self, identifier: str) -> dict[str, Any]:
        """By `getJobRequest`."""
        return dict(_taken(self._api.get(f"job-requests/{identifier}"), 200))


class PeopleByCommand:
    """People of another server, by a command of whoever runs it.

    `COMMAND ask ACTION…` prints an identifier, `COMMAND cancel IDENTIFIER [ACTION…]` nothing,
    `COMMAND see IDENTIFIER` a JSON object as `People.see` has it.
    """

    def __init__(self, command: str, *, workspace: str) -> None:
        self._command, self.workspace = command, workspace

    def ask(self, *actions: str) -> str:
        """The first line that the command prints."""
        return self._run("ask", *actions).strip()

    def cancel(self, identifier: str, *actions: str) -> None:
        """The command ends when it is done."""
        self._run("cancel", identifier, *actions)

    def see(self, identifier: str) -> dict[str, Any]:
        """The object that the command prints."""
        return dict(json.loads(self._run("see", identifier)))

    def _run(self, *arguments: str) -> str:
        ended = subprocess.run(
            [self._command, *arguments], capture_output=True, text=True, timeout=60, check=False
        )
        if ended.returncode:
            raise OSError(f"{self._command} {arguments[0]} failed: {ended.stderr.strip()}")
        return ended.stdout


def _taken(answer: Answer, status: int) -> dict[str, Any]:
    if answer.status != status:
        raise Surprise(f"the people's API answered {answer}")
    return dict(answer.json())
