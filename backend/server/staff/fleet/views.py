"""`fleet`: every backend at a glance, and a stop of new runs on all of them."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.permissions import SignedIn
from server.core.views import ApiView
from server.fleet import policies, services
from server.fleet.serializers import StopIn
from server.fleet.stops import service_stop
from server.people.actors import actor_of_request
from server.staff.fleet.facts import fleet_facts
from server.staff.fleet.serializers import FleetOut, shown

_EXAMPLE = {
    "stop": None,
    "results": [
        {
            "slug": "tpp",
            "name": "TPP",
            "is_active": True,
            "contact": "heard",
            "last_seen_at": "2026-03-04T12:00:00Z",
            "last_address": "192.0.2.7",
            "last_client": "python-requests/2.32",
            "mode": "taking",
            "mode_since": None,
            "stop": None,
            "waiting_requests": 2,
            "waiting_jobs": 5,
            "oldest_waiting_at": "2026-03-04T11:58:00Z",
            "running_requests": 1,
            "running_jobs": 3,
            "by_hour": [{"at": "2026-03-04T12:00:00Z", "asked": 4, "failed": 1}],
            "by_day": [{"at": "2026-03-04T00:00:00Z", "asked": 31, "failed": 2}],
            "tokens": [],
            "refused": [
                {
                    "at": "2026-03-04T11:40:00Z",
                    "path": "POST /api/v2/jobs/",
                    "status": 400,
                    "reason": '{"item 3": {"status": ["This field is required."]}}',
                }
            ],
            "calls": [
                {
                    "endpoint": "job-requests",
                    "calls": 90_412,
                    "failures": 3,
                    "took_ms": 180_824.4,
                    "last_call_at": "2026-03-04T12:00:00Z",
                    "last_day": {"calls": 17_280, "failures": 0, "took_ms": 25_920.7},
                }
            ],
        }
    ],
    "at": "2026-03-04T12:00:05Z",
}


class FleetView(ApiView):
    """The fleet."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="getFleet",
        tags=["backends"],
        responses={200: FleetOut},
        examples=[OpenApiExample("one", response_only=True, status_codes=["200"], value=_EXAMPLE)],
    )
    def get(self, request: Request) -> Response:
        """Every backend with its runner, load, rates, tokens, calls and faults."""
        require(policies.why_not_manage(actor_of_request(request)))
        now = clock.now()
        everywhere = service_stop(now=now)
        facts = fleet_facts(everywhere=everywhere, now=now)
        return Response(shown(facts, everywhere=everywhere, now=now))


class FleetStopView(ApiView):
    """A stop of new runs everywhere."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="stopFleet",
        tags=["backends"],
        request=StopIn,
        responses={204: None},
        examples=[
            OpenApiExample(
                "for an hour",
                request_only=True,
                value={"until": "2026-03-04T13:00:00Z", "note": "We move the server."},
            )
        ],
    )
    def put(self, request: Request) -> Response:
        """Take no new runs on any backend, also on those made later, with a note and an end.

        What is asked for already goes on.
        """
        values, now = self.body(request, StopIn), clock.now()
        stop = services.Announcement(since=now, until=values.get("until"), note=values["note"])
        services.stop_service(actor=actor_of_request(request), stop=stop, now=now)
        return Response(status=204)

    @extend_schema(operation_id="resumeFleet", tags=["backends"], responses={204: None})
    def delete(self, request: Request) -> Response:
        """End that stop; a backend that is stopped by itself stays so."""
        services.resume_service(actor=actor_of_request(request), now=clock.now())
        return Response(status=204)
