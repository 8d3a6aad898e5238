"""How a caller of /api/v3/ is recognised: a session, or a personal token."""

from rest_framework.authentication import BaseAuthentication
from rest_framework.authentication import SessionAuthentication as DrfSession
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from server.core import clock
from server.people import services
from server.people.models import PersonalToken, User

__all__ = ["PersonalTokenAuthentication", "SessionAuthentication"]


class SessionAuthentication(DrfSession):
    """The session cookie; changes carry the CSRF token too."""


class PersonalTokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer osj_user_…`; `request.auth` is the token's row."""

    def authenticate(self, request: Request) -> tuple[User, PersonalToken] | None:
        """The token's owner; None where no bearer token was sent."""
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        token = services.find_personal_token(secret=secret.strip(), now=clock.now())
        if token is None:
            raise AuthenticationFailed("This token is not known, has expired or was revoked.")
        return token.user, token

    def authenticate_header(self, request: Request) -> str:  # noqa: ARG002
        """What a 401 answers in `WWW-Authenticate`."""
        return 'Bearer realm="api"'
