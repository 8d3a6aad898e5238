"""Status pages for monitors: a line of text and a status code. Source: runner_api 3.20."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from server.core import clock
from server.fleet.models import Backend

# Its runner has never said that its database is being rebuilt; monitors know this text.
_WITHOUT_MAINTENANCE_MODE = "emis"


@require_safe
def backend_contact(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """When the backend was last heard; 503 where that is longer ago than it should be."""
    backend = get_object_or_404(Backend, slug=slug)
    now = clock.now()
    last_seen_at = backend.last_seen_at or now
    is_silent = now - last_seen_at > backend.alert_timeout
    return HttpResponse(last_seen_at.isoformat(), status=503 if is_silent else 200)


@require_safe
def database_availability(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Whether the backend's database is being rebuilt, and since when."""
    backend = get_object_or_404(Backend, slug=slug)
    since = backend.maintained_since_at(clock.now())
    if since is not None:
        return HttpResponse(f"DB maintenance mode on (since {since.isoformat()})")
    if backend.slug == _WITHOUT_MAINTENANCE_MODE:
        return HttpResponse("DB maintenance mode not implemented in EMIS")
    return HttpResponse("DB maintenance mode off")
