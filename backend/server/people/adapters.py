"""Where the sign-in library asks us."""

from typing import Any
from urllib.parse import urlencode, urlsplit

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.httpkit import is_headless_request
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.contrib.auth.backends import AllowAllUsersModelBackend
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from requests.exceptions import (  # noqa: TID251 - raised by the library's client
    ConnectionError as NotConnected,
)
from requests.exceptions import Timeout  # noqa: TID251

from server.core import clock
from server.core.client_address import client_address
from server.core.problems import problem_response
from server.people import policies, services
from server.people.models import User

logger = structlog.get_logger(__name__)

SIGN_IN_PAGE = "/sign-in"


class SignInRefused(HttpResponseRedirect):
    """Back to the sign-in page, which words the `error`; `page` is that page with its `next`."""

    def __init__(self, error: str, *, page: str = SIGN_IN_PAGE) -> None:
        glue = "&" if urlsplit(page).query else "?"
        super().__init__(f"{page}{glue}{urlencode({'error': error})}")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators or by GitHub; wrong passwords are counted by us."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """No: nobody makes himself an account with a password."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The caller's address, past the proxies that are trusted."""
        return client_address(request)

    def is_safe_url(self, url: str) -> bool:
        """Whether a person may be led there: paths of this site, on no account another's."""
        return url.startswith("/") and not urlsplit(url).netloc and super().is_safe_url(url)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The person whose user name and password these are, switched off or not.

        The library counts in a cache, tells nobody when to try again and answers 400; so the
        count is ours, and a pause is answered as a problem with `Retry-After`. Those who are
        switched off are kept out by `respond_user_inactive`, whatever way they came.
        """
        if not _can_be_stored(credentials.values()):
            return None
        try:
            counted = services.begin_try(
                username=credentials.get("username", ""),
                address=client_address(request),
                now=clock.now(),
            )
        except services.TooManyTries as error:
            response = problem_response(error.problem, error.detail, **error.members)
            raise ImmediateHttpResponse(response) from error
        user = AllowAllUsersModelBackend().authenticate(request, **credentials)
        if user is None:
            return None
        services.forget_try(counted)
        sources = user.role_grants.values_list("source", flat=True)
        if refusal := policies.why_not_sign_in_by_password(sources):
            services.note_refused_sign_in(user=user, why="password", now=clock.now())
            raise ImmediateHttpResponse(problem_response("forbidden", refusal.reason))
        user.backend = settings.AUTHENTICATION_BACKENDS[0]
        return user

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Tell somebody who proved who he is that his account lets nobody in."""
        why = "account-closed" if user.closed_at else "account-disabled"
        services.note_refused_sign_in(user=user, why=why, now=clock.now())
        if is_headless_request(request):
            raise ImmediateHttpResponse(problem_response(why))
        raise ImmediateHttpResponse(SignInRefused(why))

    def post_login(self, request: HttpRequest, user: User, **about: Any) -> HttpResponse:
        """Put on record that the person is in, after every stage that the library asks for."""
        response = super().post_login(request, user, **about)
        ways = [_way_of(step) for step in get_authentication_records(request, user)]
        services.note_sign_in(user=user, ways=ways, now=clock.now())
        return response

    def logout(self, request: HttpRequest) -> None:
        """Put on record that the person is out."""
        if isinstance(request.user, User):
            services.note_sign_out(user=request.user, now=clock.now())
        super().logout(request)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """People who come by GitHub: made an account the first time, found by GitHub's id later."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Yes: a new account may look, and nothing else."""
        return True

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:  # noqa: ARG002
        """Take over a GitHub name that changed."""
        user = sociallogin.user
        if user.pk and user.is_active:
            services.follow_github_login(user=user, profile=sociallogin.github, now=clock.now())

    def save_user(
        self,
        request: HttpRequest,  # noqa: ARG002
        sociallogin: SocialLogin,
        form: Any = None,  # noqa: ARG002
    ) -> User:
        """Make the account, by our rules about names and addresses."""
        user, account = services.create_github_account(profile=sociallogin.github, now=clock.now())
        sociallogin.user, sociallogin.account = user, account
        return user

    def on_authentication_error(
        self,
        request: HttpRequest,  # noqa: ARG002
        provider: Any,  # noqa: ARG002
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Lead back to the sign-in page with the reason; what was sent goes into no log."""
        state = (extra_context or {}).get("state")
        why = _why_failed(error, exception, has_state=state is not None)
        logger.info("github_sign_in_failed", why=why, error=type(exception).__name__)
        page = (state or {}).get("next") or SIGN_IN_PAGE
        raise ImmediateHttpResponse(SignInRefused(why, page=page))


def _why_failed(error: str | None, exception: Exception | None, *, has_state: bool) -> str:
    """The word that the sign-in page explains."""
    if error == AuthError.CANCELLED:
        return "denied"
    if isinstance(exception, Timeout):
        return "github-silent"
    if isinstance(exception, NotConnected):
        return "github-unreachable"
    if exception is not None:
        return "github-failed"
    return "github-refused" if has_state else "not-begun-here"


def _way_of(step: dict[str, Any]) -> str:
    """The library's record of one step, in a word: password, github, totp, webauthn."""
    return str(step.get("type") or step.get("provider") or step["method"])


def _can_be_stored(texts: Any) -> bool:
    """False for half characters, which JSON can carry and no account can have."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True
