"""`tokens`: with what a person's scripts sign in."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.etags import answer
from server.core.idempotency import answer_once
from server.core.permissions import SignedInBySession
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.people import services
from server.people.actors import actor_of_request
from server.people.models import PersonalToken
from server.people.serializers import NewTokenOut, TokenIn, TokenOut, TokensOut

_MOST_TOKENS_SHOWN = 100

TOKEN_EXAMPLE = {
    "id": 7,
    "name": "weekly export",
    "prefix": "osj_user_4kDm2Qx",
    "scopes": ["read", "run"],
    "created_at": "2026-03-04T12:00:00Z",
    "last_used_at": None,
    "expires_at": "2026-06-02T12:00:00Z",
    "revoked_at": None,
}


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
            OpenApiExample("one token", response_only=True, value={"results": [TOKEN_EXAMPLE]})
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
                value=TOKEN_EXAMPLE | {"token": "osj_user_4kDm2Qx…"},
            )
        ],
    )
    def post(self, request: Request) -> Response:
        """Make a token. Its secret is in this answer and nowhere else."""
        values = self.body(request, TokenIn)
        actor, now = actor_of_request(request), clock.now()
        secrets: list[str] = []

        def create() -> Response:
            token, secret = services.create_personal_token(
                actor=actor,
                user=actor.person,
                name=values["name"],
                scopes=values["scopes"],
                expires_in_days=values["expires_in_days"],
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
        actor = actor_of_request(request)
        mine = PersonalToken.objects.filter(user=actor.person)
        token = mine.filter(pk=pk).select_related("user").first()
        if token is None:
            raise NotFound(f"You have no token {pk}.")
        services.revoke_personal_token(actor=actor, token=token, now=clock.now())
        return Response(status=204)
