"""Fills the secrets of `.env` from the password manager: `make dev-config`.

`dotenv-sample` names the item of each secret in a comment, `# bw: ITEM`. What `.env` already
holds stays; no secret is ever printed.
"""

import json
import os
import re
import subprocess
import sys

import env_file

_ITEM = re.compile(r"^#\s*bw:\s*(?P<item>.+?)\s*\n(?P<name>[A-Z_]+)=", re.MULTILINE)


class NotFetchedError(Exception):
    """Why the password manager gave nothing."""


def main() -> int:
    """Write `.env`. Returns 0 when every secret has a value, else 1."""
    wanted = {found["name"]: found["item"] for found in _ITEM.finditer(env_file.SAMPLE.read_text())}
    exists = env_file.ENV_FILE.exists()
    text = (env_file.ENV_FILE if exists else env_file.SAMPLE).read_text()
    present = env_file.parse(text)
    missing = {name: item for name, item in wanted.items() if not present.get(name)}
    try:
        if missing:
            check_unlocked()
    except NotFetchedError as error:
        print(
            f"{error}: by hand, copy dotenv-sample to .env where there is none and give values to "
            f"{', '.join(missing)}.",
            file=sys.stderr,
        )
        return 1
    fetched, reasons = {}, []
    for name, item in missing.items():
        try:
            fetched[name] = password_of(item)
        except NotFetchedError as error:
            reasons.append(f"{name} is left empty: {error}.")
    env_file.write(env_file.ENV_FILE, env_file.with_values(text, fetched))
    print(f"Wrote .env: {len(fetched)} fetched, {len(wanted) - len(missing)} already set.")
    for reason in reasons:
        print(reason, file=sys.stderr)
    return 1 if reasons else 0


def check_unlocked() -> None:
    """Raise `NotFetchedError` unless the vault can be read."""
    try:
        status = json.loads(bw("status"))["status"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotFetchedError("bw does not tell its status") from error
    if status != "unlocked":
        raise NotFetchedError(
            f"The password manager is {status} "
            "(bw login, then export BW_SESSION=$(bw unlock --raw))"
        )


def password_of(item: str) -> str:
    """The password of `item`: one line, as an environment variable must be."""
    password = bw("get", "password", item).rstrip("\r\n")
    if not password or "\n" in password:
        raise NotFetchedError(f'item "{item}" holds no password of one line')
    return password


def bw(*arguments: str) -> str:
    """What `bw` prints; it is kept from asking back, which would wait for ever."""
    try:
        answer = subprocess.run(
            ["bw", *arguments],
            env=dict(os.environ) | {"BW_NOINTERACTION": "true"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    except FileNotFoundError as error:
        raise NotFetchedError("The password manager's tool bw is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise NotFetchedError("bw did not answer within a minute") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().splitlines()
        raise NotFetchedError(
            f"bw {' '.join(arguments)}: {said[-1] if said else 'failed'}"
        ) from error
    return answer.stdout


if __name__ == "__main__":
    sys.exit(main())
