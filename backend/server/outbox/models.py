"""One table: what must happen after commit, written in the transaction that wants it."""

from django.db import models
from django.db.models import F, Q


class OutboxMessage(models.Model):
    """A topic and the ids of what happened; the handler reads what is true when it runs."""

    topic = models.CharField(max_length=60)
    payload = models.JSONField()
    # Same key, same effect: a second message of one key is not stored.
    key = models.CharField(max_length=200, unique=True)
    not_before = models.DateTimeField()
    created_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="")

    class Meta:
        indexes = [
            # The worker asks for what is due; finished rows are not in it.
            models.Index(
                fields=["not_before", "id"],
                condition=Q(done_at=None, failed_at=None),
                name="outbox_due",
            ),
            # The sweep of delivered messages. In another form of the condition, SQLite does not
            # see that it holds for what is asked.
            models.Index(
                fields=["done_at"], condition=Q(done_at__isnull=False), name="outbox_done"
            ),
            # The sweep of messages that were given up, and how many there are.
            models.Index(
                fields=["failed_at"], condition=Q(failed_at__isnull=False), name="outbox_failed"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(failed_at=None), name="outbox_one_ending"
            ),
            models.CheckConstraint(
                condition=Q(not_before__gte=F("created_at")), name="outbox_not_before_creation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"
