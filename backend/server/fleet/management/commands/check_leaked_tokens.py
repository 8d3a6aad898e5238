"""`manage.py check_leaked_tokens < TEXT`: which of our live tokens stand in it."""

import sys
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.fleet.leaked_tokens import find_leaked


class Command(ServiceCommand):
    """One line a token, without its secret; exit status 1 where there is one."""

    help = (
        "Read any text or bytes on stdin (a log, a repository, a paste) and tell which live tokens "
        "of backends and people are in it. Exit status 0: none; 1: the ones listed."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        """Kind, beginning of the token, owner, name."""
        found = 0
        for token in find_leaked(sys.stdin.buffer, now=clock.now()):
            found += 1
            self.stdout.write(
                f"{token.kind} token {token.prefix}… of {token.owner}: {token.name!r}"
            )
        if found:
            sys.exit(1)
        self.stdout.write("No live token is in it.")
