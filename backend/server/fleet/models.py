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
    """What a backend does with new jobs, as its runner says or staff announce."""

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
    # Null for one that is on, or that was switched off before this was kept.
    switched_off_at = models.DateTimeField(null=True)
    alert_timeout = models.DurationField(default=timedelta(minutes=5))
    # What the runner last said of itself in the header `Flags`, as it came.
    flags = models.JSONField(default=dict)
    last_seen_at = models.DateTimeField(null=True)
    # When it was first heard after the last silence longer than `alert_timeout`.
    in_contact_since = models.DateTimeField(null=True)
    # The last word before the silence that owners and operators were told of.
    silence_flagged_of = models.DateTimeField(null=True)
    maintenance_since = models.DateTimeField(null=True)
    paused_since = models.DateTimeField(null=True)
    # Maintenance that staff announced here, beside what the runner says.
    announced_since = models.DateTimeField(null=True)
    announced_until = models.DateTimeField(null=True)
    announced_note = models.TextField(blank=True, default="")
    # While staff stop it, it takes no new runs; what is asked for already goes on.
    stopped_since = models.DateTimeField(null=True)
    stopped_until = models.DateTimeField(null=True)
    stopped_note = models.TextField(blank=True, default="")
    # Who called last: the address, and what the client says that it is.
    last_address = models.CharField(max_length=45, blank=True, default="")
    last_client = models.CharField(max_length=200, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
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
            models.CheckConstraint(
                condition=Q(announced_since__isnull=False)
                | Q(announced_since=None, announced_until=None, announced_note=""),
                name="fleet_backend_announcement_has_begun",
            ),
            models.CheckConstraint(
                condition=Q(announced_until=None) | Q(announced_until__gt=F("announced_since")),
                name="fleet_backend_announcement_ends_later",
            ),
            models.CheckConstraint(
                condition=Q(stopped_since__isnull=False)
                | Q(stopped_since=None, stopped_until=None, stopped_note=""),
                name="fleet_backend_stop_has_begun",
            ),
            models.CheckConstraint(
                condition=Q(stopped_until=None) | Q(stopped_until__gt=F("stopped_since")),
                name="fleet_backend_stop_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def contact_at(self, now: datetime) -> Contact:
        """Silent is a backend that has not called for longer than its `alert_timeout`.

        So is one that staff switched off: its calls are refused.
        """
        if self.last_seen_at is None:
            return Contact.NEVER
        is_heard = self.is_active and now - self.last_seen_at <= self.alert_timeout
        return Contact.HEARD if is_heard else Contact.SILENT

    def announces_maintenance_at(self, now: datetime) -> bool:
        """Whether staff say that its database is in maintenance then; it ends by itself."""
        if self.announced_since is None or now < self.announced_since:
            return False
        return self.announced_until is None or now < self.announced_until

    def mode_at(self, now: datetime) -> Mode:
        """A pause stops every new job, maintenance only those that read the database.

        Maintenance is what the runner says, or what staff announce.
        """
        if self.paused_since is not None:
            return Mode.PAUSED
        is_maintained = self.maintained_since_at(now) is not None
        return Mode.MAINTENANCE if is_maintained else Mode.TAKING

    def mode_since_at(self, now: datetime) -> datetime | None:
        """Since when it has been in its mode; None while it takes jobs."""
        return self.paused_since or self.maintained_since_at(now)

    def maintained_since_at(self, now: datetime) -> datetime | None:
        """Since when its database is in maintenance, by its runner's word or by that of staff."""
        announced = self.announced_since if self.announces_maintenance_at(now) else None
        begun = [since for since in (self.maintenance_since, announced) if since is not None]
        return min(begun, default=None)


class ServiceStop(models.Model):
    """While it is there, no backend takes new runs, also one that is made meanwhile; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    note = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="fleet_servicestop_one"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="fleet_servicestop_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return f"no new runs since {self.since}"


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
    # Set when another took its place; it lives on until `expires_at`.
    retiring_since = models.DateTimeField(null=True)
    # How many days ahead its end was told last.
    warned_days = models.PositiveSmallIntegerField(null=True)

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
            models.CheckConstraint(
                condition=Q(retiring_since=None) | Q(expires_at__isnull=False),
                name="fleet_token_retires_on_a_date",
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
    """How often a backend's runners called one endpoint, how that went, and when last."""

    backend = models.ForeignKey(Backend, on_delete=models.CASCADE, related_name="call_counts")
    endpoint = models.CharField(max_length=100)
    calls = models.BigIntegerField(default=0)
    failures = models.BigIntegerField(default=0)  # of the calls, those that were refused or failed
    took_ms = models.FloatField(default=0)  # all calls together; a poll takes a part of one
    last_call_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["backend", "endpoint"], name="fleet_callcount_one_per_endpoint"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.backend} {self.endpoint}: {self.calls}"


class CallHour(models.Model):
    """The same of one hour; kept for a week."""

    backend = models.ForeignKey(
        Backend, on_delete=models.CASCADE, related_name="call_hours", db_index=False
    )
    endpoint = models.CharField(max_length=100)
    hour = models.DateTimeField()  # when it began
    calls = models.BigIntegerField(default=0)
    failures = models.BigIntegerField(default=0)
    took_ms = models.FloatField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["backend", "endpoint", "hour"], name="fleet_callhour_one_per_endpoint"
            ),
        ]
        indexes = [
            # Those of the last day, and those to forget.
            models.Index(fields=["hour"], name="fleet_callhour_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.backend} {self.endpoint} {self.hour:%Y-%m-%d %H}: {self.calls}"


class RefusedCall(models.Model):
    """A call of a backend's runner that was refused or failed; the newest few of each are kept."""

    backend = models.ForeignKey(Backend, on_delete=models.CASCADE, related_name="refused_calls")
    at = models.DateTimeField()
    path = models.CharField(max_length=200)
    status = models.PositiveSmallIntegerField()
    # What was answered, shortened, or which token was refused: it names what is wrong, never what
    # was sent.
    reason = models.CharField(max_length=500)

    class Meta:
        indexes = [
            # The newest of a backend.
            models.Index(fields=["backend", "-at", "-id"], name="fleet_refusedcall_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.status}"
