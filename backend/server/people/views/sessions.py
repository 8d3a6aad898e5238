"""`sessions`: the browsers in which a person is signed in."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import InOwnPerson
from server.core.views import ApiView
from server.people import services
from server.people.actors import actor_of_request
from server.people.serializers import BrowserSessionsOut

_EXAMPLE = {
    "id": 12,
    "is_current": True,
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "address": "192.0.2.7",
    "created_at": "2026-03-04T12:00:00Z",
    "last_used_at": "2026-03-04T12:40:00Z",
    "expires_at": "2026-03-18T12:00:00Z",
}


class BrowserSessionsView(ApiView):
    """Every browser in which the caller is signed in."""

    permission_classes = [InOwnPerson]

    @extend_schema(
        operation_id="listSessions",
        tags=["session"],
        responses={200: BrowserSessionsOut},
        examples=[OpenApiExample("one", response_only=True, value={"results": [_EXAMPLE]})],
    )
    def get(self, request: Request) -> Response:
        """Where I am signed in, the browser used last first."""
        mine = services.sessions_of(actor_of_request(request).person, now=clock.now())
        context = {"current_key": _key_of(request)}
        return Response(BrowserSessionsOut({"results": mine}, context=context).data)

    @extend_schema(operation_id="endOtherSessions", tags=["session"], responses={204: None})
    def delete(self, request: Request) -> Response:
        """Sign out everywhere but here, at once; without others it changes nothing."""
        actor, now = actor_of_request(request), clock.now()
        others = services.sessions_of(actor.person, now=now).exclude(session_key=_key_of(request))
        services.end_own_sessions(actor=actor, sessions=others, now=now)
        return Response(status=204)


class AllSessionsView(ApiView):
    """Every browser in which the caller is signed in, this one included."""

    permission_classes = [InOwnPerson]

    @extend_schema(operation_id="endAllSessions", tags=["session"], responses={204: None})
    def delete(self, request: Request) -> Response:
        """Sign out everywhere, here too."""
        actor, now = actor_of_request(request), clock.now()
        mine = services.sessions_of(actor.person, now=now)
        services.end_own_sessions(actor=actor, sessions=mine, now=now)
        request._request.session.flush()
        return Response(status=204)


class BrowserSessionView(ApiView):
    """One browser in which the caller is signed in."""

    permission_classes = [InOwnPerson]

    @extend_schema(operation_id="endSession", tags=["session"], responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Sign out there, at once; ending the session by which one calls is signing out."""
        actor, now = actor_of_request(request), clock.now()
        session = services.sessions_of(actor.person, now=now).filter(pk=pk).first()
        if session is None:
            raise NotFound(f"You have no session {pk}.")
        ended = services.end_own_sessions(actor=actor, sessions=[session], now=now)
        if _key_of(request) in ended:
            request._request.session.flush()
        return Response(status=204)


def _key_of(request: Request) -> str | None:
    return request._request.session.session_key
