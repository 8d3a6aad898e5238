"""Registration of the app."""

from django.apps import AppConfig


class RunnerApiConfig(AppConfig):
    """The frozen /api/v2/ that job-runners speak; it owns no tables."""

    name = "server.runner_api"
    label = "runner_api"
