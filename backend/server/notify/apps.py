"""Registration of the app."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Turns outbox events into messages to people."""

    name = "server.notify"
    label = "notify"
