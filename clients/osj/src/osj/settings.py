"""Which job server, and by which token: from the environment, else from the file `login` wrote.

The file is `osj/login.json` in the folder for settings (`$XDG_CONFIG_HOME`, else `~/.config`),
readable by its owner alone. A token never stands on a command line, where other people of the
machine could read it.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import typer

from osj.errors import NotLoggedIn, WrongUsage


@dataclass(frozen=True, slots=True)
class Login:
    """The address of a job server and a personal token of it."""

    url: str
    token: str


def current() -> Login:
    """What to use now: each of `OSJ_URL` and `OSJ_TOKEN` goes before the file.

    Raises:
        NotLoggedIn: there is no token for that address.
    """
    kept = _kept()
    url = os.environ.get("OSJ_URL") or (kept.url if kept else "")
    token = clean_token(os.environ.get("OSJ_TOKEN", ""))
    if not token and kept and clean_url(url) == kept.url:  # a token is sent only where it belongs
        token = kept.token
    if not url or not token:
        raise NotLoggedIn("You are not logged in. Run: osj login")
    return Login(clean_url(url), token)


def save(login: Login) -> Path:
    """Keep the login for later commands. Returns the file."""
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half_written = file.with_suffix(".new")
    half_written.unlink(missing_ok=True)
    handle = os.open(half_written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as stream:
        json.dump({"url": login.url, "token": login.token}, stream)
    half_written.replace(file)
    return file


def forget() -> bool:
    """Delete what was kept. Returns whether there was anything."""
    was_there = _file().exists()
    _file().unlink(missing_ok=True)
    return was_there


def clean_url(url: str) -> str:
    """The address without what follows the host.

    Raises:
        WrongUsage: a token would travel there unsealed, or it is no address.
    """
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname and parts.port != 0)
    except ValueError:  # a port or an address in brackets that is none
        is_whole = False
    is_here = is_whole and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not is_whole or not (parts.scheme == "https" or (parts.scheme == "http" and is_here)):
        raise WrongUsage(f"{url!r} is no address for a token: give one that begins with https://")
    return f"{parts.scheme}://{parts.netloc}"


def clean_token(text: str) -> str:
    """The token without blanks around it.

    Raises:
        NotLoggedIn: it is none. It is not repeated: it may be a secret with a slip in it.
    """
    token = text.strip()
    if not token.isascii() or not token.isprintable() or " " in token:
        raise NotLoggedIn(
            "That is no token: tokens have letters, digits and _ alone. Run: osj login"
        )
    return token


def _kept() -> Login | None:
    try:
        document = json.loads(_file().read_text())
        return Login(document["url"], document["token"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise NotLoggedIn(f"{_file()} cannot be read. Run: osj login") from error


def _file() -> Path:
    return Path(typer.get_app_dir("osj")) / "login.json"
