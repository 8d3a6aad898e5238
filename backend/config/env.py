"""Typed reader of the environment; the only place that knows how a variable is spelled.

The process environment beats the file `.env` at the top of the checkout. A wrong value stops
the start with one line that names the variable and says how to mend it.
"""

from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

ROOT = Path(__file__).resolve().parents[2]

_env = Env()
_env.read_env(str(ROOT / ".env"), recurse=False, override=False)


def _read(kind: str, name: str, default: Any) -> Any:
    try:
        return getattr(_env, kind)(name, default)
    except EnvError as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read: {error} Correct it in the environment or in .env; "
            "dotenv-sample shows every setting."
        ) from error


def text(name: str, default: str = "") -> str:
    """The variable's text, stripped of blanks; `default` where it is unset or empty."""
    return str(_read("str", name, default)).strip() or default


def flag(name: str, *, default: bool) -> bool:
    """True for 1, true, yes, on; false for 0, false, no, off and for an empty value."""
    return bool(_read("bool", name, default)) if text(name) else default


def number(name: str, default: int) -> int:
    """A whole number; `default` where the variable is unset or empty."""
    return int(_read("int", name, default)) if text(name) else default


def names(name: str) -> tuple[str, ...]:
    """A comma-separated list without blanks and empty entries."""
    return tuple(part.strip() for part in text(name).split(",") if part.strip())


def networks(name: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """A comma-separated list of addresses and networks (`10.0.0.0/8`)."""
    try:
        return tuple(ip_network(part) for part in names(name))
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read: {error}. List addresses such as 10.0.0.7 and networks such as "
            "10.0.0.0/8, separated by commas."
        ) from error


def secret_key(*, debug: bool) -> str:
    """SECRET_KEY; only development may go without, on a key that protects nothing."""
    key = text("SECRET_KEY")
    if key:
        return key
    if debug:
        return "development-only-key-that-protects-nothing"
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Put a random value of 50 characters in the environment; "
        "see dotenv-sample."
    )


def folder(name: str) -> Path | None:
    """An existing folder, a relative one counted from the top of the checkout; None where unset."""
    value = text(name)
    return (ROOT / value).resolve() if value else None


def database(url: str) -> dict[str, Any]:
    """Django's database settings of a URL: `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST:PORT/NAME`.

    A relative SQLite path counts from the top of the checkout; `sqlite:////abs/path` is absolute.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = ROOT / unquote(parts.path.removeprefix("/"))
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL begins with {parts.scheme!r}. Write sqlite:///PATH or "
        "postgresql://USER:PASSWORD@HOST:PORT/NAME."
    )
