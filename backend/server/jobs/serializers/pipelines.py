"""Pipelines, plans, and the newest job of each action."""

from rest_framework import serializers

from server.fleet.serializers import BackendRefOut
from server.jobs.codelists import CodelistsStatus
from server.jobs.serializers.requests import DECISIONS
from server.jobs.serializers.shared import NewestJobOut
from server.projects.serializers import CommitInfoOut


class PipelineOutputOut(serializers.Serializer):
    """A file, or a pattern of files, that an action makes."""

    level = serializers.CharField()
    name = serializers.CharField()
    path = serializers.CharField()


class PipelineActionOut(serializers.Serializer):
    """An action of project.yaml."""

    id = serializers.CharField()
    run = serializers.CharField()
    needs = serializers.ListField(child=serializers.CharField())
    outputs = PipelineOutputOut(many=True)
    is_database_action = serializers.BooleanField()
    line = serializers.IntegerField()
    newest = NewestJobOut(allow_null=True)


class PipelineProblemOut(serializers.Serializer):
    """What is wrong at a place of project.yaml; line and column count from 1."""

    code = serializers.CharField()
    message = serializers.CharField()
    line = serializers.IntegerField()
    column = serializers.IntegerField()
    subject = serializers.DictField(
        child=serializers.JSONField(), allow_null=True, help_text="What it is about, by name."
    )


class CodelistsOut(serializers.Serializer):
    """Whether the codelists of the study are up to date.

    `stale` and `unknown` keep actions that read the database from running, `incomplete` all.
    """

    status = serializers.ChoiceField(choices=CodelistsStatus.choices)
    message = serializers.CharField(
        allow_null=True, help_text="What is wrong and what to do; null where nothing is."
    )


class PipelineOut(serializers.Serializer):
    """project.yaml at a commit; with problems it has no actions."""

    commit = CommitInfoOut()
    branch = serializers.CharField()
    backend = BackendRefOut(allow_null=True)
    actions = PipelineActionOut(many=True)
    run_all = serializers.ListField(
        child=serializers.CharField(), help_text="Every action in the order of a whole run."
    )
    warnings = PipelineProblemOut(many=True)
    problems = PipelineProblemOut(many=True)
    codelists = CodelistsOut()
    source = serializers.CharField(  # type: ignore[assignment]  # no attribute: declared fields
        allow_null=True, help_text="project.yaml; null above 200,000 characters."
    )


class ActionStatusOut(serializers.Serializer):
    """An action that has run, with its newest job."""

    action = serializers.CharField()
    newest = NewestJobOut()


class ActionStatusesOut(serializers.Serializer):
    """Every action that has run in a workspace, by name."""

    results = ActionStatusOut(many=True)


class PlanStepOut(serializers.Serializer):
    """What would happen to an action; `because` is a clause without a full stop."""

    action = serializers.CharField()
    decision = serializers.ChoiceField(choices=DECISIONS)
    because = serializers.CharField()
    needed_by = serializers.CharField(allow_null=True)
    newest = NewestJobOut(allow_null=True)


class PlanOut(serializers.Serializer):
    """What a request would run as things are now."""

    commit_sha = serializers.CharField()
    steps = PlanStepOut(many=True)
    will_run = serializers.IntegerField()
    reused = serializers.IntegerField()
    active = serializers.IntegerField()
    nothing_to_do = serializers.BooleanField()
    nothing_reason = serializers.CharField(allow_null=True)
    requests_before = serializers.IntegerField(
        help_text="Requests on the backend that no job has begun for."
    )
