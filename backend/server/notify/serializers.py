"""What the inbox and webhooks look like, and what is done with them."""

from urllib.parse import urlsplit

from rest_framework import serializers

from server.core.pagination import PageQuery
from server.core.serializers import NameField
from server.notify.models import DeliveryStatus, NoticeKind, Webhook, WebhookKind
from server.notify.webhooks import shown_url
from server.people.serializers import PersonOut

MOST_COUNTED = 99


class NoticeOut(serializers.Serializer):
    """One line in the inbox; `path` is of a page of this service."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=NoticeKind.choices)
    text = serializers.CharField()
    path = serializers.CharField()
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)


class NoticesQuery(PageQuery):
    """Which notices."""

    unread = serializers.BooleanField(required=False, help_text="True: those alone.")


class UnreadNoticesOut(serializers.Serializer):
    """How many notices are unread."""

    count = serializers.IntegerField()
    capped = serializers.BooleanField(help_text="There are more than `count`.")
    topic = serializers.CharField(help_text="By which `versions` says that the inbox has moved.")


class ReadNoticesIn(serializers.Serializer):
    """Which notices were read."""

    ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1),
        required=False,
        min_length=1,
        max_length=100,
        help_text="Without it, all.",
    )


class ReadNoticesOut(serializers.Serializer):
    """What became of it."""

    marked = serializers.IntegerField(help_text="How many were unread until now.")


class WebhookOut(serializers.Serializer):
    """A webhook without its secret."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=WebhookKind.choices)
    url = serializers.SerializerMethodField(help_text="Of Slack the host alone.")
    created_at = serializers.DateTimeField()
    created_by = PersonOut()

    def get_url(self, webhook: Webhook) -> str:
        """As far as it may be shown."""
        return shown_url(webhook)


class WebhooksOut(serializers.Serializer):
    """The webhooks of a project, by name."""

    results = WebhookOut(many=True)


class NewWebhookOut(WebhookOut):
    """A webhook just made, with the secret that signs."""

    secret = serializers.CharField(
        allow_null=True,
        help_text="Shown this once; a repeat of the request answers null, and so does Slack.",
    )


class WebhookIn(serializers.Serializer):
    """A webhook to make."""

    name = NameField(max_length=100, help_text="Once a project.")
    kind = serializers.ChoiceField(choices=WebhookKind.choices)
    url = serializers.URLField(
        max_length=1000,
        help_text="By https; private networks are not reached unless the installation says so.",
    )

    def validate_url(self, value: str) -> str:
        """No file, no password."""
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or parts.username is not None:
            raise serializers.ValidationError(
                "Write an address such as https://hooks.example.org/run, without a password."
            )
        return value


class DeliveryTryOut(serializers.Serializer):
    """One try to deliver a message."""

    at = serializers.DateTimeField()
    status = serializers.IntegerField(allow_null=True, help_text="Null where nobody answered.")
    error = serializers.CharField(help_text="Empty where it was taken.")
    text = serializers.CharField(help_text="How the answer began.")


class WebhookDeliveryOut(serializers.Serializer):
    """A message to a webhook, and the tries to deliver it, the newest last."""

    id = serializers.IntegerField()
    identifier = serializers.CharField(help_text="The header `webhook-id`, the same in each try.")
    event = serializers.CharField()
    status = serializers.ChoiceField(choices=DeliveryStatus.choices)
    created_at = serializers.DateTimeField()
    tries = DeliveryTryOut(many=True)
