"""From the slug in an address to the backend that is meant."""

from rest_framework.exceptions import NotFound

from server.fleet.models import Backend


def backend_at(slug: str) -> Backend:
    """The enabled backend of this slug, which is part of the address.

    Raises:
        NotFound: there is none.
    """
    backend = Backend.objects.filter(slug=slug).first()
    if backend is None:
        raise NotFound(f"There is no backend {slug!r}.")
    return backend
