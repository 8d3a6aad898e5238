"""The base of commands that are a shell around one service function."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.core.errors import CommandRefused, DomainError, FieldError, InputRefused


class ServiceCommand(BaseCommand):
    """Says what a service refused in one line on stderr, with exit status 1."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run the command; its errors become Django's own for commands."""
        try:
            return super().execute(*args, **options)
        except InputRefused as error:
            raise CommandError(" ".join(_named(each) for each in error.errors)) from error
        except (CommandRefused, DomainError) as error:
            raise CommandError(str(error)) from error


def _named(error: FieldError) -> str:
    """What is wrong, behind the name of the value."""
    name = error.pointer.strip("/")
    return f"{name}: {error.detail}" if name else error.detail
