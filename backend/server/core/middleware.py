"""Headers that every answer carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_PAGES = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    "form-action 'self' https://github.com; img-src 'self' data:"
)
# Swagger UI styles its parts inline; no script of its own is inline.
_DOCS = _PAGES + "; script-src 'self'; style-src 'self' 'unsafe-inline'"


class ContentSecurityPolicyMiddleware:
    """Stands before the static files, so that they carry the policy too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers where the view set none."""
        response = self.get_response(request)
        is_docs = request.path.startswith("/api/docs")
        response.headers.setdefault("Content-Security-Policy", _DOCS if is_docs else _PAGES)
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return response
