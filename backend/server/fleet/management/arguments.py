"""What several commands of this app ask for."""

from argparse import ArgumentParser

from server.core.errors import CommandRefused
from server.fleet.models import Backend


def add_token_arguments(parser: ArgumentParser) -> None:
    """Of which backend, and under which name."""
    parser.add_argument("slug", help="slug of the backend")
    parser.add_argument("--name", required=True, help="what the token is called here")


def find_backend(slug: str) -> Backend:
    """The backend, enabled or not.

    Raises:
        CommandRefused: there is none; the text names those that there are.
    """
    backend = Backend.everywhere.filter(slug=slug).first()
    if backend is None:
        known = ", ".join(Backend.everywhere.order_by("slug").values_list("slug", flat=True))
        raise CommandRefused(f"There is no backend {slug!r}. Known ones: {known or 'none'}.")
    return backend
