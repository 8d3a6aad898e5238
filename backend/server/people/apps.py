"""Registration of the app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, how a caller is recognised, roles and permissions."""

    name = "server.people"
    label = "people"
