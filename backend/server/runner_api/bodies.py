"""Bodies of runners' calls: bounded, read in JSON, with or without a `Content-Length`."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from server.runner_api.errors import BodyTooLarge


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

    Django takes a body without `Content-Length` (sent in chunks) for an empty one. Where the web
    server marks its end, it is read here.

    Raises:
        BodyTooLarge: nothing more of the body is read.
    """
    declared = request.META.get("CONTENT_LENGTH") or ""
    if declared.isdecimal():
        if int(declared) > settings.MAX_REPORT_BYTES:
            raise BodyTooLarge
    elif request.META.get("wsgi.input_terminated"):
        body = request.META["wsgi.input"].read(settings.MAX_REPORT_BYTES + 1)
        if len(body) > settings.MAX_REPORT_BYTES:
            raise BodyTooLarge
        request.META["CONTENT_LENGTH"] = str(len(body))
        request._stream = BytesIO(body)
