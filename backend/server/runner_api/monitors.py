"""Status pages for monitors: a line of text and a status code. Source: runner_api 3.20."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from server.core import clock
from server.fleet.contact import maintenance_ended_at
from server.fleet.models import Backend

# Of the others monitors know that they say nothing, unless it is that maintenance is on.
_TELLS_OF_ITS_DATABASE = "tpp"


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
    now = clock.now()
    if since := backend.maintained_since_at(now):
        return HttpResponse(f"DB maintenance mode on (since {since.isoformat()})")
    if backend.slug != _TELLS_OF_ITS_DATABASE:
        return HttpResponse(f"DB maintenance mode not implemented in {backend.slug.upper()}")
    ended_at = maintenance_ended_at(backend, now=now)
    since_then = f" (since {ended_at.isoformat()})" if ended_at else ""
    return HttpResponse(f"DB maintenance mode off{since_then}")
