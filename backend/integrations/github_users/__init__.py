"""GitHub's people: who has a name there. Names change hands; the number behind one never does.

`get_directory()` gives the adapter that the settings choose. Services use that and the names below.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.conf import settings

__all__ = ["GitHubUser", "GitHubUsers", "UserNotFound", "get_directory", "is_login"]

_LOGIN = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:_[A-Za-z0-9]{1,8})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class GitHubUser:
    """A person at GitHub: the number, and the name as GitHub writes it."""

    github_id: int
    login: str


class UserNotFound(Exception):
    """No person at GitHub has this name; an organisation is none."""

    def __init__(self, login: str) -> None:
        super().__init__(f"GitHub knows no person called {login[:80]!r}. Check the name.")


class GitHubUsers(Protocol):
    """The people of GitHub. Read-only, and safe to share between threads."""

    def find(self, login: str) -> GitHubUser:
        """The person who has this name now, in any letter case.

        Raises:
            UserNotFound: nobody has, or an organisation does.
            git.HostUnavailable, git.RateLimited, git.AccessRefused: GitHub cannot be asked.
        """
        ...


def is_login(text: str) -> bool:
    """Whether a person could have this name.

    One hyphen at a time, 39 characters; accounts that a company manages end in `_COMPANY`.
    """
    return bool(_LOGIN.fullmatch(text))


def get_directory() -> GitHubUsers:
    """GitHub as the settings name it now; the same one while they do not change."""
    return _rest(settings.GITHUB_API_URL, settings.GITHUB_TOKEN, settings.GIT_TIMEOUT_S)


@cache
def _rest(api_url: str, token: str, timeout_s: float) -> GitHubUsers:
    from integrations.github_users.rest import RestGitHubUsers

    return RestGitHubUsers(api_url=api_url, token=token, timeout_s=timeout_s)
