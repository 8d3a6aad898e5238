"""The checker OpenCodelists, by its HTTP API.

Source: domain reference 7.6: `POST check/` with the form fields `codelists` and `manifest` answers
`{"status": "ok"}` or `{"status": "error", …}`.
"""

import json
import threading
from typing import Any

import requests
import urllib3

from integrations.codelists import CheckerUnavailable
from integrations.time_limit import TimeLimitedAdapter, time_limit

_MOST_BYTES = 1_000_000


class OpenCodelists:
    """Codelists at OpenCodelists; see `CodelistChecker`.

    Args:
        url: the API's address, such as https://www.opencodelists.org/api/v1.
        timeout_s: how long the whole of a call may take, in seconds.
    """

    def __init__(self, *, url: str, timeout_s: float) -> None:
        self._url = url.rstrip("/")
        self._timeout_s = timeout_s
        self._threads = threading.local()

    def is_current(self, *, codelists: str, manifest: str) -> bool:
        """Whether OpenCodelists finds both texts in order."""
        status, body = self._post({"codelists": codelists, "manifest": manifest})
        if status != 200:
            raise CheckerUnavailable(f"OpenCodelists has a failure of its own (status {status}).")
        match _parsed(body):
            case {"status": "ok"}:
                return True
            case {"status": "error"}:
                return False
        raise CheckerUnavailable("OpenCodelists sent an answer that cannot be understood.")

    def _post(self, fields: dict[str, str]) -> tuple[int, bytes]:
        """Status and the beginning of the body; a redirect is an answer like any other."""
        with time_limit(self._timeout_s) as limit:
            try:
                response = self._session().post(
                    f"{self._url}/check/",
                    data=fields,
                    timeout=urllib3.Timeout(total=self._timeout_s),  # type: ignore[arg-type]
                    allow_redirects=False,
                    stream=True,
                )
                with response:
                    body: bytes = response.raw.read(_MOST_BYTES, decode_content=True)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                timeouts = (requests.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)
                if limit.is_over or isinstance(error, timeouts):
                    raise self._no_answer() from error
                raise CheckerUnavailable("OpenCodelists could not be reached.") from error
            # A body without a length ends where the limit cut it, and looks whole.
            if limit.is_over:
                raise self._no_answer()
        return response.status_code, body

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._threads, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = False  # no password of ~/.netrc goes there
            session.mount("https://", TimeLimitedAdapter())
            session.mount("http://", TimeLimitedAdapter())
            session.headers["User-Agent"] = "Job server"
            self._threads.session = session
        return session

    def _no_answer(self) -> CheckerUnavailable:
        return CheckerUnavailable(f"OpenCodelists has not answered for {self._timeout_s:g} s.")


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
