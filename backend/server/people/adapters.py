"""Where the sign-in library asks us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.http import HttpRequest

from server.core import clock
from server.core.client_address import client_address
from server.core.problems import problem_response
from server.people import services
from server.people.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; wrong passwords are counted by us."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """No."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The caller's address, past the proxies that are trusted."""
        return client_address(request)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The person whose user name and password these are.

        The library counts in a cache, tells nobody when to try again and answers 400; so the
        count is ours, and a pause is answered as a problem with `Retry-After`.
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
        user: User | None = super().authenticate(request, **credentials)
        if user is not None:
            services.forget_try(counted)
        return user


def _can_be_stored(texts: Any) -> bool:
    """False for half characters, which JSON can carry and no account can have."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True
