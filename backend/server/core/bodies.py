"""Bodies that come without a `Content-Length`, in chunks: Django takes them for empty ones."""

from io import BytesIO

from django.http import HttpRequest
from rest_framework.exceptions import ParseError


def keep_chunked_body(request: HttpRequest, *, limit: int) -> int:
    """Read such a body, where the web server marks its end, so that everybody else sees it.

    Returns its length: 0 where there is none, and `limit` + 1, of which no more is kept, where it
    is longer than `limit`.

    Raises:
        ParseError: the chunks are no chunks, or end before the last one.
    """
    if request.META.get("CONTENT_LENGTH") or not request.META.get("wsgi.input_terminated"):
        return 0
    try:
        body: bytes = request.META["wsgi.input"].read(limit + 1)
    except Exception as error:  # each web server has errors of its own for it
        raise ParseError("The chunks of the body cannot be read.") from error
    request.META["CONTENT_LENGTH"] = str(len(body))
    request._stream = BytesIO(body)
    return len(body)
