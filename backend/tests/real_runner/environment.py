"""The environment of the published runner: made once a lock, kept in var/."""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[3]
_LOCK = _ROOT / "backend" / "requirements" / "real-runner.txt"


def runner_python() -> Path:
    """The Python of an environment that holds the runner; skips where it cannot be made.

    Under STRICT=1 that is a failure.
    """
    digest = hashlib.sha256(_LOCK.read_bytes()).hexdigest()[:12]
    folder = _ROOT / "var" / f"real-runner-{digest}"
    python, complete = folder / "bin" / "python", folder / "complete"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:  # another process of the tests may be making it
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not complete.exists():
            failed = _make(folder, python=python)
            if failed and os.environ.get("STRICT") == "1":
                pytest.fail(f"STRICT: the published runner cannot be installed: {failed}")
            if failed:
                pytest.skip(f"the published runner cannot be installed: {failed}")
            complete.touch()
    return python


def _make(folder: Path, *, python: Path) -> str:
    """The last line of what went wrong; empty where nothing did."""
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), *install, "--no-deps", "--require-hashes", "-r", str(_LOCK)],
    ):
        ended = subprocess.run(command, capture_output=True, text=True)
        if ended.returncode:
            return (ended.stderr.strip() or ended.stdout.strip()).splitlines()[-1]
    return ""
