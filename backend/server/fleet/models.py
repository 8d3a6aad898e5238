"""Backends, the tokens of their runners, who may run there, and how often they call."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from server.core import clock
from server.core.slugs import RESERVED
from server.fleet.querysets import BackendQuerySet, EnabledBackendManager

_USER = settings.AUTH_USER_MODEL
_SLUG = r"^[-a-z0-9_]+\Z"


class Contact(models.TextChoices):
    """Whether a backend's runner is heard of."""

    HEARD = "heard", "Heard"
    SILENT = "silent", "No contact"
    NEVER = "never", "Never heard"


class Mode(models.TextChoices):
    """What a backend's runner says it does with new jobs."""

    TAKING = "taking", "Taking jobs"
    PAUSED = "paused", "Paused"
    MAINTENANCE = "maintenance", "Database maintenance"


class Backend(models.Model):
    """One installation of a job-runner, inside a secure site that holds the data."""

    slug = models.CharField(
        max_length=100,
        unique=True,
        validators=[RegexValidator(_SLUG, "Use lower-case letters, digits, - and _ only.")],
    )
    name = models.CharField(max_length=255)
    is_active = models.BooleanField(default=True)
    alert_timeout = models.DurationField(default=timedelta(minutes=5))
    # What the runner last said of itself in the header `Flags`, as it came.
    flags = models.JSONField(default=dict)
    last_seen_at = models.DateTimeField(null=True)
    maintenance_since = models.DateTimeField(null=True)
    paused_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    updated_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[EnabledBackendManager] = EnabledBackendManager()
    everywhere: ClassVar[models.Manager["Backend"]] = BackendQuerySet.as_manager()

    class Meta:
        # Rows that point at a backend find it whether or not it is enabled.
        base_manager_name = "everywhere"
        constraints = [
            models.CheckConstraint(condition=Q(slug__regex=_SLUG), name="fleet_backend_slug_form"),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED)), name="fleet_backend_slug_free"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="fleet_backend_named"),
            models.CheckConstraint(
                condition=Q(alert_timeout__gt=timedelta(0)),
                name="fleet_backend_alert_timeout_positive",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def contact_at(self, now: datetime) -> Contact:
        """Silent is a backend that has not called for longer than its `alert_timeout`."""
        if self.last_seen_at is None:
            return Contact.NEVER
        return Contact.SILENT if now - self.last_seen_at > self.alert_timeout else Contact.HEARD

    @property
    def mode(self) -> Mode:
        """A pause stops every new job, maintenance only those that read the database."""
        if self.paused_since is not None:
            return Mode.PAUSED
        return Mode.TAKING if self.maintenance_since is None else Mode.MAINTENANCE

    @property
    def mode_since(self) -> datetime | None:
        """Since when it has been in its mode; None while it takes jobs."""
        return self.paused_since or self.maintenance_since


class BackendToken(models.Model):
    """A secret by which a runner speaks for a backend; only its digest is here."""

    backend = models.ForeignKey(Backend, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["backend", "name"], name="fleet_token_name_once_a_backend"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="fleet_token_named"),
            models.CheckConstraint(
                condition=Q(expires_at=None) | Q(expires_at__gt=F("created_at")),
                name="fleet_token_lives",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}… ({self.name})"


class BackendMembership(models.Model):
    """That a person may run on a backend."""

    backend = models.ForeignKey(Backend, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="backend_memberships")
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.ForeignKey(_USER, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["backend", "user"], name="fleet_membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} on {self.backend}"


class CallCount(models.Model):
    """How often a backend's runners called one endpoint, and when last."""

    backend = models.ForeignKey(Backend, on_delete=models.CASCADE, related_name="call_counts")
    endpoint = models.CharField(max_length=100)
    calls = models.BigIntegerField(default=0)
    last_call_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["backend", "endpoint"], name="fleet_callcount_one_per_endpoint"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.backend} {self.endpoint}: {self.calls}"
