"""Registration of the app."""

from django.apps import AppConfig


class FleetConfig(AppConfig):
    """Backends, their tokens and members, and what their runners say of them."""

    name = "server.fleet"
    label = "fleet"

    def ready(self) -> None:
        """Check BACKENDS, notice silence, warn of tokens that end, let who leaves leave."""
        from server.core import rounds, start_checks, sweeps, versions
        from server.fleet import contact
        from server.fleet.checks import require_known_backends
        from server.fleet.services import flag_silent_backends, leave_backends
        from server.fleet.tokens import publish_warnings
        from server.fleet.versions import state_of_backends, state_of_standings
        from server.people.leaving import on_leaving

        versions.register("backends", state_of_backends)
        versions.register("standings", state_of_standings)
        on_leaving(leave_backends)
        sweeps.register(contact.RETENTION)
        rounds.register(flag_silent_backends)
        rounds.register(publish_warnings)
        start_checks.register(require_known_backends)
