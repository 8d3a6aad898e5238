"""Registration of the app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Search over everything that has a page."""

    name = "server.search"
    label = "search"
