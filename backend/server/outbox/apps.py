"""Registration of the app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Work to do after commit: table, claim, retry, and the worker."""

    name = "server.outbox"
    label = "outbox"

    def ready(self) -> None:
        """Have messages that are over forgotten in time."""
        from server.core import sweeps
        from server.outbox import services

        for retention in services.RETENTIONS:
            sweeps.register(retention)
