"""`manage.py create_user USERNAME`: a local account; the password comes on stdin."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.people import services
from server.people.actors import command


class Command(ServiceCommand):
    """Makes an account without any role."""

    help = "Make a local account. The password is asked for, or read from stdin in a pipe."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who it is."""
        parser.add_argument("username")
        parser.add_argument("--name", default="", help="the full name, for pages")
        parser.add_argument("--email", default="", help="where notices go")

    def handle(self, *_: Any, **options: Any) -> None:
        """Make it."""
        user = services.create_account(
            username=options["username"],
            fullname=options["name"],
            email=options["email"],
            password=_password(),
            actor=command("create_user"),
            now=clock.now(),
        )
        self.stdout.write(f"Made the account {user.username}.")


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\n")
