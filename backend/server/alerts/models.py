"""One table of notices; they are few."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from server.core import clock

_USER = settings.AUTH_USER_MODEL


class AlertLevel(models.TextChoices):
    """How much a notice matters."""

    DANGER = "danger", "Danger"
    WARNING = "warning", "Warning"
    INFO = "info", "Info"
    SUCCESS = "success", "Success"


class SiteAlert(models.Model):
    """A notice in plain text; it stands until staff delete it."""

    title = models.CharField(max_length=200, blank=True, default="")
    message = models.TextField()
    level = models.CharField(max_length=10, choices=AlertLevel, default=AlertLevel.WARNING)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(default=clock.now)
    updated_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(message=""), name="alerts_sitealert_says_something"
            ),
            models.CheckConstraint(
                condition=Q(level__in=AlertLevel.values), name="alerts_sitealert_level_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.message[:50]
