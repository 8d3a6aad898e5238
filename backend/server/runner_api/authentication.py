"""How a runner is recognised: the raw token of a backend in `Authorization`.

Every failure is a 403 with one of three texts, never a 401, and there is no `WWW-Authenticate`. A
token that was one of ours and has ended is told when.
Source: runner_api 2.1 to 2.4, 2.6, 2.7.
"""

import structlog
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from server.core import clock
from server.fleet.services import Caller, authenticate, refusal_of
from server.runner_api.calls import note_refused

# No token contains a blank, so these prefixes cannot be part of one.
_SCHEMES = ("bearer", "token")
_REMEMBERED = "_backend_caller"


class BackendTokenAuthentication(BaseAuthentication):
    """`request.auth` is the `Caller`; there is no person behind it."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, Caller] | None:
        """The backend that the token speaks for.

        Raises:
            AuthenticationFailed: there is no token, or it is not a live one.
        """
        header = request.headers.get("Authorization")
        if header is None:
            raise AuthenticationFailed("Authorization header is missing")
        if not header.strip():
            raise AuthenticationFailed("Authorization header is empty")
        secret, now = bare_token(header), clock.now()
        caller = _remembered(request._request) or authenticate(secret=secret, now=now)
        if caller is None:
            refusal = refusal_of(secret=secret, now=now)
            note_refused(request._request, refusal)
            raise AuthenticationFailed(refusal.told)
        structlog.contextvars.bind_contextvars(backend=caller.backend.slug)
        return AnonymousUser(), caller


class OptionalBackendTokenAuthentication(BackendTokenAuthentication):
    """The same; with `ANONYMOUS_JOB_REQUESTS` on, a call without a token is let through too."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, Caller] | None:
        """The backend; None for a caller without a token, where the setting allows that."""
        is_anonymous = not request.headers.get("Authorization", "").strip()
        if settings.ANONYMOUS_JOB_REQUESTS and is_anonymous:
            return None
        return super().authenticate(request)


def bare_token(header: str) -> str:
    """The token in `Authorization`, with or without a scheme before it."""
    header = header.strip()
    scheme, _, rest = header.partition(" ")
    return rest.strip() if scheme.lower() in _SCHEMES else header


def remember_caller(request: HttpRequest, caller: Caller) -> None:
    """Spare the view the query, where who calls was asked before it."""
    request.__dict__[_REMEMBERED] = caller


def _remembered(request: HttpRequest) -> Caller | None:
    caller = request.__dict__.get(_REMEMBERED)
    return caller if isinstance(caller, Caller) else None
