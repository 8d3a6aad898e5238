"""Registration of the app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared ground: counters, idempotent answers, problems, paging."""

    name = "server.core"
    label = "core"
