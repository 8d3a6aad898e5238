"""The inbox of each person, and the webhooks of projects."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from server.notify.querysets import NoticeQuerySet
from server.projects.models import Project

_USER = settings.AUTH_USER_MODEL


class NoticeKind(models.TextChoices):
    """What a notice in the inbox is about."""

    RUN_FINISHED = "run_finished", "A run has finished"
    INVITED = "invited", "An invitation to a project"
    BACKEND_SILENT = "backend_silent", "A backend has gone quiet"
    REPO_SIGNED_OFF = "repo_signed_off", "A repository was signed off"
    TOKEN_EXPIRING = "token_expiring", "A runner's token ends soon"
    NEW_PERSON = "new_person", "Somebody has come for the first time"


class Notice(models.Model):
    """One line in a person's inbox, as it was true when it was written."""

    user = models.ForeignKey(_USER, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=20, choices=NoticeKind)
    # The event's key: however often its handler runs, the inbox has one line of it.
    key = models.CharField(max_length=200)
    text = models.CharField(max_length=300)
    # Of a page of ours, from the root.
    path = models.CharField(max_length=500)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects: ClassVar[NoticeQuerySet] = NoticeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notify_notice_once"),
            models.CheckConstraint(
                condition=Q(kind__in=NoticeKind.values), name="notify_notice_kind_known"
            ),
        ]
        indexes = [
            # A person's inbox, newest first.
            models.Index(fields=["user", "-created_at", "-id"], name="notify_notice_of_user"),
            # What of it is unread: the badge on every page.
            models.Index(
                fields=["user", "-created_at", "-id"],
                condition=Q(read_at=None),
                name="notify_notice_unread",
            ),
            # The sweep.
            models.Index(fields=["created_at"], name="notify_notice_by_age"),
        ]

    def __str__(self) -> str:
        return self.text


class WebhookKind(models.TextChoices):
    """What a webhook's receiver understands."""

    SIGNED = "signed", "JSON, signed"
    SLACK = "slack", "Slack, or what takes the same messages"


class Webhook(models.Model):
    """An address that is told of the runs of a project.

    `secret` signs, so it is stored as it is; it is shown once, when the webhook is made. The
    address of a Slack webhook is a secret itself.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="webhooks")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=WebhookKind)
    url = models.CharField(max_length=1000)
    secret = models.CharField(max_length=100)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="notify_webhook_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="notify_webhook_named"),
            models.CheckConstraint(
                condition=Q(kind__in=WebhookKind.values), name="notify_webhook_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DeliveryStatus(models.TextChoices):
    """How far a delivery is."""

    WAITING = "waiting", "Waiting, or to be tried again"
    DELIVERED = "delivered", "Delivered"
    GIVEN_UP = "given_up", "Given up"


class WebhookDelivery(models.Model):
    """One message to a webhook, and every try to deliver it."""

    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="deliveries", db_index=False
    )
    # By which the receiver knows a repeat: the header `webhook-id`.
    identifier = models.CharField(max_length=40, unique=True)
    # The event's key: one delivery of it, however often it is fanned out.
    key = models.CharField(max_length=200)
    event = models.CharField(max_length=40)
    # As it is sent, each time the same.
    body = models.TextField()
    status = models.CharField(max_length=10, choices=DeliveryStatus, default=DeliveryStatus.WAITING)
    # The newest tries: {"at", "status", "error", "text"}.
    tries = models.JSONField(default=list)
    # How often it was sent again by hand; part of the outbox message's key.
    rounds = models.PositiveIntegerField(default=1)
    # Moved by whatever changes the row: open logs follow it. The release before does not name it.
    version = models.PositiveIntegerField(default=1, db_default=1)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["webhook", "key"], name="notify_delivery_once"),
            models.CheckConstraint(
                condition=Q(status__in=DeliveryStatus.values), name="notify_delivery_status_known"
            ),
        ]
        indexes = [
            # The log of a webhook, newest first.
            models.Index(
                fields=["webhook", "-created_at", "-id"], name="notify_delivery_of_webhook"
            ),
            # The sweep.
            models.Index(fields=["created_at"], name="notify_delivery_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.identifier}"
