"""Typed reader of the environment; the only place that knows how a variable is spelled.

The process environment beats the file `.env` at the top of the checkout. A wrong value stops
the start with one line that names the variable and says how to mend it.
"""

import re
from email.utils import parseaddr
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from environs import Env, EnvError

ROOT = Path(__file__).resolve().parents[2]

_SHORTEST_KEY = 50
_HOST = re.compile(r"[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*\]?")

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


def number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    """A whole number from `least` to `most`; `default` where the variable is unset or empty."""
    value = int(_read("int", name, default)) if text(name) else default
    if value < least or (most is not None and value > most):
        upper = f" to {most}" if most is not None else " or more"
        raise ImproperlyConfigured(f"{name} is {value}. Give a number of {least}{upper}.")
    return value


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


def one_of(name: str, default: str, *, known: tuple[str, ...]) -> str:
    """One of a few words, in capital letters; `default` where the variable is unset or empty."""
    value = text(name, default).upper()
    if value not in known:
        raise ImproperlyConfigured(f"{name} is {value!r}. It is one of {', '.join(known)}.")
    return value


def origin(name: str, value: str) -> str:
    """Scheme, host and port of the web, without a path: `https://jobs.example.org`."""
    parts = urlsplit(value)
    rest = parts.path.rstrip("/") or parts.query or parts.fragment or parts.username
    if parts.scheme not in ("http", "https") or not parts.hostname or rest:
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Write scheme and host alone, such as https://jobs.example.org."
        )
    return value.rstrip("/")


def origins(name: str) -> list[str]:
    """A comma-separated list of origins."""
    return [origin(name, each) for each in names(name)]


def host(name: str) -> str:
    """The name or address of a machine, without scheme and port; empty where unset."""
    return _host(name, text(name))


def hosts(name: str) -> tuple[str, ...]:
    """A comma-separated list of hosts; `.example.org` is all of a domain, `*` any."""
    return tuple(
        each if each == "*" else each[: each.startswith(".")] + _host(name, each.removeprefix("."))
        for each in names(name)
    )


def _host(name: str, value: str) -> str:
    if value and not _HOST.fullmatch(value):
        raise ImproperlyConfigured(
            f"{name} has {value!r}. Write a host without scheme and port, such as jobs.example.org."
        )
    return value


def mailbox(name: str, default: str) -> str:
    """An e-mail address, or `Name <address>`; `default` where the variable is unset."""
    value = text(name, default)
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Write an e-mail address, such as jobs@example.org."
        ) from error
    return value


def address(name: str, default: str = "") -> str:
    """An address of the web without a last slash; `default` where the variable is unset."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query):
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Write an address such as https://www.example.org/api/v1."
        )
    return value


def dsn(name: str) -> str:
    """Where Sentry takes errors of a project, with the key to it; empty where unset."""
    value = text(name)
    parts = urlsplit(value)
    project = parts.path.rpartition("/")[2]
    is_whole = parts.scheme in ("http", "https") and parts.hostname and parts.username
    if value and not (is_whole and project.isdecimal()):
        raise ImproperlyConfigured(
            f"{name} is no address of a project at Sentry. Copy it from the project's settings: "
            "https://KEY@sentry.example.org/NUMBER."
        )
    return value


def secret_key(*, debug: bool) -> str:
    """SECRET_KEY; only development may go without, on a key that protects nothing."""
    key = text("SECRET_KEY")
    if debug:
        return key or "development-only-key-that-protects-nothing"
    if len(key) < _SHORTEST_KEY:
        wrong = "is shorter than that" if key else "is not set"
        raise ImproperlyConfigured(
            f"SECRET_KEY takes {_SHORTEST_KEY} random characters and {wrong}. Put them in the "
            "environment; see dotenv-sample."
        )
    return key


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
