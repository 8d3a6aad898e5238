"""Registration of the app."""

from django.apps import AppConfig


class FleetConfig(AppConfig):
    """Backends, their tokens and members, and what their runners say of them."""

    name = "server.fleet"
    label = "fleet"

    def ready(self) -> None:
        """Have the setting BACKENDS checked before each start."""
        from server.core import start_checks
        from server.fleet.checks import require_known_backends

        start_checks.register(require_known_backends)
