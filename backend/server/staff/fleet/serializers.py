"""What the fleet page shows; no secrets."""

from datetime import datetime
from typing import Any

from rest_framework import serializers

from server.fleet.models import Contact, Mode
from server.fleet.serializers import BackendRefOut, BackendTokenOut, CallCountOut, StopOut
from server.fleet.stops import Stop


class RunsInTimeOut(serializers.Serializer):
    """How many runs were asked for in an hour or a day, and how many of those failed.

    One that was cancelled has not failed.
    """

    at = serializers.DateTimeField(help_text="When the hour or the day began, in UTC.")
    asked = serializers.IntegerField()
    failed = serializers.IntegerField()


class RefusedCallOut(serializers.Serializer):
    """A call that was refused or failed; `reason` is what was answered.

    Of a token that has ended, was revoked, or whose backend is switched off, `reason` says which it
    is; each such token has one line, of its last call to the minute.
    """

    at = serializers.DateTimeField()
    path = serializers.CharField()
    status = serializers.IntegerField()
    reason = serializers.CharField()


class CallsInTimeOut(serializers.Serializer):
    """Calls of one endpoint in a time; `took_ms` is of all together."""

    calls = serializers.IntegerField()
    failures = serializers.IntegerField()
    took_ms = serializers.FloatField()


class FleetCallsOut(CallCountOut):
    """The calls of one endpoint since the backend was made, and lately."""

    last_day = CallsInTimeOut(help_text="The last 24 hours, this one begun.")


class FleetBackendOut(BackendRefOut):
    """One backend as its operators see it."""

    slug = serializers.CharField(source="backend.slug")
    name = serializers.CharField(source="backend.name")
    is_active = serializers.BooleanField(source="backend.is_active")
    contact = serializers.ChoiceField(choices=Contact.choices)
    last_seen_at = serializers.DateTimeField(source="backend.last_seen_at", allow_null=True)
    last_address = serializers.CharField(source="backend.last_address")
    last_client = serializers.CharField(
        source="backend.last_client", help_text="What the client says that it is."
    )
    mode = serializers.ChoiceField(choices=Mode.choices)
    mode_since = serializers.DateTimeField(allow_null=True)
    stop = StopOut(allow_null=True, help_text="It takes no new runs; this may lie ahead.")
    waiting_requests = serializers.IntegerField(source="load.waiting_requests")
    waiting_jobs = serializers.IntegerField(
        source="load.waiting_jobs", help_text="Also those of requests that run in part."
    )
    oldest_waiting_at = serializers.DateTimeField(source="load.oldest_waiting_at", allow_null=True)
    running_requests = serializers.IntegerField(source="load.running_requests")
    running_jobs = serializers.IntegerField(source="load.running_jobs")
    by_hour = RunsInTimeOut(many=True, help_text="The last 24 hours, oldest first.")
    by_day = RunsInTimeOut(many=True, help_text="The last 7 days in UTC, oldest first.")
    tokens = BackendTokenOut(many=True, help_text="The live ones.")
    refused = RefusedCallOut(many=True, help_text="The newest 20, newest first.")
    calls = FleetCallsOut(many=True)


class FleetOut(serializers.Serializer):
    """Every enabled backend, by slug."""

    stop = StopOut(allow_null=True, help_text="That of the whole service.")
    results = FleetBackendOut(many=True)
    at = serializers.DateTimeField()


def shown(facts: list[dict[str, Any]], *, everywhere: Stop | None, now: datetime) -> Any:
    """The JSON of the fleet."""
    fleet = {"stop": everywhere, "results": facts, "at": now}
    return FleetOut(fleet, context={"now": now}).data
