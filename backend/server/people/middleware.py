"""Seeing the service as somebody else: reading alone, as long as it is allowed."""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from server.core import clock
from server.core.problems import problem_response
from server.people import policies, services
from server.people.actors import actor_of
from server.people.models import User

_SAFE = ("GET", "HEAD", "OPTIONS")
# What may be done all the same: to end the view, and to sign out.
_END = ("DELETE", "/api/v3/session/view-as")
_SIGN_OUT = ("DELETE", "/_allauth/browser/v1/auth/session")


class ViewAsMiddleware:
    """Stands below authentication; source: docs/decisions/0009-view-as.md.

    While a member of staff views as somebody, what is read of the API is answered as to that
    person, and everything that could change something is refused, whatever its address. The pages
    of the sign-in library go on with the person himself: a way to sign in that is added there must
    not become the other's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the viewed person in the viewer's place, or refuse."""
        # Asked by the cookie first: a session that is looked at makes the answer vary by it.
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        viewed_id = services.viewed_id_of(request.session) if has_session else None
        if viewed_id is None:
            return self.get_response(request)
        viewed = _viewed(request, viewed_id)
        if viewed is None or (request.method, request.path) == _SIGN_OUT:
            services.forget_view(request.session, viewer=request.user, now=clock.now())
        elif request.method not in _SAFE and (request.method, request.path) != _END:
            return problem_response(
                "viewing-as",
                f"You see the service as {viewed.username} does; nothing can be changed meanwhile.",
            )
        elif request.path.startswith("/api/v3/") and request.method in _SAFE:
            structlog.contextvars.bind_contextvars(viewer=request.user.pk)
            request.viewer, request.user = request.user, viewed  # type: ignore[attr-defined]
        return self.get_response(request)


def _viewed(request: HttpRequest, viewed_id: int) -> User | None:
    """The person viewed, while the viewer may: what roles give counts from the next call on."""
    viewed = User.objects.filter(pk=viewed_id).first()
    if viewed is None or not isinstance(request.user, User):
        return None
    refusal = policies.why_not_view_as(actor_of(request.user), actor_of(viewed))
    return None if refusal else viewed
