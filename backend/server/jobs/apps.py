"""Registration of the app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Job requests, their jobs, and why each is where it is."""

    name = "server.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Take the topics that this app handles, and say what moves its pages."""
        from server.core import versions
        from server.jobs import handlers
        from server.jobs.own_rows import requests_of
        from server.jobs.services.cancelling import CANCEL_DUE
        from server.jobs.versions import (
            state_of_all,
            state_of_newest,
            state_of_projects,
            state_of_requests,
            state_of_requests_of_people,
            state_of_requests_on_backends,
            state_of_workspaces,
        )
        from server.outbox.registry import register
        from server.people.leaving import keep_of_people

        versions.register("requests", state_of_all)
        versions.register("job-request", state_of_requests)
        versions.register("workspace", state_of_workspaces)
        versions.register("project", state_of_projects)
        versions.register("requests-on", state_of_requests_on_backends)
        versions.register("requests-of", state_of_requests_of_people)
        versions.register("newest-requests", state_of_newest)
        keep_of_people("job_requests", requests_of)
        register(CANCEL_DUE, handlers.end_cancelled_request)
