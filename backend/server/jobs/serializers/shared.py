"""Parts of several answers."""

from rest_framework import serializers

from server.fleet.serializers import BackendRefOut
from server.jobs.reasons import ReasonCode
from server.jobs.statuses import DisplayStatus


class ReasonOut(serializers.Serializer):
    """Why something is where it is; `text` is a sentence without a time, which is in `since`."""

    code = serializers.ChoiceField(choices=ReasonCode.choices)
    text = serializers.CharField()
    since = serializers.DateTimeField(allow_null=True)
    what_next = serializers.CharField(allow_null=True)


class CommitOut(serializers.Serializer):
    """A commit and where it can be read."""

    sha = serializers.CharField()
    url = serializers.CharField(allow_null=True)


class JobCountsOut(serializers.Serializer):
    """How many jobs a request has, by what is drawn for them."""

    total = serializers.IntegerField()
    succeeded = serializers.IntegerField()
    running = serializers.IntegerField()
    waiting = serializers.IntegerField()
    held = serializers.IntegerField()
    failed = serializers.IntegerField()
    not_run = serializers.IntegerField()
    cancelled = serializers.IntegerField()
    unknown = serializers.IntegerField()


class NewestJobOut(serializers.Serializer):
    """An action's newest job in a workspace."""

    job_identifier = serializers.CharField()
    job_request_number = serializers.IntegerField()
    job_request_identifier = serializers.CharField()
    backend = BackendRefOut()
    status = serializers.CharField(help_text="The runner's own word.")
    display_status = serializers.ChoiceField(choices=DisplayStatus.choices)
    reason = ReasonOut(allow_null=True)
    at = serializers.DateTimeField(help_text="When it ended, else began, else was made.")
    duration_s = serializers.IntegerField(allow_null=True)
    commit_sha = serializers.CharField()
