"""Registration of the app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A living demonstration, and data by the thousand for measurements; development only."""

    name = "server.demo"
    label = "demo"
