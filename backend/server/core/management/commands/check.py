"""`manage.py check`: Django's checks and those that the service makes before it starts."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError
from django.core.management.commands.check import Command as DjangoCheck

from server.core import start_checks


class Command(DjangoCheck):
    """Fails where web and worker would not start."""

    def handle(self, *app_labels: list[str], **options: Any) -> None:
        """Run the checks of the start first: their one line is what stops everything."""
        try:
            start_checks.run_for_web()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        super().handle(*app_labels, **options)
