"""The history of an object, for the views of every app; who reads what is decided in one place."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import Q
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import AuditEvent
from server.audit.querysets import AuditEventQuerySet
from server.audit.serializers import EventOut
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import PublicRead
from server.core.ranges import Ranges
from server.core.views import ApiView
from server.people.actors import Actor, actor_of_request
from server.people.permissions import Permission

EVENT_EXAMPLE = {
    "id": 812,
    "at": "2026-03-04T12:00:00Z",
    "actor": {"kind": "person", "name": "ada"},
    "verb": "workspace.changed",
    "target": {"type": "workspace", "id": "7", "name": "w1"},
    "subject": "",
    "changes": [{"field": "purpose", "before": "", "after": "Primary analysis"}],
}


def events_schema(operation_id: str, *, tag: str) -> Callable[[Any], Any]:
    """The schema of a `get` that answers a page of events."""
    page = {"results": [EVENT_EXAMPLE], "next": None, "previous": None}
    return extend_schema(
        operation_id=operation_id,
        tags=[tag],
        responses={200: page_of(EventOut)},
        examples=[OpenApiExample("one event", response_only=True, value=page)],
    )


class EventsView(ApiView):
    """The base of `GET …/{object}/events`.

    Whoever sees the object reads its history: the events in `public_verbs`, and of them the fields
    in `public_fields`. Staff read all of it. What a view does not name stays with staff, so that a
    new field is closed until somebody decides. Source: docs/decisions/0008-who-reads-the-record.md
    """

    permission_classes = [PublicRead]
    query_serializer = PageQuery
    public_verbs: ClassVar[frozenset[str]] = frozenset()
    public_fields: ClassVar[frozenset[str]] = frozenset()

    def sees_all(self, actor: Actor) -> bool:
        """Whether the caller reads every event and field."""
        return actor.holds(Permission.STAFF_AREA_ACCESS)

    def page_of_events(
        self, request: Request, rows: AuditEventQuerySet | Ranges[AuditEvent]
    ) -> Response:
        """One page of `rows`, newest first, as far as the caller may read them."""
        query = self.query(request)
        sees_all = self.sees_all(actor_of_request(request))
        if not sees_all:
            rows = rows.filter(Q(verb__in=self.public_verbs))
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"], by="at")
        context = {} if sees_all else {"public_fields": self.public_fields}
        return Response(page.answer(lambda found: EventOut(found, many=True, context=context).data))
