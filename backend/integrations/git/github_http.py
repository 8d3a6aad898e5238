"""Calls of GitHub's REST API: token, limits of time and size, remembered answers, failures."""

import itertools
import json
import re
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.auth import AuthBase

from integrations.git.answer_cache import Answer, AnswerCache
from integrations.git.errors import AccessRefused, HostUnavailable, RateLimited
from integrations.time_limit import TimeLimitedAdapter, time_limit

Step = TypeVar("Step")

HOST = "GitHub"
JSON = "application/vnd.github+json"

_API_VERSION = "2022-11-28"
_MAX_JSON_BYTES = 10_000_000
_MAX_CACHE_BYTES = 32_000_000
_MAX_REDIRECTS = 3
_PAGE_SIZE = 100
# A chain of calls (pages, comparisons) may take so many times as long as one call.
_CHAIN_FACTOR = 3
_DAY_S = 24 * 60 * 60

# Not found; gone; an empty repository; an id that no commit can have; withdrawn for legal reasons.
_MISSING = {404, 409, 410, 422, 451}


class Missing(Exception):
    """GitHub has nothing there, or nothing it would show us."""


class TooLarge(Exception):
    """The answer is larger than the caller would read."""


class GitHubClient:
    """Reads from one GitHub API. Safe to share between threads; each has its own connections.

    Every call takes at most about `timeout_s` seconds. Finding the address of the host comes on
    top, with the limits of the operating system's resolver.
    """

    def __init__(self, *, api_url: str, token: str, timeout_s: float) -> None:
        # Checked here because the HTTP library would quote a bad token in its complaint.
        if not re.fullmatch(r"[\x21-\x7e]*", token):
            raise ValueError("GITHUB_TOKEN has characters no token has. Set it anew, or empty.")
        self._api_url = api_url.rstrip("/")
        self._token = token
        self._timeout_s = timeout_s
        self._cache = AnswerCache(max_bytes=_MAX_CACHE_BYTES)
        self._threads = threading.local()

    def get_json(self, path: str, *, params: Mapping[str, str | int] | None = None) -> Any:
        """What GitHub answers to GET `path` (escaped by the caller), parsed.

        Raises:
            Missing: there is no such thing.
            RateLimited, AccessRefused, HostUnavailable: no answer that can be used.
        """
        return _parse(self._get_json_answer(path, params=params or {}))

    def get_pages(self, path: str) -> Iterator[Any]:
        """Each page of the list at `path`, parsed; raises as `get_json` does."""
        for page in self.within_patience(itertools.count(1)):
            params = {"per_page": _PAGE_SIZE, "page": page}
            answer = self._get_json_answer(path, params=params)
            yield _parse(answer)
            if not answer.has_next_page:
                return

    def get_raw(
        self, path: str, *, params: Mapping[str, str | int], accept: str, max_bytes: int
    ) -> Answer:
        """The answer as it came, at most `max_bytes` of it.

        Raises:
            TooLarge: there is more.
            Missing, RateLimited, AccessRefused, HostUnavailable: as for `get_json`.
        """
        key = (path, tuple(sorted(params.items())), accept)
        known = self._cache.get(key)
        headers = {"Accept": accept}
        if known is not None:
            headers["If-None-Match"] = known.etag
        response, body = self._exchange(path, params, headers, max_bytes)
        if response.status_code == 304 and known is not None:
            return known
        _raise_for_status(response, body)
        if len(body) > max_bytes:
            raise TooLarge
        answer = Answer(
            body=body,
            content_type=response.headers.get("Content-Type", ""),
            has_next_page="next" in response.links,
            etag=response.headers.get("ETag", ""),
        )
        if answer.etag:
            self._cache.put(key=key, answer=answer)
        return answer

    def within_patience(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Hand on `steps`, a call or so each, until they have taken three times `timeout_s`.

        Raises:
            HostUnavailable: time was up before the steps were.
        """
        patience_s = _CHAIN_FACTOR * self._timeout_s
        ends_at = time.monotonic() + patience_s
        for step in steps:
            if time.monotonic() > ends_at:
                reason = f"was not done answering after {patience_s:g} s"
                raise HostUnavailable(host=HOST, reason=reason)
            yield step

    def _get_json_answer(self, path: str, *, params: Mapping[str, str | int]) -> Answer:
        try:
            return self.get_raw(path, params=params, accept=JSON, max_bytes=_MAX_JSON_BYTES)
        except TooLarge as error:
            raise HostUnavailable(host=HOST, reason="sent an answer of more than 10 MB") from error

    def _exchange(
        self,
        path: str,
        params: Mapping[str, str | int],
        headers: Mapping[str, str],
        max_bytes: int,
    ) -> tuple[requests.Response, bytes]:
        """Send a request and read the body, or one byte more than the caller wants of it."""
        with time_limit(self._timeout_s) as limit:
            try:
                response = self._follow(self._api_url + path, params, headers)
                with response:
                    body: bytes = response.raw.read(max_bytes + 1, decode_content=True)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                timeouts = (requests.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)
                if limit.is_over or isinstance(error, timeouts):
                    raise self._no_answer() from error
                raise HostUnavailable(host=HOST, reason="could not be reached") from error
            # A body without a length ends where the limit cut it, and looks whole.
            if limit.is_over:
                raise self._no_answer()
        return response, body

    def _follow(
        self, url: str, params: Mapping[str, str | int], headers: Mapping[str, str]
    ) -> requests.Response:
        """The answer after redirects (renamed repositories), none of which leaves the API.

        Followed here and not by the library, which would take the answers of any host.
        """
        response = self._send(url, params, headers)
        for _ in range(_MAX_REDIRECTS):
            if not response.is_redirect:
                return response
            response.close()
            url = urljoin(response.url, response.headers["Location"])
            if urlsplit(url)[:2] != urlsplit(self._api_url)[:2]:
                reason = "sent this service on to another host, where it does not go"
                raise HostUnavailable(host=HOST, reason=reason)
            response = self._send(url, {}, headers)
        response.close()
        raise HostUnavailable(host=HOST, reason="sends this service from address to address")

    def _send(
        self, url: str, params: Mapping[str, str | int], headers: Mapping[str, str]
    ) -> requests.Response:
        return self._session().get(
            url,
            params=params,
            headers=headers,
            timeout=urllib3.Timeout(total=self._timeout_s),  # type: ignore[arg-type]
            allow_redirects=False,
            stream=True,
        )

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._threads, "session", None)
        if session is None:
            session = requests.Session()
            session.mount("https://", TimeLimitedAdapter())
            session.mount("http://", TimeLimitedAdapter())
            session.headers["User-Agent"] = "Job server"
            session.headers["X-GitHub-Api-Version"] = _API_VERSION
            # Set even without a token: else ~/.netrc would be asked for one.
            session.auth = _TokenAuth(self._token)
            self._threads.session = session
        return session

    def _no_answer(self) -> HostUnavailable:
        return HostUnavailable(host=HOST, reason=f"has not answered for {self._timeout_s:g} s")


class _TokenAuth(AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def unreadable() -> HostUnavailable:
    """For an answer that is not what GitHub documents: an outage's page, a proxy's, a new API."""
    return HostUnavailable(host=HOST, reason="sent an answer that cannot be understood")


def _parse(answer: Answer) -> Any:
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise unreadable() from error


def _raise_for_status(response: requests.Response, body: bytes) -> None:
    status = response.status_code
    if status == 200:
        return
    if status in _MISSING:
        raise Missing
    if status in {403, 429}:
        retry_at = _retry_at(response, body)
        if retry_at is not None:
            raise RateLimited(host=HOST, retry_at=retry_at)
    if status in {401, 403}:
        raise AccessRefused(host=HOST, status=status)
    raise HostUnavailable(host=HOST, reason=f"has a failure of its own (status {status})")


def _retry_at(response: requests.Response, body: bytes) -> datetime | None:
    """When to call again, at most a day ahead; None where a 403 has nothing to do with limits.

    Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    """
    now = time.time()
    retry_after = response.headers.get("Retry-After", "")
    reset = response.headers.get("X-RateLimit-Reset", "")
    is_used_up = response.headers.get("X-RateLimit-Remaining") == "0"
    if retry_after.isdecimal():
        wait_s = float(retry_after)
    elif is_used_up and reset.isdecimal():
        wait_s = float(reset) - now
    elif is_used_up or response.status_code == 429 or b"rate limit" in body.lower():
        wait_s = 60.0
    else:
        return None
    return datetime.fromtimestamp(now + min(max(wait_s, 0.0), _DAY_S), tz=UTC)
