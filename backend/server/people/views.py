"""`session` and `tokens`: who is asking, and with what their scripts sign in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import ActorKind
from server.core import clock
from server.core.etags import answer
from server.core.idempotency import answer_once
from server.core.permissions import Anyone, SignedInBySession
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.people import policies, services
from server.people.actors import actor_of_request
from server.people.models import PersonalToken
from server.people.serializers import NewTokenOut, SessionOut, TokenIn, TokenOut, TokensOut

_MOST_TOKENS_SHOWN = 100

_TOKEN_EXAMPLE = {
    "id": 7,
    "name": "weekly export",
    "prefix": "osj_user_4kDm2Qx",
    "created_at": "2026-03-04T12:00:00Z",
    "last_used_at": None,
    "expires_at": "2026-06-02T12:00:00Z",
    "revoked_at": None,
}


@method_decorator(ensure_csrf_cookie, name="dispatch")
class SessionView(ApiView):
    """Who am I, and what may I do."""

    permission_classes = [Anyone]

    @extend_schema(
        operation_id="getSession",
        tags=["session"],
        responses={200: SessionOut},
        examples=[
            OpenApiExample(
                "signed in",
                response_only=True,
                value={
                    "user": {
                        "username": "ada",
                        "name": "Ada Example",
                        "email": "ada@example.org",
                        "initials": "AE",
                        "roles": ["Administrator"],
                    },
                    "can": {"create_workspace": True, "administer": True},
                    "public_read": True,
                    "sign_in": {"password": True, "github": False},
                    "development": False,
                    "version": "0.1.0",
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Who is asking; always 200. Sets the cookie `csrftoken` that changes are sent with."""
        actor = actor_of_request(request)
        session = {
            "user": actor if actor.user else None,
            "can": {
                "create_workspace": policies.can_create_workspaces(actor),
                "administer": actor.is_administrator,
            },
            "public_read": settings.PUBLIC_READ,
            "sign_in": {"password": True, "github": False},
            "development": settings.DEBUG,
            "version": settings.VERSION,
        }
        return Response(SessionOut(session).data)


class TokensView(ApiView):
    """The caller's personal tokens."""

    permission_classes = [SignedInBySession]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """No cache keeps an answer with a secret in it."""
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    @extend_schema(
        operation_id="listTokens",
        tags=["tokens"],
        responses={200: TokensOut},
        examples=[
            OpenApiExample("one token", response_only=True, value={"results": [_TOKEN_EXAMPLE]})
        ],
    )
    def get(self, request: Request) -> Response:
        """My tokens, newest first; of very many the newest hundred."""
        mine = PersonalToken.objects.filter(user=actor_of_request(request).person)
        newest = mine.order_by("-created_at", "-id")[:_MOST_TOKENS_SHOWN]
        return Response(TokensOut({"results": newest}).data)

    @extend_schema(
        operation_id="createToken",
        tags=["tokens"],
        parameters=[IDEMPOTENCY_KEY],
        request=TokenIn,
        responses={201: NewTokenOut},
        examples=[
            OpenApiExample(
                "made",
                response_only=True,
                status_codes=["201"],
                value=_TOKEN_EXAMPLE | {"token": "osj_user_4kDm2Qx…"},
            )
        ],
    )
    def post(self, request: Request) -> Response:
        """Make a token. Its secret is in this answer and nowhere else."""
        values = self.body(request, TokenIn)
        now = clock.now()
        secrets: list[str] = []

        def create() -> Response:
            token, secret = services.create_personal_token(
                user=actor_of_request(request).person,
                name=values["name"],
                expires_in_days=values["expires_in_days"],
                actor_kind=ActorKind.PERSON,
                now=now,
            )
            secrets.append(secret)
            return answer(TokenOut(token).data, status=201)

        response = answer_once(request, operation="createToken", now=now, create=create)
        # Added to the answer after it was kept for repeats: a secret is stored nowhere.
        response.data = response.data | {"token": secrets[0] if secrets else None}
        return response


class TokenView(ApiView):
    """One of the caller's personal tokens."""

    permission_classes = [SignedInBySession]

    @extend_schema(operation_id="revokeToken", tags=["tokens"], responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Make the token worthless at once; a second time changes nothing."""
        mine = PersonalToken.objects.filter(user=actor_of_request(request).person)
        token = mine.filter(pk=pk).select_related("user").first()
        if token is None:
            raise NotFound(f"You have no token {pk}.")
        services.revoke_personal_token(token=token, now=clock.now())
        return Response(status=204)
