"""Keeps that a runner called, and how that ended."""

import json
import time
from typing import Any

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from server.core import clock
from server.core.client_address import client_address
from server.fleet.contact import Call, note_call, note_refusal, note_refused_token
from server.fleet.services import Caller, Refusal
from server.runner_api.flags import read_flags

logger = structlog.get_logger(__name__)


def note_answer(
    request: HttpRequest,
    response: HttpResponseBase,
    *,
    caller: Caller,
    endpoint: str,
    began_at: float,
) -> None:
    """Count the call and keep what the runner says of itself; of a refusal, keep why.

    `began_at` is a `perf_counter`. What fails here is logged: the call itself is done.
    """
    call = Call(
        endpoint=endpoint,
        address=client_address(request) or "",
        client=request.headers.get("User-Agent", ""),
        status=response.status_code,
        took_ms=(time.perf_counter() - began_at) * 1000,
    )
    try:
        if call.is_error:
            reason = _reason_of(getattr(response, "data", None))
            note_refusal(
                caller=caller, call=call, path=_named(request), reason=reason, now=clock.now()
            )
            return
        flags = read_flags(request.headers.get("Flags"))
        note_call(caller=caller, call=call, flags=flags, now=clock.now())
    except Exception:  # the answer does not hang on this
        logger.exception("call_not_noted", endpoint=endpoint)


def note_refused(request: HttpRequest, refusal: Refusal) -> None:
    """Keep that a token which was ours was refused. What fails here is logged: so it is anyway."""
    try:
        note_refused_token(refusal=refusal, path=_named(request), now=clock.now())
    except Exception:  # the answer does not hang on this
        logger.exception("refused_token_not_noted")


def _named(request: HttpRequest) -> str:
    return f"{request.method} {request.path}"


def _reason_of(answer: Any) -> str:
    """What was answered, in a line; of a list with an entry a job, the first that errs."""
    if isinstance(answer, list):
        answer = next(({f"item {i}": each} for i, each in enumerate(answer) if each), {})
    if isinstance(answer, dict) and set(answer) == {"detail"}:
        return str(answer["detail"])
    return json.dumps(answer, default=str)
