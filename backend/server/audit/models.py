"""One table of events. Names are copied, not joined, so a row stands when its subject is gone."""

from typing import ClassVar

from django.db import models
from django.db.models import F

from server.audit.querysets import AuditEventQuerySet
from server.core.matching import Folded


class ActorKind(models.TextChoices):
    """What kind of caller caused a change."""

    PERSON = "person", "a person"
    TOKEN = "token", "a person's token"
    BACKEND = "backend", "a backend"
    COMMAND = "command", "a command on the server"
    SYSTEM = "system", "the service itself"


class AuditEvent(models.Model):
    """Who did what to which object, when, from where, and what was before and after.

    The database refuses to change or delete a row; see the migration `append_only`.
    """

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10, choices=ActorKind)
    actor = models.CharField(max_length=150)
    # The personal token by which the actor came: its prefix.
    via = models.CharField(max_length=40, default="")
    verb = models.CharField(max_length=60)
    target_type = models.CharField(max_length=40)
    target_id = models.CharField(max_length=100)
    target_name = models.CharField(max_length=255, default="")
    # The user name of the person whom the change is about, if it is about one.
    subject = models.CharField(max_length=150, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    request_id = models.CharField(max_length=64, default="")
    address = models.CharField(max_length=45, default="")

    objects: ClassVar[AuditEventQuerySet] = AuditEventQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [
            # The history of one object, newest first.
            models.Index(fields=["target_type", "target_id", "-at", "-id"], name="audit_of_target"),
            # The history of objects of one type by the name that they had, newest first.
            models.Index(
                F("target_type"),
                Folded("target_name"),
                F("at").desc(),
                F("id").desc(),
                name="audit_of_name",
            ),
            # Events of objects of one type, newest first.
            models.Index(fields=["target_type", "-at", "-id"], name="audit_of_type"),
            # What one person did, newest first.
            models.Index(fields=["actor", "-at", "-id"], name="audit_by_actor"),
            # What was done about one person, newest first.
            models.Index(fields=["subject", "-at", "-id"], name="audit_about_subject"),
            # Events of one kind, newest first.
            models.Index(fields=["verb", "-at", "-id"], name="audit_of_verb"),
            # Events of a time.
            models.Index(fields=["-at", "-id"], name="audit_by_time"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(actor_kind__in=ActorKind.values), name="audit_actor_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.target_name}"
