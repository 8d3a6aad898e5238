"""What must be true of the settings before web and worker start."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from server.fleet.models import Backend


def require_known_backends() -> None:
    """Stop the start where BACKENDS enables a backend that does not exist.

    A database that cannot be read yet is no reason to stop: it has reports of its own.

    Raises:
        ImproperlyConfigured: naming the unknown slugs and the known ones.
    """
    if not settings.BACKENDS:
        return
    is_ours = connection.connection is None
    try:
        known = set(Backend.everywhere.values_list("slug", flat=True))
    except DatabaseError:
        return
    finally:
        if is_ours:  # a connection made before the server forks would be shared
            connection.close()
    unknown = sorted(set(settings.BACKENDS) - known)
    if unknown:
        raise ImproperlyConfigured(
            f"BACKENDS names no backend of this service: {', '.join(unknown)}. Known ones: "
            f"{', '.join(sorted(known)) or 'none'}. Correct BACKENDS, or make the backend with "
            "manage.py create_backend."
        )
