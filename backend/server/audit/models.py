"""One table of events. Names are copied, not joined, so a row stands when its subject is gone."""

from django.db import models


class ActorKind(models.TextChoices):
    """What kind of caller caused a change."""

    PERSON = "person", "a person"
    BACKEND = "backend", "a backend"
    COMMAND = "command", "a command on the server"
    SYSTEM = "system", "the service itself"


class AuditEvent(models.Model):
    """Who did what to which object, when, and what was before and after."""

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10, choices=ActorKind)
    actor = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    target_type = models.CharField(max_length=40)
    target_id = models.CharField(max_length=100)
    target_name = models.CharField(max_length=255, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    request_id = models.CharField(max_length=64, default="")

    class Meta:
        indexes = [
            # The history of one object, newest first.
            models.Index(fields=["target_type", "target_id", "-id"], name="audit_of_target"),
            # What one person did, newest first.
            models.Index(fields=["actor", "-id"], name="audit_by_actor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(actor_kind__in=ActorKind.values), name="audit_actor_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.target_name}"
