"""Registration of the app."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Organisations, projects, repositories, workspaces."""

    name = "server.projects"
    label = "projects"

    def ready(self) -> None:
        """Let people who close their account leave what they belong to; forget old addresses.

        A folder for uploads that cannot be used stops the start.
        """
        from server.core import start_checks, sweeps
        from server.people.leaving import on_leaving
        from server.projects.checks import require_usable_store
        from server.projects.services import redirects
        from server.projects.services.leaving import leave_everything

        on_leaving(leave_everything)
        sweeps.register(redirects.RETENTION)
        start_checks.register(require_usable_store)
