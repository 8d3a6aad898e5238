"""Registration of the app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Notices of the staff that everybody who is signed in sees on every page."""

    name = "server.alerts"
    label = "alerts"
