"""A caller of /api/v3/, for tests: JSON in, the answer out."""

from typing import Any

from django.test import Client

from server.people.models import User
from tests.recipes import make_personal_token

ROOT = "/api/v3/"


class Api:
    """Calls by address below /api/v3/; signed in where a person is given."""

    def __init__(self, person: User | None = None) -> None:
        self.client = Client(raise_request_exception=True)
        if person:
            self.client.force_login(person)

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: str) -> Any:
        return self.client.get(ROOT + path, query or {}, headers=_named(headers))

    def post(self, path: str, body: Any, **headers: str) -> Any:
        return self._send("post", path, body, headers)

    def patch(self, path: str, body: Any, **headers: str) -> Any:
        return self._send("patch", path, body, headers)

    def put(self, path: str, body: Any, **headers: str) -> Any:
        return self._send("put", path, body, headers)

    def delete(self, path: str, **headers: str) -> Any:
        return self._send("delete", path, None, headers)

    def _send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Any:
        send = getattr(self.client, method)
        return send(ROOT + path, body, content_type="application/json", headers=_named(headers))


def bearer(person: User, **fields: Any) -> str:
    """The value of `Authorization` with a new personal token."""
    return f"Bearer {make_personal_token(person, **fields)}"


def problem_of(answer: Any) -> tuple[int, str]:
    """Status and name of the problem that was answered."""
    assert answer["Content-Type"] == "application/problem+json", answer.content
    document = answer.json()
    assert document["status"] == answer.status_code
    return answer.status_code, document["type"].removeprefix("/problems/")


def pointers_of(answer: Any) -> list[str]:
    """What the errors of a problem point at."""
    return [error["pointer"] for error in answer.json()["errors"]]


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
