"""Registration of the app."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Organisations, projects, repositories, workspaces."""

    name = "server.projects"
    label = "projects"
