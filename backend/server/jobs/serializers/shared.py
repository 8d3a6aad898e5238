"""Parts of several answers."""

from rest_framework import serializers

from server.core.serializers import PlainOut
from server.fleet.serializers import BackendRefOut
from server.jobs.reason_codes import ObjectKind, ReasonCode, WhoCanAct
from server.jobs.statuses import DisplayStatus


class ReasonObjectOut(serializers.Serializer):
    """What a reason is about."""

    kind = serializers.ChoiceField(choices=ObjectKind.choices)
    names = serializers.ListField(
        child=serializers.CharField(), help_text="Slug of the backend, names of actions."
    )
    line = serializers.IntegerField(
        allow_null=True,
        help_text="Of project.yaml, where the runner's words lead to one; not in lists.",
    )


class ReasonOut(serializers.Serializer):
    """Why something is where it is; `text` is a sentence without a time, which is in `since`."""

    code = serializers.ChoiceField(choices=ReasonCode.choices)
    text = serializers.CharField()
    what_next = serializers.CharField(help_text="What would change it, or what helps.")
    who_can_act = serializers.ChoiceField(choices=WhoCanAct.choices)
    about = ReasonObjectOut()
    since = serializers.DateTimeField(allow_null=True)
    until = serializers.DateTimeField(
        allow_null=True, help_text="The announced end of maintenance, where one is known."
    )
    heard_at = serializers.DateTimeField(
        allow_null=True, help_text="The last contact with the backend, where the reason is there."
    )
    requests_before = serializers.IntegerField(
        allow_null=True,
        help_text="Unfinished requests asked for sooner, counted to 101, on its own page alone.",
    )


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


class NewestJobOut(PlainOut):
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
