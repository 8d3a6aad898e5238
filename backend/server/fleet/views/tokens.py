"""The tokens by which a backend's runners sign in; managed by those who manage backends."""

from datetime import timedelta

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.etags import answer
from server.core.idempotency import answer_once
from server.core.permissions import SignedIn, SignedInBySession
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.fleet import policies, services
from server.fleet.finding import backend_at
from server.fleet.models import Backend, BackendToken
from server.fleet.serializers import (
    BackendTokenIn,
    BackendTokenOut,
    BackendTokensOut,
    NewBackendTokenOut,
    RotateTokenIn,
)
from server.people.actors import actor_of_request

_MOST_TOKENS_SHOWN = 100
_CREATE = "createBackendToken"
_ROTATE = "rotateBackendToken"
_EXAMPLE = {
    "id": 7,
    "name": "runner 1",
    "prefix": "osj_backend_4kDm",
    "created_at": "2026-03-04T12:00:00Z",
    "last_used_at": "2026-03-05T08:00:00Z",
    "expires_at": None,
    "revoked_at": None,
    "state": "active",
    "unused": False,
}


class BackendTokensView(ApiView):
    """The tokens of a backend; a personal token makes none."""

    permission_classes = [SignedInBySession]

    @extend_schema(
        operation_id="listBackendTokens",
        tags=["backends"],
        responses={200: BackendTokensOut},
        examples=[
            OpenApiExample(
                "one token",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE]},
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        """A backend's tokens without their secrets; of very many the newest hundred."""
        require(policies.why_not_manage(actor_of_request(request)))
        newest = backend_at(slug).tokens.order_by("-created_at", "-id")[:_MOST_TOKENS_SHOWN]
        return Response(BackendTokensOut({"results": newest}, context={"now": clock.now()}).data)

    @extend_schema(
        operation_id=_CREATE,
        tags=["backends"],
        parameters=[IDEMPOTENCY_KEY],
        request=BackendTokenIn,
        responses={201: NewBackendTokenOut},
        examples=[
            OpenApiExample("for a new runner", request_only=True, value={"name": "runner 1"}),
            OpenApiExample(
                "made",
                response_only=True,
                status_codes=["201"],
                value=_EXAMPLE | {"last_used_at": None, "token": "osj_backend_4kDm2Qx…"},
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Make a token. Its secret is in this answer and nowhere else."""
        values, backend = self.body(request, BackendTokenIn), backend_at(slug)
        actor, now = actor_of_request(request), clock.now()
        days = values["expires_in_days"]
        secrets: list[str] = []

        def create() -> Response:
            token, secret = services.create_backend_token(
                backend=backend,
                name=values["name"],
                expires_in=None if days is None else timedelta(days=days),
                actor=actor,
                now=now,
            )
            secrets.append(secret)
            return answer(BackendTokenOut(token, context={"now": now}).data, status=201)

        operation = f"{_CREATE} {backend.pk}"
        response = answer_once(request, operation=operation, now=now, create=create)
        # Added to the answer after it was kept for repeats: a secret is stored nowhere.
        response.data = response.data | {"token": secrets[0] if secrets else None}
        response.headers["Cache-Control"] = "no-store"
        return response


class BackendTokenView(ApiView):
    """One token of a backend."""

    permission_classes = [SignedIn]

    @extend_schema(operation_id="revokeBackendToken", tags=["backends"], responses={204: None})
    def delete(self, request: Request, slug: str, pk: int) -> Response:
        """Make the token worthless: its runner's next call is refused. Again changes nothing."""
        actor = actor_of_request(request)
        require(policies.why_not_manage(actor))
        backend = backend_at(slug)
        token = _token(backend, pk)
        services.revoke_backend_token(token=token, actor=actor, now=clock.now())
        return Response(status=204)


class RotateTokenView(ApiView):
    """A token in the place of another."""

    permission_classes = [SignedInBySession]

    @extend_schema(
        operation_id=_ROTATE,
        tags=["backends"],
        parameters=[IDEMPOTENCY_KEY],
        request=RotateTokenIn,
        responses={201: NewBackendTokenOut},
        examples=[
            OpenApiExample(
                "a week for the change",
                request_only=True,
                value={"name": "runner 1, 2027", "expires_in_days": 365, "overlap_days": 7},
            ),
            OpenApiExample(
                "made",
                response_only=True,
                status_codes=["201"],
                value=_EXAMPLE | {"last_used_at": None, "token": "osj_backend_4kDm2Qx…"},
            ),
        ],
    )
    def post(self, request: Request, slug: str, pk: int) -> Response:
        """Make a token in the place of another, which lives on for some days. Secret as above."""
        values, backend = self.body(request, RotateTokenIn), backend_at(slug)
        actor, now = actor_of_request(request), clock.now()
        require(policies.why_not_manage(actor))
        old, days = _token(backend, pk), values["expires_in_days"]
        secrets: list[str] = []

        def create() -> Response:
            token, secret = services.rotate_backend_token(
                token=old,
                name=values["name"],
                expires_in=None if days is None else timedelta(days=days),
                overlap=timedelta(days=values["overlap_days"]),
                actor=actor,
                now=now,
            )
            secrets.append(secret)
            return answer(BackendTokenOut(token, context={"now": now}).data, status=201)

        response = answer_once(request, operation=f"{_ROTATE} {pk}", now=now, create=create)
        response.data = response.data | {"token": secrets[0] if secrets else None}
        response.headers["Cache-Control"] = "no-store"
        return response


def _token(backend: Backend, pk: int) -> BackendToken:
    token = backend.tokens.select_related("backend").filter(pk=pk).first()
    if token is None:
        raise NotFound(f"{backend.name} has no token {pk}.")
    return token
