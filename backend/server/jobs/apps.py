"""Registration of the app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Job requests, their jobs, and why each is where it is."""

    name = "server.jobs"
    label = "jobs"
