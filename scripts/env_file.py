"""Reads and writes `.env`, the settings of one machine; `dotenv-sample` is its pattern."""

import os
import re
import secrets
import string
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "dotenv-sample"
ENV_FILE = ROOT / ".env"

_ASSIGNMENT = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$")
_PLAIN = re.compile(r"[A-Za-z0-9_@%+=:,./~^-]*")
_KEY_LETTERS = string.ascii_letters + string.digits


def parse(text: str) -> dict[str, str]:
    """The variables of a dotenv file: quotes taken off, comments left out, no expansion."""
    assignments = (_ASSIGNMENT.match(line) for line in text.splitlines())
    return {found[1]: _unquoted(found[2]) for found in assignments if found}


def with_values(text: str, values: Mapping[str, str]) -> str:
    """`text` with `values` put in: on the line that names the variable, else at the end."""
    lines, left = [], dict(values)
    for line in text.splitlines():
        found = _ASSIGNMENT.match(line)
        name = found[1] if found else ""
        lines.append(f"{name}={_quoted(left.pop(name))}" if name in left else line)
    lines += [f"{name}={_quoted(value)}" for name, value in left.items()]
    return "\n".join(lines) + "\n"


def write(path: Path, text: str) -> None:
    """Put `text` at `path` in one step, readable by its owner alone: it holds secrets."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with os.fdopen(
            os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w"
        ) as out:
            out.write(text)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def create(path: Path = ENV_FILE) -> None:
    """Write a first `.env`: the sample with a secret key of its own."""
    secret_key = "".join(secrets.choice(_KEY_LETTERS) for _ in range(50))
    write(path, with_values(SAMPLE.read_text(), {"SECRET_KEY": secret_key}))


def current(path: Path = ENV_FILE) -> dict[str, str]:
    """The settings in force: `.env` where there is one, overridden by the environment."""
    stored = parse(path.read_text()) if path.exists() else {}
    return stored | dict(os.environ)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return re.sub(r"\\(['\\])", r"\1", value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1]
    return re.split(r"\s+#", value, maxsplit=1)[0]


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
