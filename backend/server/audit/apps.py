"""Registration of the app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only record of who did what to what; no foreign keys to live rows."""

    name = "server.audit"
    label = "audit"

    def ready(self) -> None:
        """Say what moves the pages of what people administer."""
        from server.audit.versions import state_of_record
        from server.core import versions

        versions.register("record", state_of_record)
