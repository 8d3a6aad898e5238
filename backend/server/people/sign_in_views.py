"""The sign-in library's own calls, as far as this service offers them."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.account.views import LoginView, SessionView
from allauth.headless.socialaccount.views import RedirectToProviderView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from server.core import clock
from server.core.client_address import client_address
from server.core.problems import problem_response
from server.people import services
from server.people.adapters import SignInRefused
from server.people.github_client import oauth2_callback

__all__ = ["GitHubStartView", "SessionView", "SignInView", "github_callback"]


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


class GitHubStartView(RedirectToProviderView):
    """A form of ours, posted, leads to GitHub. A script cannot follow there, so this is no call."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """To GitHub; back to the sign-in page where GitHub is off or the form was not ours."""
        if not settings.GITHUB_SIGN_IN or request.POST.get("process") != "login":
            return SignInRefused("not-offered")
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


@require_GET
@never_cache
def github_callback(request: HttpRequest) -> HttpResponse:
    """Where GitHub sends people back to. What fails is counted for the address it came from."""
    if not settings.GITHUB_SIGN_IN:
        return SignInRefused("not-offered")
    try:
        counted = services.begin_try(
            username=None, address=client_address(request), now=clock.now()
        )
    except services.TooManyTries:
        return SignInRefused("paused")
    response: HttpResponse = oauth2_callback(request)
    if not isinstance(response, SignInRefused):
        services.forget_try(counted)
    return response
