"""Codelists: whether those of a study are what OpenCodelists publishes today.

`get_checker()` gives the adapter that the settings choose. Services use that and the names below.
"""

from functools import cache
from typing import Protocol

from django.conf import settings

__all__ = ["CheckerUnavailable", "CodelistChecker", "get_checker"]

TIMEOUT_S = 10.0


class CheckerUnavailable(Exception):
    """The service did not answer, or answered what nobody can use; `str(error)` says which."""


class CodelistChecker(Protocol):
    """Who knows the newest codelists. Safe to share between threads."""

    def is_current(self, *, codelists: str, manifest: str) -> bool:
        """Whether a study's codelists.txt and codelists.json name what is published today.

        Raises:
            CheckerUnavailable: nobody can say.
        """
        ...


def get_checker() -> CodelistChecker | None:
    """The checker of the settings as they are now; None where the check is off."""
    return _open_codelists(settings.OPENCODELISTS_URL) if settings.OPENCODELISTS_URL else None


@cache
def _open_codelists(url: str) -> CodelistChecker:
    # The adapter needs the names above, so it is imported when it is chosen.
    from integrations.codelists.open_codelists import OpenCodelists

    return OpenCodelists(url=url, timeout_s=TIMEOUT_S)
