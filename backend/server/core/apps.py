"""Registration of the app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared ground: counters, idempotent answers, problems, paging."""

    name = "server.core"
    label = "core"

    def ready(self) -> None:
        """Have our own lookups known to the ORM, and no view without a policy start."""
        from server.core import declared_access, idempotency, lookups, start_checks, sweeps  # noqa: F401

        start_checks.register_for_web(declared_access.require_declared_access)
        sweeps.register(idempotency.RETENTION)
