"""Which backends this installation knows."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from server.fleet.models import Backend  # noqa: F401 - names the generics below


class BackendQuerySet(models.QuerySet["Backend"]):
    """Backends, by what is switched on."""

    def active(self) -> Self:
        """Those that staff have not switched off."""
        return self.filter(is_active=True)


class EnabledBackendManager(models.Manager.from_queryset(BackendQuerySet)):  # type: ignore[misc]
    """The default manager: backends that the environment enables (`BACKENDS`; empty = all)."""

    def get_queryset(self) -> BackendQuerySet:
        """Read at each call, so that a test may change the setting."""
        everything = super().get_queryset()
        return everything.filter(slug__in=settings.BACKENDS) if settings.BACKENDS else everything
