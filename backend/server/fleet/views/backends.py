"""Backends: the list, one of them, making and changing them, their calls and history."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import AuditEvent
from server.core import clock
from server.core.errors import require
from server.core.etags import answer, required_version
from server.core.idempotency import answer_once
from server.core.permissions import PublicRead, SignedIn
from server.core.schema import IDEMPOTENCY_KEY, IF_MATCH
from server.core.views import ApiView
from server.fleet import policies, services
from server.fleet.call_hours import call_facts
from server.fleet.finding import backend_at
from server.fleet.models import Backend
from server.fleet.querysets import Workload
from server.fleet.serializers import (
    BackendChangesIn,
    BackendIn,
    BackendOut,
    BackendsOut,
    CallHistoriesOut,
)
from server.fleet.stops import Stop, service_stop, stop_of, stop_on
from server.people.actors import Actor, actor_of_request
from server.people.verdicts import verdict
from server.people.views import EventsView, events_schema

_CREATE = "createBackend"
_ALLOWED = {"allowed": True, "why_not": None, "permission": None}
_EXAMPLE = {
    "slug": "tpp",
    "name": "TPP",
    "is_active": True,
    "contact": "heard",
    "last_seen_at": "2026-03-04T12:00:00Z",
    "alert_timeout_s": 300,
    "mode": "taking",
    "mode_since": None,
    "maintenance": None,
    "stop": None,
    "waiting_requests": 2,
    "running_requests": 1,
    "waiting_jobs": 7,
    "running_jobs": 3,
    "oldest_waiting_at": "2026-03-04T11:58:00Z",
    "can_run": True,
    "why_not": None,
    "version": 1,
    "can": {"manage": _ALLOWED, "manage_members": _ALLOWED},
}
_ANNOUNCED = {
    "since": "2026-03-04T12:00:00Z",
    "until": "2026-03-04T18:00:00Z",
    "note": "The nightly rebuild runs late",
}


class BackendsView(ApiView):
    """Every enabled backend."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="listBackends",
        tags=["backends"],
        responses={200: BackendsOut},
        examples=[
            OpenApiExample(
                "one backend",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE]},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Every enabled backend by slug: last contact, mode, and what waits and runs there."""
        loads = Backend.objects.all().workloads()
        actor, now = actor_of_request(request), clock.now()
        everywhere = service_stop(now=now)
        shown = [
            _shown(
                backend,
                loads.get(backend.pk, Workload()),
                stop=stop_of(backend, everywhere=everywhere, now=now),
                actor=actor,
                now=now,
            )
            for backend in Backend.objects.order_by("slug")
        ]
        return Response(BackendsOut({"results": shown}).data)

    @extend_schema(
        operation_id=_CREATE,
        tags=["backends"],
        parameters=[IDEMPOTENCY_KEY],
        request=BackendIn,
        responses={201: BackendOut},
        examples=[
            OpenApiExample(
                "a new one", request_only=True, value={"slug": "new-site", "name": "New site"}
            ),
            OpenApiExample("made", response_only=True, status_codes=["201"], value=_EXAMPLE),
        ],
    )
    def post(self, request: Request) -> Response:
        """Make a backend. Its runner needs a token then."""
        values, actor, now = self.body(request, BackendIn), actor_of_request(request), clock.now()

        def create() -> Response:
            backend = services.create_backend(actor=actor, now=now, **values)
            location = f"{request.path}/{backend.slug}"
            return _answer(backend, actor, now=now, status=201, Location=location)

        return answer_once(request, operation=_CREATE, now=now, create=create)


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
        return _answer(backend_at(slug), actor_of_request(request), now=clock.now())

    @extend_schema(
        operation_id="changeBackend",
        tags=["backends"],
        parameters=[IF_MATCH],
        request=BackendChangesIn,
        responses={200: BackendOut},
        examples=[
            OpenApiExample("switch it off", request_only=True, value={"is_active": False}),
            OpenApiExample(
                "announce maintenance", request_only=True, value={"maintenance": _ANNOUNCED}
            ),
            OpenApiExample(
                "announced",
                response_only=True,
                value=_EXAMPLE
                | {
                    "mode": "maintenance",
                    "mode_since": _ANNOUNCED["since"],
                    "maintenance": _ANNOUNCED,
                    "version": 2,
                },
            ),
        ],
    )
    def patch(self, request: Request, slug: str) -> Response:
        """Change a backend; what is left out stays. Switched off, its runner is refused at once.

        Announced maintenance is shown as the runner's own is, and ends by itself.
        """
        version, backend = required_version(request), backend_at(slug)
        actor, now = actor_of_request(request), clock.now()
        changes = _changes(self.body(request, BackendChangesIn), now=now)
        services.change_backend(
            actor=actor, backend=backend, version=version, changes=changes, now=now
        )
        return _answer(backend_at(slug), actor, now=now)


class CallCountsView(ApiView):
    """How often a backend's runners call."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="listBackendCalls",
        tags=["backends"],
        responses={200: CallHistoriesOut},
        examples=[
            OpenApiExample(
                "a runner that polls",
                response_only=True,
                value={
                    "results": [
                        {
                            "endpoint": "job-requests",
                            "calls": 90_412,
                            "failures": 3,
                            "took_ms": 180_824,
                            "last_call_at": "2026-03-04T12:00:00Z",
                            "by_hour": [
                                {
                                    "at": "2026-03-04T12:00:00Z",
                                    "calls": 720,
                                    "failures": 0,
                                    "took_ms": 1080.4,
                                }
                            ],
                        }
                    ]
                },
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        """The calls of a backend's runners by endpoint, since it was made and hour by hour."""
        require(policies.why_not_manage(actor_of_request(request)))
        facts = call_facts(backend_at(slug), now=clock.now())
        return Response(CallHistoriesOut({"results": facts}).data)


class BackendEventsView(EventsView):
    """The history of a backend."""

    permission_classes = [PublicRead]
    public_verbs = frozenset({"backend.created", "backend.changed"})
    public_fields = frozenset(
        {
            *("slug", "name", "is_active", "alert_timeout"),
            *("announced_since", "announced_until", "announced_note"),
            *("stopped_since", "stopped_until", "stopped_note"),
        }
    )

    @events_schema("listBackendEvents", tag="backends")
    def get(self, request: Request, slug: str) -> Response:
        """What was changed about a backend, newest first; its tokens and members for staff."""
        rows = AuditEvent.objects.of_target("backend", backend_at(slug).pk)
        return self.page_of_events(request, rows)


def _changes(values: Mapping[str, Any], *, now: datetime) -> dict[str, Any]:
    """What came in, as the service takes it."""
    changes = dict(values)
    if "alert_timeout_s" in changes:
        changes["alert_timeout"] = timedelta(seconds=changes.pop("alert_timeout_s"))
    for name in ("maintenance", "stop"):
        if announced := changes.get(name):
            changes[name] = services.Announcement(
                since=announced.get("since") or now,
                until=announced.get("until"),
                note=announced["note"],
            )
    return changes


def _answer(
    backend: Backend, actor: Actor, *, now: datetime, status: int = 200, **headers: str
) -> Response:
    load = Backend.objects.filter(pk=backend.pk).workloads().get(backend.pk, Workload())
    stop = stop_on(backend, now=now)
    shown = BackendOut(_shown(backend, load, stop=stop, actor=actor, now=now)).data
    return answer(shown, status=status, version=backend.version, **headers)


def _shown(
    backend: Backend, load: Workload, *, stop: Stop | None, actor: Actor, now: datetime
) -> dict[str, Any]:
    """What `BackendOut` shows."""
    why_not = policies.why_not_run_on(actor, backend, stop=stop, now=now)
    return {
        "slug": backend.slug,
        "name": backend.name,
        "is_active": backend.is_active,
        "contact": backend.contact_at(now),
        "last_seen_at": backend.last_seen_at,
        "alert_timeout_s": int(backend.alert_timeout.total_seconds()),
        "mode": backend.mode_at(now),
        "mode_since": backend.mode_since_at(now),
        "maintenance": _announced(backend, now=now),
        "stop": stop,
        "waiting_requests": load.waiting_requests,
        "running_requests": load.running_requests,
        "waiting_jobs": load.waiting_jobs,
        "running_jobs": load.running_jobs,
        "oldest_waiting_at": load.oldest_waiting_at,
        "can_run": why_not is None,
        "why_not": why_not and why_not.reason,
        "version": backend.version,
        "can": {
            "manage": verdict(actor, policies.why_not_manage(actor)),
            "manage_members": verdict(actor, policies.why_not_manage_members(actor)),
        },
    }


def _announced(backend: Backend, *, now: datetime) -> dict[str, Any] | None:
    """The announced maintenance that goes on or lies ahead."""
    is_over = backend.announced_until is not None and backend.announced_until <= now
    if backend.announced_since is None or is_over:
        return None
    return {
        "since": backend.announced_since,
        "until": backend.announced_until,
        "note": backend.announced_note,
    }
