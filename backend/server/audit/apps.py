"""Registration of the app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only record of who did what to what; no foreign keys to live rows."""

    name = "server.audit"
    label = "audit"
