"""What is known of a backend from outside: whether it is heard, and whether it takes jobs. Pure."""

from datetime import datetime

from django.db import models

from server.fleet.models import Backend


class Contact(models.TextChoices):
    """Whether the runner calls."""

    HEARD = "heard", "Heard"
    SILENT = "silent", "No contact"
    NEVER = "never", "Never heard"


class Mode(models.TextChoices):
    """What the runner says of itself."""

    TAKING = "taking", "Taking jobs"
    PAUSED = "paused", "Paused"
    MAINTENANCE = "maintenance", "Database maintenance"


def contact_of(backend: Backend, *, now: datetime) -> Contact:
    """Silent is a backend that has not called for longer than its `alert_timeout`."""
    if backend.last_seen_at is None:
        return Contact.NEVER
    is_late = now - backend.last_seen_at > backend.alert_timeout
    return Contact.SILENT if is_late else Contact.HEARD


def mode_of(backend: Backend) -> Mode:
    """A pause stops every new job, maintenance only those that read the database."""
    if backend.paused_since is not None:
        return Mode.PAUSED
    return Mode.TAKING if backend.maintenance_since is None else Mode.MAINTENANCE


def mode_since(backend: Backend) -> datetime | None:
    """Since when it has been in its mode; None while it takes jobs."""
    return backend.paused_since or backend.maintenance_since
