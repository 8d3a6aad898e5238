"""Registration of the app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared ground: counters, idempotent answers, problems, paging."""

    name = "server.core"
    label = "core"

    def ready(self) -> None:
        """Have our own lookups known to the ORM."""
        from server.core import lookups  # noqa: F401
