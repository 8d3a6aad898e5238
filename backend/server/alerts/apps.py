"""Registration of the app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Notices of the staff that everybody who is signed in sees on every page."""

    name = "server.alerts"
    label = "alerts"

    def ready(self) -> None:
        """Let pages ask whether a notice has come, gone or changed."""
        from server.alerts.versions import state_of_alerts
        from server.core import versions

        versions.register("site-alerts", state_of_alerts)
