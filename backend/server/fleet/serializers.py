"""What backends look like from outside."""

from rest_framework import serializers

from server.fleet.models import Contact, Mode


class BackendRefOut(serializers.Serializer):
    """A backend by name."""

    slug = serializers.CharField()
    name = serializers.CharField()


class BackendOut(BackendRefOut):
    """A backend, how it is, and how much waits and runs there."""

    is_active = serializers.BooleanField(help_text="False where staff switched it off.")
    contact = serializers.ChoiceField(choices=Contact.choices)
    last_seen_at = serializers.DateTimeField(allow_null=True)
    alert_timeout_s = serializers.IntegerField(help_text="Silence longer than this is a warning.")
    mode = serializers.ChoiceField(choices=Mode.choices)
    mode_since = serializers.DateTimeField(allow_null=True)
    waiting_requests = serializers.IntegerField()
    running_requests = serializers.IntegerField()
    waiting_jobs = serializers.IntegerField()
    running_jobs = serializers.IntegerField()
    oldest_waiting_at = serializers.DateTimeField(allow_null=True)
    can_run = serializers.BooleanField()
    why_not = serializers.CharField(allow_null=True)


class BackendsOut(serializers.Serializer):
    """Every enabled backend, by slug."""

    results = BackendOut(many=True)
