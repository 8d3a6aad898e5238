"""Registration of the app."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """What staff do across several apps; no tables."""

    name = "server.staff"
    label = "staff"
