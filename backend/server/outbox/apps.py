"""Registration of the app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Work to do after commit: table, claim, retry, and the worker."""

    name = "server.outbox"
    label = "outbox"
