"""Bodies of runners' calls: bounded, read in JSON, with or without a `Content-Length`."""

from collections.abc import Mapping
from contextlib import suppress
from typing import IO, Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from server.core.bodies import keep_chunked_body
from server.runner_api.errors import BodyTooLarge

_MOST_DISCARDED = 100 * 1024 * 1024
_PIECE = 64 * 1024


class RunnerJSONParser(JSONParser):
    """JSON; a text that is nested too deeply for the reader is one that cannot be read."""

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The value in the body.

        Raises:
            ParseError: it is no JSON.
        """
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError("JSON parse error - nested too deeply") from error


def bound_body(request: HttpRequest) -> None:
    """Make sure that the body can be read, and is not over `MAX_REPORT_BYTES`.

    Raises:
        BodyTooLarge: no more than a part of the body was kept.
        ParseError: it came in chunks that cannot be read.
    """
    limit = settings.MAX_REPORT_BYTES
    stream = request.META["wsgi.input"]
    declared = request.META.get("CONTENT_LENGTH") or ""
    if declared.isdecimal():
        if int(declared) > limit:
            _discard(stream, size=int(declared))
            raise BodyTooLarge
    elif keep_chunked_body(request, limit=limit) > limit:
        _discard(stream, size=_MOST_DISCARDED)
        raise BodyTooLarge


def _discard(stream: IO[bytes], *, size: int) -> None:
    """Read past a body, within reason: many clients hear no answer before they have sent it."""
    left = min(size, _MOST_DISCARDED)
    with suppress(Exception):  # whatever is left, if it cannot be read
        while left > 0 and (piece := stream.read(min(left, _PIECE))):
            left -= len(piece)
