"""A person's browser before the library's calls, as the tests of the second factor use it."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.test import Client
from django.utils import timezone

from server.people.models import User

PASSWORD = "correct horse battery"
BASE = "/_allauth/browser/v1/"
CODES_APP = "account/authenticators/totp"
PASSKEYS = "account/authenticators/webauthn"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class Browser:
    """Calls of the sign-in library, with the cookies of one browser."""

    def __init__(self, **headers: str) -> None:
        self.client = Client(raise_request_exception=True, headers=headers)

    def get(self, path: str) -> Any:
        return self.client.get(BASE + path)

    def post(self, path: str, **body: Any) -> Any:
        return self.send("post", path, body)

    def send(self, method: str, path: str, body: Any = "") -> Any:
        send = getattr(self.client, method)
        return send(BASE + path, body, content_type="application/json")

    def give_password(self, username: str = "ada", password: str = PASSWORD) -> Any:
        return self.post("auth/login", username=username, password=password)

    def confirm(self, password: str = PASSWORD) -> Any:
        return self.post("auth/reauthenticate", password=password)

    def give_code(self, code: str) -> Any:
        return self.post("auth/2fa/authenticate", code=code)

    @property
    def who(self) -> str | None:
        user = self.client.get("/api/v3/session").json()["user"]
        return user and user["username"]


def code_of(secret: str, *, steps: int = 0) -> str:
    """The code that the app of this secret shows now, or so many steps later."""
    step = int(timezone.now().timestamp()) // 30 + steps
    return format_hotp_value(hotp_value(secret, step))


def give_codes_app(user: User, secret: str = SECRET) -> Authenticator:
    return TOTP.activate(user, secret).instance


def stored_secret(user: User) -> str:
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    return decrypt(row.data["secret"])
