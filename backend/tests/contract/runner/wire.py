"""What a job-runner sends, in the test's own words."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from conformance.jobs import failed, job, succeeded

__all__ = ["R1", "R2", "Runner", "failed", "job", "succeeded", "warnings_in"]

R1 = "a" * 16
R2 = "b" * 16


def warnings_in(logs: list[Any]) -> list[str]:
    """The names of the warnings among captured log lines."""
    return [line["event"] for line in logs if line["log_level"] == "warning"]


@dataclass
class Runner:
    """A client of /api/v2/ that sends its token raw, as runners do."""

    token: str | None
    client: Client = field(default_factory=Client)

    def _headers(self, headers: dict[str, str]) -> dict[str, str]:
        own = {} if self.token is None else {"Authorization": self.token}
        return own | headers

    def get(self, path: str, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"/api/v2/{path}", headers=self._headers(named))

    def call(self, method: str, path: str, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(method, f"/api/v2/{path}", headers=self._headers(named))

    def post(
        self,
        path: str,
        body: Any,
        *,
        content_type: str = "application/json",
        headers: dict[str, str] | None = None,
    ) -> Any:
        raw = body if isinstance(body, bytes | str) else json.dumps(body)
        return self.client.generic(
            "POST",
            f"/api/v2/{path}",
            raw,
            content_type=content_type,
            headers=self._headers(headers or {}),
        )

    def push(self, *jobs: Any) -> Any:
        return self.post("jobs/", list(jobs))

    def listed(self, query: str = "") -> list[dict[str, Any]]:
        answer = self.get(f"job-requests/{query}")
        assert answer.status_code == 200, answer.content
        return answer.json()["results"]
