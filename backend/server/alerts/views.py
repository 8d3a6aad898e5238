"""`site-alerts`: notices of the staff to everybody who is signed in."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.alerts import policies, services
from server.alerts.models import SiteAlert
from server.alerts.serializers import (
    SiteAlertChangesIn,
    SiteAlertIn,
    SiteAlertOut,
    SiteAlertsOut,
)
from server.audit.models import AuditEvent
from server.core import clock
from server.core.errors import require
from server.core.etags import answer, required_version
from server.core.idempotency import answer_once
from server.core.permissions import SignedIn
from server.core.schema import IDEMPOTENCY_KEY, IF_MATCH
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.people.verdicts import verdict
from server.people.views.events import EventsView, events_schema

_MOST_SHOWN = 100
_CREATE = "createSiteAlert"
_PETRA = {"username": "petra", "name": "Petra Example"}
_EXAMPLE = {
    "id": 3,
    "title": "Maintenance on Sunday",
    "message": "No runs start between 8:00 and 10:00. See https://example.org/plan.",
    "level": "warning",
    "created_at": "2026-03-04T12:00:00Z",
    "created_by": _PETRA,
    "updated_at": "2026-03-04T12:00:00Z",
    "updated_by": _PETRA,
    "version": 1,
}
_WRITE = {"message": _EXAMPLE["message"], "title": _EXAMPLE["title"], "level": "warning"}


class SiteAlertsView(ApiView):
    """Every notice."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="listSiteAlerts",
        tags=["site alerts"],
        responses={200: SiteAlertsOut},
        examples=[
            OpenApiExample(
                "one notice",
                response_only=True,
                status_codes=["200"],
                value={
                    "results": [_EXAMPLE],
                    "can": {
                        "manage": {"allowed": True, "why_not": None, "permission": None},
                    },
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """What staff have to say now, the newest first; of very many the newest hundred."""
        newest = SiteAlert.objects.select_related("created_by", "updated_by").order_by(
            "-created_at", "-id"
        )[:_MOST_SHOWN]
        actor = actor_of_request(request)
        can = {"manage": verdict(actor, policies.why_not_manage(actor))}
        return Response(SiteAlertsOut({"results": newest, "can": can}).data)

    @extend_schema(
        operation_id=_CREATE,
        tags=["site alerts"],
        parameters=[IDEMPOTENCY_KEY],
        request=SiteAlertIn,
        responses={201: SiteAlertOut},
        examples=[
            OpenApiExample("a warning", request_only=True, value=_WRITE),
            OpenApiExample("written", response_only=True, status_codes=["201"], value=_EXAMPLE),
        ],
    )
    def post(self, request: Request) -> Response:
        """Write a notice. Everybody who is signed in sees it at once, on every page."""
        values, actor, now = self.body(request, SiteAlertIn), actor_of_request(request), clock.now()

        def create() -> Response:
            alert = services.create_site_alert(actor=actor, now=now, **values)
            return _answer(alert.pk, status=201)

        return answer_once(request, operation=_CREATE, now=now, create=create)


class SiteAlertView(ApiView):
    """One notice."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="changeSiteAlert",
        tags=["site alerts"],
        parameters=[IF_MATCH],
        request=SiteAlertChangesIn,
        responses={200: SiteAlertOut},
        examples=[
            OpenApiExample("less urgent", request_only=True, value={"level": "info"}),
            OpenApiExample(
                "changed", response_only=True, value=_EXAMPLE | {"level": "info", "version": 2}
            ),
        ],
    )
    def patch(self, request: Request, pk: int) -> Response:
        """Change a notice; what is left out stays."""
        actor = actor_of_request(request)
        require(policies.why_not_manage(actor))
        version, alert = required_version(request), _alert(pk)
        changes = self.body(request, SiteAlertChangesIn)
        services.change_site_alert(
            actor=actor, alert=alert, version=version, changes=changes, now=clock.now()
        )
        return _answer(pk)

    @extend_schema(
        operation_id="deleteSiteAlert",
        tags=["site alerts"],
        parameters=[IF_MATCH],
        responses={204: None},
    )
    def delete(self, request: Request, pk: int) -> Response:
        """Show a notice to nobody any more."""
        actor = actor_of_request(request)
        require(policies.why_not_manage(actor))
        version, alert = required_version(request), _alert(pk)
        services.delete_site_alert(actor=actor, alert=alert, version=version, now=clock.now())
        return Response(status=204)


class SiteAlertEventsView(EventsView):
    """The history of a notice."""

    permission_classes = [SignedIn]

    @events_schema("listSiteAlertEvents", tag="site alerts")
    def get(self, request: Request, pk: int) -> Response:
        """What became of a notice, newest first; also of one that is deleted. For staff."""
        require(policies.why_not_manage(actor_of_request(request)))
        return self.page_of_events(request, AuditEvent.objects.of_target("site_alert", pk))


def _alert(pk: int) -> SiteAlert:
    alert = SiteAlert.objects.select_related("created_by", "updated_by").filter(pk=pk).first()
    if alert is None:
        raise NotFound(f"There is no notice {pk}.")
    return alert


def _answer(pk: int, *, status: int = 200) -> Response:
    alert = _alert(pk)
    return answer(SiteAlertOut(alert).data, status=status, version=alert.version)
