"""`account`: what people see and change of themselves."""

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.client_address import client_address
from server.core.errors import Refusal
from server.core.etags import answer, required_version
from server.core.permissions import InOwnPerson, SignedIn
from server.core.schema import IF_MATCH
from server.core.views import ApiView
from server.people import services
from server.people.actors import Actor, actor_of_request
from server.people.github import github_login_of
from server.people.models import User
from server.people.serializers import CloseAccountIn, OwnAccountChangesIn, OwnAccountOut
from server.people.verdicts import verdict

_EXAMPLE = {
    "username": "ada",
    "fullname": "Ada Example",
    "email": "ada@example.org",
    "wants_notices": True,
    "run_mail": "each_job",
    "github": "ada",
    "has_password": False,
    "needs_welcome": False,
    "created_at": "2026-03-04T12:00:00Z",
    "version": 2,
    "can": {"close": {"allowed": True, "why_not": None, "permission": None}},
}


class AccountView(ApiView):
    """The caller's own account."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="getAccount",
        tags=["account"],
        responses={200: OwnAccountOut},
        examples=[OpenApiExample("an account", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request) -> Response:
        """What is known of me, my e-mail address included."""
        actor = actor_of_request(request)
        return _answer(actor.person, actor=actor)

    @extend_schema(
        operation_id="changeAccount",
        tags=["account"],
        parameters=[IF_MATCH],
        request=OwnAccountChangesIn,
        responses={200: OwnAccountOut},
        examples=[
            OpenApiExample(
                "end the welcome",
                request_only=True,
                value={"fullname": "Ada Example", "email": "ada@example.org", "welcomed": True},
            ),
            OpenApiExample("changed", response_only=True, value=_EXAMPLE),
        ],
    )
    def patch(self, request: Request) -> Response:
        """Change what others see of me and whether I get mail; what is left out stays."""
        version = required_version(request)
        changes = self.body(request, OwnAccountChangesIn)
        actor = actor_of_request(request)
        services.change_account(actor=actor, version=version, changes=changes, now=clock.now())
        return _answer(User.objects.get(pk=actor.person.pk), actor=actor)


class CloseAccountView(ApiView):
    """The end of the caller's account."""

    permission_classes = [InOwnPerson]

    @extend_schema(
        operation_id="closeAccount",
        tags=["account"],
        request=CloseAccountIn,
        responses={204: None},
        examples=[
            OpenApiExample(
                "meant", request_only=True, value={"username": "ada", "password": "correct horse"}
            )
        ],
    )
    def post(self, request: Request) -> Response:
        """Close my account for good. What I asked for stays, under my user name alone."""
        actor, now = actor_of_request(request), clock.now()
        typed = self.body(request, CloseAccountIn)
        address = client_address(request._request)
        services.confirm_identity(user=actor.person, **typed, address=address, now=now)
        services.close_account(actor=actor, now=now)
        request._request.session.flush()
        return Response(status=204)


class AccountExportView(ApiView):
    """All that is kept of the caller."""

    permission_classes = [InOwnPerson]

    @extend_schema(
        operation_id="exportAccount",
        tags=["account"],
        responses={(200, "application/json"): OpenApiTypes.OBJECT},
        examples=[
            OpenApiExample(
                "shortened",
                response_only=True,
                value={
                    "exported_at": "2026-03-04T12:00:00Z",
                    "profile": {"username": "ada", "fullname": "Ada Example"},
                    "roles": [],
                    "tokens": [{"name": "nightly", "prefix": "osj_user_4kDm2Qx"}],
                    "job_requests": [],
                    "events": [{"at": "2026-03-04T11:00:00Z", "verb": "session.started"}],
                },
            )
        ],
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        """Everything that is kept of me, without secrets, as a file; sent while it is read."""
        person, now = actor_of_request(request).person, clock.now()
        name = f"{person.username}-{now:%Y-%m-%d}.json"
        return StreamingHttpResponse(
            services.own_data(person, now=now),
            content_type="application/json",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Cache-Control": "no-store",
            },
        )


def _answer(user: User, *, actor: Actor) -> Response:
    against = services.why_not_close(actor)
    can = {"close": verdict(actor, Refusal(against.detail) if against else None)}
    context = {"github": github_login_of(user), "can": can}
    return answer(OwnAccountOut(user, context=context).data, version=user.version)
