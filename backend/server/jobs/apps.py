"""Registration of the app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Job requests, their jobs, and why each is where it is."""

    name = "server.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Take the topics that this app handles."""
        from server.jobs import handlers
        from server.jobs.services.cancelling import CANCEL_DUE
        from server.outbox.registry import register

        register(CANCEL_DUE, handlers.end_cancelled_request)
