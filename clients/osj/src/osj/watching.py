"""Follows a request to its end, through silences of the server."""

import time
from collections.abc import Iterator

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from osj import words
from osj.errors import NoAnswer
from osj.job_server.api.job_requests import get_job_request
from osj.job_server.models import JobRequest
from osj.server import Server

_EVERY_S = 2.0
_PATIENCE_S = 600.0  # a restart or an upgrade of the server is no reason to give up


def follow(server: Server, request: JobRequest, *, console: Console) -> JobRequest:
    """Show how it goes until it has ended: a live page, or a line a change where piped.

    Raises:
        NoAnswer: the server has been silent for ten minutes.
    """
    if not console.is_terminal:
        told: dict[str, str] = {}
        for seen in _states(server, request):
            if seen is not None:
                request = seen
                for line in words.job_lines(seen.jobs, told=told, now=words.now()):
                    console.print(line)
        return request
    with Live(console=console, auto_refresh=False, transient=True) as live:
        for seen in _states(server, request):
            request = seen or request
            silence = [] if seen else [Text("The server does not answer; asking again…", "yellow")]
            live.update(Group(words.request_page(request, now=words.now()), *silence))
            live.refresh()
    return request


def _states(server: Server, request: JobRequest) -> Iterator[JobRequest | None]:
    """The request again and again until it has ended; None where the server did not answer."""
    yield request
    heard_at = time.monotonic()
    while not words.has_ended(request):
        time.sleep(_EVERY_S)
        try:
            request = server.ask(get_job_request.sync_detailed, request.identifier)
        except NoAnswer:
            if time.monotonic() - heard_at > _PATIENCE_S:
                raise
            yield None
        else:
            heard_at = time.monotonic()
            yield request
