"""Tables that belong to no single app: change counters and answers kept for repeated requests."""

import uuid

from django.db import models


def new_epoch() -> str:
    """32 hex digits that no earlier tag carries."""
    return uuid.uuid4().hex


class CounterTopic(models.TextChoices):
    """What a change counter counts the changes of."""

    BACKEND = "backend", "what one backend is shown"
    SHARED = "shared", "names that every backend is shown"


class ChangeCounter(models.Model):
    """One number that moves in the transaction of every change of its topic.

    `object_id` is the backend's key, or 0 for the shared counter: no foreign key, so that any app
    can move a counter without knowing the apps above it.
    """

    topic = models.CharField(max_length=20, choices=CounterTopic)
    object_id = models.BigIntegerField(default=0)
    epoch = models.CharField(max_length=32, default=new_epoch)
    value = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "object_id"], name="core_changecounter_one_per_object"
            ),
            models.CheckConstraint(
                condition=models.Q(topic__in=CounterTopic.values),
                name="core_changecounter_topic_known",
            ),
            models.CheckConstraint(
                condition=models.Q(value__gte=0), name="core_changecounter_value_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.object_id}: {self.value}"


class IdempotentAnswer(models.Model):
    """The answer given to a creating request, kept so that a repeat gets the same one.

    `caller` names the person in text, so that this table stays below all apps.
    """

    caller = models.CharField(max_length=100)
    operation = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.JSONField(null=True)
    headers = models.JSONField(default=dict)
    # Read by the sweep of old answers.
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["caller", "operation", "key"], name="core_idempotentanswer_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.key}"
