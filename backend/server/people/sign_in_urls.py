"""Where the pages sign in and out: of the library's addresses those that are used, and no other."""

from allauth.headless.constants import Client
from django.urls import path

from server.people.sign_in_views import SessionView, SignInView

urlpatterns = [
    path("browser/v1/auth/login", SignInView.as_api_view(client=Client.BROWSER)),
    path("browser/v1/auth/session", SessionView.as_api_view(client=Client.BROWSER)),
]
