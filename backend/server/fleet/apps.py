"""Registration of the app."""

from django.apps import AppConfig


class FleetConfig(AppConfig):
    """Backends, their tokens and members, and what their runners say of them."""

    name = "server.fleet"
    label = "fleet"
