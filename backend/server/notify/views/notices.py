"""`notices`: the caller's inbox."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.pagination import page_of, paginate
from server.core.permissions import SignedIn
from server.core.views import ApiView
from server.notify import inbox
from server.notify.models import Notice
from server.notify.serializers import (
    MOST_COUNTED,
    NoticeOut,
    NoticesQuery,
    ReadNoticesIn,
    ReadNoticesOut,
    UnreadNoticesOut,
)
from server.notify.versions import topic_of
from server.people.actors import actor_of_request

_EXAMPLE = {
    "id": 12,
    "kind": "run_finished",
    "text": "Request 4821 in asthma-winter-main failed: 7 of 8 jobs succeeded.",
    "path": "/requests/k3v7q2mzt5adhx4c",
    "created_at": "2026-03-04T12:00:00Z",
    "read_at": None,
}

_UNREAD_EXAMPLE = {
    "count": 3,
    "capped": False,
    "topic": "inbox:7:dXf2WmR0cVZqk3nY5u8bQ1sEwLh4oTgJ9aCiPzKx6M0",
}


class NoticesView(ApiView):
    """The inbox."""

    permission_classes = [SignedIn]
    query_serializer = NoticesQuery

    @extend_schema(
        operation_id="listNotices",
        tags=["notices"],
        parameters=[NoticesQuery],
        responses={200: page_of(NoticeOut)},
        examples=[
            OpenApiExample(
                "one notice",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """What I was told of, newest first; kept for 90 days."""
        query = self.query(request)
        rows = Notice.objects.in_inbox_of(actor_of_request(request).person)
        if query.get("unread"):
            rows = rows.unread()
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: NoticeOut(found, many=True).data))


class UnreadNoticesView(ApiView):
    """The number beside the bell."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="countUnreadNotices",
        tags=["notices"],
        responses={200: UnreadNoticesOut},
        examples=[
            OpenApiExample("three", response_only=True, value=_UNREAD_EXAMPLE),
        ],
    )
    def get(self, request: Request) -> Response:
        """How many notices I have not read, counted up to 99."""
        person = actor_of_request(request).person
        unread = Notice.objects.in_inbox_of(person).unread()
        found = unread[: MOST_COUNTED + 1].count()
        shown = {
            "count": min(found, MOST_COUNTED),
            "capped": found > MOST_COUNTED,
            "topic": topic_of(person),
        }
        return Response(UnreadNoticesOut(shown).data)


class ReadNoticesView(ApiView):
    """That notices were read."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="readNotices",
        tags=["notices"],
        request=ReadNoticesIn,
        responses={200: ReadNoticesOut},
        examples=[
            OpenApiExample("one", request_only=True, value={"ids": [12]}),
            OpenApiExample("it was unread", response_only=True, value={"marked": 1}),
        ],
    )
    def post(self, request: Request) -> Response:
        """Mark notices of mine as read; those of others are passed over. Again changes nothing."""
        ids = self.body(request, ReadNoticesIn).get("ids")
        marked = inbox.mark_read(actor=actor_of_request(request), ids=ids, now=clock.now())
        return Response(ReadNoticesOut({"marked": marked}).data)
