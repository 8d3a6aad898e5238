"""What must be true of the settings before web and worker start, so that people can sign in."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_PAIR = ("SOCIAL_AUTH_GITHUB_KEY", "SOCIAL_AUTH_GITHUB_SECRET")


def require_a_way_to_sign_in() -> None:
    """Stop the start where nobody could sign in, or GitHub is set up by half.

    Raises:
        ImproperlyConfigured: naming the setting to mend.
    """
    given = [name for name in _PAIR if getattr(settings, name)]
    if len(given) == 1:
        [missing] = set(_PAIR) - set(given)
        raise ImproperlyConfigured(
            f"{given[0]} is set but {missing} is not. Set both from the OAuth app at GitHub, or "
            "neither; INSTALL.md says how."
        )
    if not given and not settings.PASSWORD_SIGN_IN:
        raise ImproperlyConfigured(
            f"There is no way to sign in: PASSWORD_SIGN_IN is off and {' and '.join(_PAIR)} are "
            "not set. Set them, or set PASSWORD_SIGN_IN=1."
        )
    address = urlsplit(settings.GITHUB_URL)
    if settings.GITHUB_URL and (address.scheme not in ("http", "https") or not address.netloc):
        raise ImproperlyConfigured(
            f"GITHUB_URL is {settings.GITHUB_URL!r}. Give the address of GitHub Enterprise with "
            "its scheme, such as https://github.example.org; leave it empty for github.com."
        )
