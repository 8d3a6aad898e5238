"""Registration of the app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, how a caller is recognised, roles and permissions."""

    name = "server.people"
    label = "people"

    def ready(self) -> None:
        """Tell the schema how callers are recognised; importing is registering."""
        from server.people import schema  # noqa: F401
