"""`audit-events`: the whole record, and its kinds; `audit-exports`: a part of it as a file."""

from typing import Any

from django.http import HttpResponseBase, StreamingHttpResponse
from drf_spectacular.utils import OpenApiExample, OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.exports import as_csv, as_json_lines
from server.audit.models import AuditEvent
from server.audit.querysets import AuditEventQuerySet
from server.audit.serializers import (
    FILTERS,
    AuditEventKindsOut,
    AuditEventOut,
    AuditEventQuery,
    AuditExportIn,
)
from server.core import clock
from server.core.errors import require
from server.core.pagination import page_of, paginate
from server.core.permissions import SignedIn
from server.core.ranges import Ranges
from server.core.views import ApiView
from server.people import policies, services
from server.people.actors import actor_of_request
from server.people.views.events import EVENT_EXAMPLE

_EXAMPLE = EVENT_EXAMPLE | {"via": "", "request_id": "5f0c1e8a", "address": "192.0.2.7"}
_FORMS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "jsonl": (as_json_lines, "application/jsonl; charset=utf-8"),
}


def _asked_for(
    asked: dict[str, Any],
) -> tuple[AuditEventQuerySet | Ranges[AuditEvent], dict[str, Any]]:
    """The events, and the filters alone."""
    filters = {name: asked[name] for name in FILTERS if name in asked}
    return AuditEvent.objects.asked_for(**filters), filters


class AuditEventsView(ApiView):
    """The whole record."""

    permission_classes = [SignedIn]
    query_serializer = AuditEventQuery

    @extend_schema(
        operation_id="listAuditEvents",
        tags=["record"],
        responses={200: page_of(AuditEventOut)},
        examples=[
            OpenApiExample(
                "one event",
                response_only=True,
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Who did what to which object, newest first."""
        require(policies.why_not_read_record(actor_of_request(request)))
        query = self.query(request)
        rows, _ = _asked_for(query)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"], by="at")
        return Response(page.answer(lambda found: AuditEventOut(found, many=True).data))


class AuditEventKindsView(ApiView):
    """By what the record can be filtered."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="listAuditEventKinds",
        tags=["record"],
        responses={200: AuditEventKindsOut},
        examples=[
            OpenApiExample(
                "kinds",
                response_only=True,
                value={"verbs": ["org.changed"], "target_types": ["org"]},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """The verbs and the types of objects that there are events of, in order."""
        require(policies.why_not_read_record(actor_of_request(request)))
        events = AuditEvent.objects.all()
        kinds = {"verbs": events.kinds("verb"), "target_types": events.kinds("target_type")}
        return Response(AuditEventKindsOut(kinds).data)


class AuditExportsView(ApiView):
    """A part of the record as a file."""

    permission_classes = [SignedIn]
    change_scope = "read"  # what it writes is that it was read

    @extend_schema(
        operation_id="exportAuditEvents",
        tags=["record"],
        request=AuditExportIn,
        responses={
            (200, "text/csv"): OpenApiResponse(OpenApiTypes.STR),
            (200, "application/jsonl"): OpenApiResponse(OpenApiTypes.STR),
        },
    )
    def post(self, request: Request) -> HttpResponseBase:
        """The events as CSV or as JSON lines, sent while they are read. On record itself."""
        actor, now = actor_of_request(request), clock.now()
        require(policies.why_not_read_record(actor))
        asked = self.body(request, AuditExportIn)
        rows, filters = _asked_for(asked)
        form = asked["form"]
        services.note_export(actor=actor, form=form, asked=filters, now=now)
        write, content_type = _FORMS[form]
        name = f"record-{now:%Y-%m-%d}.{form}"
        return StreamingHttpResponse(
            write(rows.all()),
            content_type=content_type,
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            },
        )
