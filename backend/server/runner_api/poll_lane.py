"""Answers polls that find nothing new before anything else of the service runs.

Every runner asks every few seconds, and nearly always nothing has changed: sign-in, sessions,
logging and the view would cost four times what the answer does. Only the plainest poll is answered
here, or one that names its token's own backend; all else, each refusal too, goes on to the view,
which documents it.
"""

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from server.core import clock
from server.core.http_metrics import match_of
from server.fleet.services import authenticate
from server.runner_api.authentication import bare_token, remember_caller
from server.runner_api.calls import note_answer
from server.runner_api.unchanged import unchanged_answer
from server.runner_api.views.job_requests import JobRequestsView

logger = structlog.get_logger(__name__)

PATH = "/api/v2/job-requests/"
_NAMED = "backend="  # runners until March 2025 name their own backend
_ACCEPTED = ("", "*/*", "application/json")


class PollLaneMiddleware:
    """Stands before the static files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a plain poll of a list that stands as it was; pass on everything else."""
        if not _is_plain(request):
            return self.get_response(request)
        began_at = time.perf_counter()
        secret = bare_token(request.headers.get("Authorization", ""))
        caller = authenticate(secret=secret, now=clock.now())
        if caller is None:
            return self.get_response(request)
        is_own = _query(request) in ("", _NAMED + caller.backend.slug)
        response = unchanged_answer(request, caller=caller) if is_own else None
        if response is None:
            remember_caller(request, caller)
            return self.get_response(request)
        request.resolver_match = match_of(PATH)
        note_answer(
            request, response, caller=caller, endpoint=JobRequestsView.endpoint, began_at=began_at
        )
        # The log has a line of every other request; these would be nine tenths of it.
        logger.debug("poll_answered", backend=caller.backend.slug, code=response.status_code)
        if response.content:  # the middleware that counts it stands behind this one
            response["Content-Length"] = str(len(response.content))
        return response


def _is_plain(request: HttpRequest) -> bool:
    return (
        request.path == PATH
        and request.method == "GET"
        and (not (query := _query(request)) or query.startswith(_NAMED))
        and request.META.get("CONTENT_LENGTH") in (None, "", "0")
        and "Transfer-Encoding" not in request.headers
        and "Origin" not in request.headers
        and request.headers.get("Accept", "") in _ACCEPTED
    )


def _query(request: HttpRequest) -> str:
    return str(request.META.get("QUERY_STRING", ""))
