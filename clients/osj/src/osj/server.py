"""The job server as the commands see it: what was asked for, or an error in words."""

from collections.abc import Callable
from typing import Any, TypeVar

import httpx

from osj.errors import NoAnswer, NotLoggedIn, Refused
from osj.job_server import AuthenticatedClient
from osj.job_server.models import Problem
from osj.job_server.types import Response, Unset
from osj.settings import Login

T = TypeVar("T")


class Server:
    """One job server; `ask` makes a call of the generated client."""

    def __init__(self, login: Login, *, timeout_s: float = 30) -> None:
        self.url = login.url
        self._client = AuthenticatedClient(
            base_url=login.url, token=login.token, timeout=httpx.Timeout(timeout_s)
        )

    def ask(self, call: Callable[..., Response[T | Problem]], *args: Any, **kwargs: Any) -> T:
        """What the call answers; `call` is a `sync_detailed` of the generated client.

        Raises:
            Refused: the server says no.
            NotLoggedIn: it does not know the token.
            NoAnswer: it says nothing, or nothing that a job server would say.
        """
        try:
            answer = call(*args, client=self._client, **kwargs)
        except httpx.HTTPError as error:
            raise NoAnswer(
                f"{self.url} does not answer: {error or type(error).__name__}"
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise NoAnswer(f"{self.url} answers, but not as a job server does.") from error
        if not isinstance(answer.parsed, Problem):
            return answer.parsed  # type: ignore[return-value]
        problem = answer.parsed
        if problem.status == 401:
            raise NotLoggedIn(f"{problem.detail} Run: osj login")
        raise Refused(_words(problem)) if problem.status < 500 else NoAnswer(problem.detail)


def _words(problem: Problem) -> str:
    errors = [] if isinstance(problem.errors, Unset) else problem.errors
    lines = [f"{error.pointer.lstrip('/')}: {error.detail}".lstrip(": ") for error in errors]
    return "\n".join(lines) if lines else f"{problem.title}. {problem.detail}"
