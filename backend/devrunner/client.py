"""The two calls that a runner makes, and a look at how earlier jobs ended."""

import json
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen


class JobServer:
    """One backend's line to the job server; a call that fails raises OSError, most often."""

    def __init__(self, *, url: str, token: str, backend: str) -> None:
        self.url, self.token, self.backend = url.rstrip("/"), token, backend
        self._seen: tuple[str, Any] = ("", {"results": []})

    def job_requests(self) -> list[dict[str, Any]]:
        """What the server wants of this backend now, newest first; by a 304 if nothing changed."""
        try:
            self._seen = self._call("job-requests/", tag=self._seen[0])
        except HTTPError as error:
            if error.code != 304:
                raise
        return list(self._seen[1]["results"])

    def statuses(self, workspace: str) -> dict[str, str]:
        """The status of each action's newest job in a workspace on this backend."""
        return dict(self._call(f"workspaces/{workspace}/statuses/?backend={self.backend}")[1])

    def report(self, jobs: list[dict[str, Any]]) -> None:
        """Say how things stand: all jobs of every request that `jobs` belong to."""
        self._call("jobs/", json.dumps(jobs).encode())

    def _call(self, path: str, body: bytes | None = None, *, tag: str = "") -> tuple[str, Any]:
        headers = {"Authorization": self.token, "Content-Type": "application/json"}
        headers |= {"If-None-Match": tag, "Flags": '{"mode":{"v":null},"paused":{"v":null}}'}
        with urlopen(Request(f"{self.url}/api/v2/{path}", body, headers), timeout=10) as response:
            return response.headers.get("ETag", ""), json.load(response)
