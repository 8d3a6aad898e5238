"""The base of commands that only development may run."""

from typing import Any

from django.conf import settings

from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused


class DevelopmentCommand(ServiceCommand):
    """Refuses where DEBUG is off: what it makes has no place among people's data."""

    def handle(self, *_: Any, **options: Any) -> None:
        """Run the command where it may run."""
        if not settings.DEBUG:
            raise CommandRefused(
                "This command makes invented data, so it runs in development only. "
                "Nothing was changed. Set DEBUG=1 where that is what you want."
            )
        self.run(**options)

    def run(self, **options: Any) -> None:
        """What the command does."""
        raise NotImplementedError
