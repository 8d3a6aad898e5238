"""Addresses of password and second factor: of the library's those that are used, and no other."""

from allauth.headless.constants import Client
from django.urls import path

from server.people.second_factor import views


def _at(route: str, view: type) -> object:
    return path(f"browser/v1/{route}", view.as_api_view(client=Client.BROWSER))  # type: ignore[attr-defined]


urlpatterns = [
    _at("auth/reauthenticate", views.ReauthenticateView),
    _at("auth/2fa/authenticate", views.CodeView),
    _at("auth/webauthn/authenticate", views.PasskeyView),
    _at("auth/webauthn/login", views.PasskeySignInView),
    _at("account/password/change", views.ChangePasswordView),
    _at("account/authenticators", views.FactorsView),
    _at("account/authenticators/totp", views.CodesAppView),
    _at("account/authenticators/recovery-codes", views.RecoveryCodesView),
    _at("account/authenticators/webauthn", views.PasskeysView),
]
