"""`backends`: where runs happen, and how each backend is."""

from datetime import datetime
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import PublicRead
from server.core.views import ApiView
from server.fleet import policies
from server.fleet.models import Backend
from server.fleet.querysets import Workload
from server.fleet.serializers import BackendOut, BackendsOut
from server.people.actors import Actor, actor_of_request

_EXAMPLE = {
    "slug": "tpp",
    "name": "TPP",
    "is_active": True,
    "contact": "heard",
    "last_seen_at": "2026-03-04T12:00:00Z",
    "alert_timeout_s": 300,
    "mode": "taking",
    "mode_since": None,
    "waiting_requests": 2,
    "running_requests": 1,
    "waiting_jobs": 7,
    "running_jobs": 3,
    "oldest_waiting_at": "2026-03-04T11:58:00Z",
    "can_run": True,
    "why_not": None,
}


class BackendsView(ApiView):
    """Every enabled backend."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="listBackends",
        tags=["backends"],
        responses={200: BackendsOut},
        examples=[OpenApiExample("one backend", response_only=True, value={"results": [_EXAMPLE]})],
    )
    def get(self, request: Request) -> Response:
        """Every enabled backend by slug: last contact, mode, and what waits and runs there."""
        loads = Backend.objects.all().workloads()
        actor, now = actor_of_request(request), clock.now()
        shown = [
            _shown(backend, loads.get(backend.pk, Workload()), actor=actor, now=now)
            for backend in Backend.objects.order_by("slug")
        ]
        return Response(BackendsOut({"results": shown}).data)


class BackendView(ApiView):
    """One enabled backend."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getBackend",
        tags=["backends"],
        responses={200: BackendOut},
        examples=[OpenApiExample("a backend", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """One backend: last contact, mode, and what waits and runs there."""
        backend = Backend.objects.filter(slug=slug).first()
        if backend is None:
            raise NotFound(f"There is no backend {slug!r}.")
        load = Backend.objects.filter(pk=backend.pk).workloads().get(backend.pk, Workload())
        shown = _shown(backend, load, actor=actor_of_request(request), now=clock.now())
        return Response(BackendOut(shown).data)


def _shown(backend: Backend, load: Workload, *, actor: Actor, now: datetime) -> dict[str, Any]:
    """What `BackendOut` shows."""
    why_not = policies.why_not_run_on(actor, backend)
    return {
        "slug": backend.slug,
        "name": backend.name,
        "is_active": backend.is_active,
        "contact": backend.contact_at(now),
        "last_seen_at": backend.last_seen_at,
        "alert_timeout_s": int(backend.alert_timeout.total_seconds()),
        "mode": backend.mode,
        "mode_since": backend.mode_since,
        "waiting_requests": load.waiting_requests,
        "running_requests": load.running_requests,
        "waiting_jobs": load.waiting_jobs,
        "running_jobs": load.running_jobs,
        "oldest_waiting_at": load.oldest_waiting_at,
        "can_run": why_not is None,
        "why_not": why_not,
    }
