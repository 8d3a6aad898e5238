"""Where people sign in and out: of the library's addresses those that are used, and no other."""

from allauth.headless.constants import Client
from django.urls import path

from server.people.sign_in_views import (
    GitHubStartView,
    SessionView,
    SignInView,
    github_callback,
)

urlpatterns = [
    path("_allauth/browser/v1/auth/login", SignInView.as_api_view(client=Client.BROWSER)),
    path("_allauth/browser/v1/auth/session", SessionView.as_api_view(client=Client.BROWSER)),
    path(
        "_allauth/browser/v1/auth/provider/redirect",
        GitHubStartView.as_api_view(client=Client.BROWSER),
    ),
    # The library finds it by this name, and GitHub by the address that was registered there.
    path("accounts/github/login/callback/", github_callback, name="github_callback"),
]
