"""`manage.py demo --if-empty`: people, studies and runs to look at."""

import json
import subprocess
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings

from server.core import clock
from server.core.errors import CommandRefused
from server.demo.commands import DevelopmentCommand
from server.demo.scene import Demo, is_empty, make_demo


class Command(DevelopmentCommand):
    """Prints the log-ins, and keeps them and the runner's tokens in `var/`."""

    help = "Fill the database with people, studies and runs to look at. Development only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether a database that is in use is a reason to stop."""
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing where the database is in use; print the log-ins there are",
        )

    def run(self, **options: Any) -> None:
        """Make the demo, or say how to sign in to the one there is."""
        log_ins = settings.ROOT / "var" / "demo-logins.txt"
        if is_empty():
            demo = _make()
            tokens = [
                {"backend": slug, "token": token} for slug, token in demo.runner_tokens.items()
            ]
            _write_secret(settings.ROOT / "var" / "devrunner.json", json.dumps(tokens))
            _write_secret(log_ins, _log_ins_of(demo))
        elif not options["if_empty"]:
            raise CommandRefused(
                "The database is in use, and the demo fills only an empty one. Nothing was changed."
            )
        if log_ins.exists():
            self.stdout.write(log_ins.read_text())


def _make() -> Demo:
    if settings.GIT_LOCAL_ROOT is None:
        raise CommandRefused(
            "GIT_LOCAL_ROOT is not set, so the demo has no place for its studies. Name a folder in "
            ".env, as dotenv-sample does. Nothing was changed."
        )
    try:
        return make_demo(repositories=settings.GIT_LOCAL_ROOT, now=clock.now())
    except (OSError, subprocess.CalledProcessError) as error:
        raise CommandRefused(f"The demo's repositories cannot be written: {error}") from error


def _log_ins_of(demo: Demo) -> str:
    lines = [f"  {name:<12}{password}" for name, password in demo.passwords.items()]
    return "\n".join(["The demo's people and their passwords:", *lines, ""])


def _write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner may read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(text)
