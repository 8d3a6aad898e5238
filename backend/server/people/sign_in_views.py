"""The sign-in library's own calls, as far as this service offers them."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.account.views import LoginView, SessionView
from django.http import HttpRequest, HttpResponseBase

from server.core.problems import problem_response

__all__ = ["SessionView", "SignInView"]


class SignInView(LoginView):
    """Signing in by user name and password; the library leaves unreadable bodies to us."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The library's answer; a problem where the body is no JSON object."""
        try:
            response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        except ImmediateHttpResponse as error:
            if error.response.status_code != 400:
                raise
            return problem_response("malformed-request")
        except RecursionError:
            return problem_response("malformed-request", "The JSON is nested too deeply.")
        return response
