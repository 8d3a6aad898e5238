"""Keeps that a runner called, and how that ended."""

import json
import time
from typing import Any

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from server.core import clock
from server.core.client_address import client_address
from server.fleet.contact import Call, note_call, note_refusal
from server.fleet.services import Caller
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
        took_ms=round((time.perf_counter() - began_at) * 1000),
    )
    try:
        if call.is_error:
            reason = _reason_of(getattr(response, "data", None))
            path = f"{request.method} {request.path}"
            note_refusal(caller=caller, call=call, path=path, reason=reason, now=clock.now())
            return
        flags = read_flags(request.headers.get("Flags"))
        note_call(caller=caller, call=call, flags=flags, now=clock.now())
    except Exception:  # the answer does not hang on this
        logger.exception("call_not_noted", endpoint=endpoint)


def _reason_of(answer: Any) -> str:
    """What was answered, in a line; of a list with an entry a job, the first that errs."""
    if isinstance(answer, list):
        answer = next(({f"item {i}": each} for i, each in enumerate(answer) if each), {})
    if isinstance(answer, dict) and set(answer) == {"detail"}:
        return str(answer["detail"])
    return json.dumps(answer, default=str)
