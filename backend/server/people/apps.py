"""Registration of the app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, how a caller is recognised, roles and permissions."""

    name = "server.people"
    label = "people"

    def ready(self) -> None:
        """Register schema extensions, the check of ways in, and what is forgotten in time."""
        from server.core import start_checks, sweeps
        from server.people import schema  # noqa: F401 - importing is registering
        from server.people.checks import require_a_way_to_sign_in
        from server.people.services import sessions, sign_in_tries

        start_checks.register(require_a_way_to_sign_in)
        for retention in (*sessions.RETENTIONS, sign_in_tries.RETENTION):
            sweeps.register(retention)
