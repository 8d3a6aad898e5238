"""Headers that answers carry, whatever view they come from."""

import hashlib
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from server.core.client_address import client_address

_PAGES = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    "img-src 'self' data:; form-action 'self'"
)
# Swagger UI styles its parts inline; no script of its own is inline.
_DOCS = _PAGES + "; script-src 'self'; style-src 'self' 'unsafe-inline'"


class ContentSecurityPolicyMiddleware:
    """Stands before the static files, so that they carry the policy too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.pages = " ".join([_PAGES, *settings.FORM_ORIGINS])

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers where the view set none."""
        response = self.get_response(request)
        is_docs = request.path.startswith("/api/docs")
        response.headers.setdefault("Content-Security-Policy", _DOCS if is_docs else self.pages)
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return response


class CallerAddressMiddleware:
    """Binds the caller's address to all log lines and to the record; below the logging itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the address past the proxies that are trusted."""
        structlog.contextvars.bind_contextvars(address=client_address(request))
        return self.get_response(request)


class ConditionalGetMiddleware:
    """Gives every answer of /api/v3/ to a GET a tag, and answers 304 to who has it already.

    A weak tag of the body where the view set none: it saves the way to the browser, not the work.
    Stands below the CORS headers, which a 304 needs too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Compare the tag with `If-None-Match`."""
        response = self.get_response(request)
        if not request.path.startswith("/api/v3/") or request.method not in ("GET", "HEAD"):
            return response
        # What a person sees is theirs; a browser asks each time, and mostly gets a 304.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if response.status_code != 200 or response.streaming:
            return response
        if "ETag" not in response:
            digest = hashlib.sha256(response.content).hexdigest()[:32]
            response["ETag"] = f'W/"{digest}"'
        conditional = get_conditional_response(request, etag=response["ETag"], response=response)
        return conditional or response
