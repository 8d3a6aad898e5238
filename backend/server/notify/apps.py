"""Registration of the app."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Turns outbox events into messages to people."""

    name = "server.notify"
    label = "notify"

    def ready(self) -> None:
        """Take the topics that this app handles."""
        from server.notify import handlers
        from server.outbox.registry import register

        register("job.finished", handlers.tell_of_finished_job)
