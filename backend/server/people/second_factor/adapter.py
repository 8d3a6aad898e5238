"""Where the library's second factor asks us."""

from base64 import urlsafe_b64encode
from io import BytesIO
from urllib.parse import urlsplit

import qrcode
import structlog
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac
from qrcode.image.svg import SvgPathFillImage

from server.people.models import User

logger = structlog.get_logger(__name__)

_NAME = "Job server"


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names, keys and pictures of the second factor."""

    def get_totp_label(self, user: User) -> str:
        """The account, as the code app lists it."""
        return user.username

    def get_totp_issuer(self) -> str:
        """The service, as the code app lists it."""
        return f"{_NAME} ({_host()})"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site that passkeys are bound to: the address that people are told, whatever proxy."""
        return {"id": _host(), "name": _NAME}

    def _get_user_identifier(self, user: User) -> str:
        return user.username

    def build_totp_svg(self, url: str) -> str:
        """The QR code, dark on light in either theme, as a picture of its own."""
        picture = qrcode.make(url, image_factory=SvgPathFillImage, border=2)
        out = BytesIO()
        picture.save(out)
        return out.getvalue().decode()

    def encrypt(self, text: str) -> str:
        """What a copy of the database alone does not give away."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text; after a change of SECRET_KEY without OLD_SECRET_KEY one that fits no code."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error("second_factor_unreadable", reason="SECRET_KEY is another one")  # noqa: TRY400
            return generate_totp_secret()


def _host() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_fernet_key(key)) for key in keys])


def _fernet_key(secret: str) -> bytes:
    digest = salted_hmac("people.second_factor", "key", secret=secret, algorithm="sha256")
    return urlsafe_b64encode(digest.digest())
