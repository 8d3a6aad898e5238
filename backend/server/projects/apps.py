"""Registration of the app."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Organisations, projects, repositories, workspaces."""

    name = "server.projects"
    label = "projects"

    def ready(self) -> None:
        """Let people who close their account leave what they belong to; forget old addresses."""
        from server.core import sweeps
        from server.people.leaving import on_leaving
        from server.projects.services import redirects
        from server.projects.services.leaving import leave_everything

        on_leaving(leave_everything)
        sweeps.register(redirects.RETENTION)
