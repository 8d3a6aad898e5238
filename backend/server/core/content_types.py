"""What is believed of a `Content-Type` before Django reads it.

Django decodes query and body by whatever codec of Python's is named there, `zlib` and `idna` among
them, and fails before any view at that, or at a parameter that it cannot read.
"""

import codecs
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.utils.http import parse_header_parameters

_CHARSETS = {"utf-8", "ascii", "iso8859-1", "cp1252"}  # as Python names them


class Application(WSGIHandler):
    """Django's own, for which every `Content-Type` is one that it can read."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer one request."""
        if declared := environ.get("CONTENT_TYPE"):
            environ["CONTENT_TYPE"] = readable(declared)
        return super().__call__(environ, start_response)


def readable(content_type: str) -> str:
    """`content_type` without a character set that is none, or without what makes no sense.

    What is dropped counts as not said, so that a text is UTF-8, as JSON always is.
    """
    if ";" not in content_type:
        return content_type
    media_type = content_type.partition(";")[0].strip()
    try:
        _, parameters = parse_header_parameters(content_type)
    except ValueError:
        return media_type
    if "charset" not in parameters or _is_charset(parameters["charset"]):
        return content_type
    boundary = parameters.get("boundary")
    return f'{media_type}; boundary="{boundary}"' if boundary else media_type


def _is_charset(name: str) -> bool:
    try:
        return codecs.lookup(name).name in _CHARSETS
    except (LookupError, ValueError):
        return False
