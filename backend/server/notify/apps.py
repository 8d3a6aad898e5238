"""Registration of the app."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Turns outbox events into messages to people."""

    name = "server.notify"
    label = "notify"

    def ready(self) -> None:
        """Take the topics that this app handles, and look after the inbox."""
        from server.core import sweeps, versions
        from server.fleet.services import BACKEND_SILENT
        from server.fleet.tokens import EXPIRING
        from server.jobs.events import RUN_FINISHED
        from server.notify import handlers, inbox, webhooks
        from server.notify.versions import state_of_inboxes, state_of_webhooks
        from server.outbox.registry import register
        from server.people.leaving import keep_of_people, on_leaving

        versions.register("inbox", state_of_inboxes)
        versions.register("webhook", state_of_webhooks)
        sweeps.register(inbox.RETENTION)
        sweeps.register(webhooks.RETENTION)
        on_leaving(inbox.empty)
        keep_of_people("notices", inbox.rows_of)
        register(RUN_FINISHED, handlers.announce_finished_run)
        register(handlers.RUN_MAIL_DUE, handlers.mail_finished_run)
        register(
            webhooks.DELIVERY_DUE,
            handlers.deliver_webhook,
            patience=webhooks.PATIENCE,
            given_up=handlers.give_webhook_up,
            is_slow=True,
        )
        register(EXPIRING, handlers.tell_of_expiring_token)
        register("job.finished", handlers.tell_of_finished_job)
        register(BACKEND_SILENT, handlers.tell_of_silent_backend)
        register("repo.signed_off", handlers.tell_of_signed_off_repo)
        register("account.security_changed", handlers.tell_of_security_change)
        register("account.first_sign_in", handlers.tell_of_new_person)
        register("project_invitation.sent", handlers.tell_of_invitation)
