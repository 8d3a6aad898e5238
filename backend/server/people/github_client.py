"""Asking GitHub who somebody is, by the sign-in library's client with its limit on time.

The library takes any answer for a good one; here everything is looked at before it is used.
"""

from typing import Any

import structlog
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin, SocialToken
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import HttpRequest
from requests.exceptions import RequestException  # noqa: TID251 - raised by the library's client

from server.core.plain_text import plain_line
from server.people.github import PROVIDER
from server.people.services import GitHubProfile

logger = structlog.get_logger(__name__)

_LONGEST_LOGIN = 150
_NO_MAILBOX = "@users.noreply.github.com"


class GitHubAdapter(GitHubOAuth2Adapter):
    """The library's adapter, for answers of every kind. No token of GitHub's is kept."""

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The token that GitHub gives for the code.

        Raises:
            OAuth2Error: GitHub gives none.
        """
        try:
            data = super().get_access_token_data(*args, **kwargs)
        except (KeyError, TypeError) as error:
            raise OAuth2Error("GitHub's answer holds no token.") from error
        token = data.get("access_token") if isinstance(data, dict) else None
        if not isinstance(token, str) or not token.isascii():
            raise OAuth2Error("GitHub's answer holds no token.")
        return {"access_token": token}

    def complete_login(
        self,
        request: HttpRequest,
        app: Any,  # noqa: ARG002
        token: SocialToken,
        **kwargs: Any,  # noqa: ARG002
    ) -> SocialLogin:
        """Who the token belongs to; `login.github` is the profile.

        Raises:
            OAuth2Error: what came is no profile.
            RequestException: no answer came, or one that says so.
        """
        told = self._ask(self.profile_url, token)
        profile = profile_of(told)
        known = SocialAccount.objects.filter(provider=PROVIDER, uid=str(profile.id))
        if not known.exists():  # the address is copied once, so nobody else is asked for it
            profile = profile_of(told, addresses=self._addresses(token))
        login = self.get_provider().sociallogin_from_response(
            request, {"id": profile.id, "login": profile.login}
        )
        login.github = profile
        return login

    def _addresses(self, token: SocialToken) -> Any:
        """The person's addresses; nothing where GitHub does not tell, as the welcome asks then."""
        try:
            return self._ask(self.emails_url, token)
        except RequestException as error:
            logger.warning("github_addresses_not_told", error=type(error).__name__)
            return []

    def _ask(self, url: str, token: SocialToken) -> Any:
        with get_adapter().get_requests_session() as session:
            answer = session.get(url, headers={"Authorization": f"token {token.token}"})
            answer.raise_for_status()
            return answer.json()


def profile_of(told: Any, *, addresses: Any = ()) -> GitHubProfile:
    """The profile in GitHub's answer.

    The e-mail address is the first that GitHub has verified, the primary one before others, else
    the public one; none where all it has is GitHub's own, which takes no mail.

    Raises:
        OAuth2Error: it is none.
    """
    number, login = (told.get(name) if isinstance(told, dict) else None for name in ("id", "login"))
    if type(number) is not int or number <= 0:
        raise OAuth2Error("GitHub's answer names no id.")
    login = _text(login)
    if not 0 < len(login) <= _LONGEST_LOGIN:
        raise OAuth2Error("GitHub's answer names no login.")
    email = _best_address(addresses) or _address(told.get("email"))
    return GitHubProfile(
        id=number,
        login=login,
        name=_text(told.get("name")),
        email=email,
    )


def _best_address(addresses: Any) -> str:
    entries = [entry for entry in addresses if isinstance(entry, dict)] if addresses else []
    verified = [entry for entry in entries if entry.get("verified") is True]
    verified.sort(key=lambda entry: entry.get("primary") is not True)
    return next(filter(None, (_address(entry.get("email")) for entry in verified)), "")


def _address(value: Any) -> str:
    """An address that takes mail; one with odd characters in it is none."""
    is_plain = isinstance(value, str) and _text(value) == value
    return value if is_plain and not value.lower().endswith(_NO_MAILBOX) else ""


def _text(value: Any) -> str:
    return plain_line(value) if isinstance(value, str) else ""


oauth2_callback = OAuth2CallbackView.adapter_view(GitHubAdapter)
