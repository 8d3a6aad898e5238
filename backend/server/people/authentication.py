"""How a caller of /api/v3/ is recognised: a session, or a personal token."""

from django.conf import settings
from rest_framework.authentication import BaseAuthentication
from rest_framework.authentication import SessionAuthentication as DrfSession
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from server.core import clock
from server.core.client_address import client_address
from server.core.errors import DomainError
from server.people import services
from server.people.actors import viewer_of
from server.people.models import PersonalToken, User


class CsrfFailed(DomainError):
    """A change by session came without the CSRF token, or with a wrong one."""

    problem = "csrf-failed"


class SessionAuthentication(DrfSession):
    """The session cookie; changes carry the CSRF token too."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """The person whose session it is, or whom a member of staff views as."""
        found: tuple[User, None] | None = super().authenticate(request)
        if found:
            self._note_use(request, viewed=found[0])
        return found

    def _note_use(self, request: Request, *, viewed: User) -> None:
        """Keep when the session was used, and when its person was seen."""
        now, person = clock.now(), viewer_of(request) or viewed
        if key := request.COOKIES.get(settings.SESSION_COOKIE_NAME):
            address = client_address(request._request)
            services.note_session_use(user=person, key=key, address=address, now=now)
        services.note_seen(person, now=now)

    def enforce_csrf(self, request: Request) -> None:
        """Refuse what did not come from a page of ours, as a problem of its own."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise CsrfFailed(
                "The header X-CSRFToken does not match the cookie csrftoken. Read "
                "/api/v3/session for a fresh cookie, or reload the page, and try again."
            ) from error


class PersonalTokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer osj_user_…`; `request.auth` is the token's row."""

    def authenticate(self, request: Request) -> tuple[User, PersonalToken] | None:
        """The token's owner; None where no bearer token was sent."""
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        secret, now = secret.strip(), clock.now()
        token = services.find_personal_token(secret=secret, now=now)
        if token is None:
            raise AuthenticationFailed(services.why_token_refused(secret=secret, now=now))
        services.note_seen(token.user, now=now)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:  # noqa: ARG002
        """What a 401 answers in `WWW-Authenticate`."""
        return 'Bearer realm="api"'
