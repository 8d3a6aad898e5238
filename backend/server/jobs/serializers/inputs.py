"""What callers send: filters, requests for runs, cancels."""

from rest_framework import serializers

from server.core.pagination import PageQuery
from server.jobs.statuses import JobRequestStatus

_MOST_ACTIONS = 2000


class BackendQuery(serializers.Serializer):
    """On which backend."""

    backend = serializers.CharField(
        required=False, help_text="Slug of a backend; without it, the newest job on any."
    )


class PipelineQuery(serializers.Serializer):
    """Which commit, and on which backend."""

    backend = serializers.CharField(
        required=False, help_text="Slug of a backend; without it, the newest job on any."
    )
    commit = serializers.CharField(
        required=False,
        max_length=40,
        help_text="7 to 40 digits of a commit on the branch; without it, the newest.",
    )


class RequestsOfWorkspaceQuery(PageQuery):
    """Which of a workspace's requests."""

    backend = serializers.CharField(required=False, help_text="Slug of a backend.")
    status = serializers.ChoiceField(choices=JobRequestStatus.choices, required=False)
    unfinished = serializers.BooleanField(
        default=False, help_text="Only those that a runner still has to work on."
    )
    search = serializers.CharField(
        required=False,
        max_length=255,
        help_text=(
            "A number; four or more characters with which the identifier of a request or of a job "
            "begins; or the whole name of an action that ran, of a workspace, of who asked, or the "
            "slug of a project (the newest thousand requests each)."
        ),
    )


class RequestsQuery(RequestsOfWorkspaceQuery):
    """Which requests."""

    org = serializers.CharField(
        required=False, help_text="Slug of an organisation that takes part in the project."
    )
    project = serializers.CharField(required=False, help_text="Slug of a project.")
    workspace = serializers.CharField(required=False, help_text="Name of a workspace.")
    user = serializers.CharField(required=False, help_text="Name of who asked for it.")
    mine = serializers.BooleanField(default=False, help_text="Only those that I asked for.")

    def get_fields(self) -> dict[str, serializers.Field]:
        """Also `from` and `to`, which Python keeps for itself."""
        return super().get_fields() | {
            "from": serializers.DateTimeField(required=False, help_text="Asked for then or later."),
            "to": serializers.DateTimeField(required=False, help_text="Asked for before then."),
        }


class PlanIn(serializers.Serializer):
    """What to run, where, at which commit."""

    backend = serializers.CharField(help_text="Slug of a backend.")
    actions = serializers.ListField(
        child=serializers.CharField(max_length=255),
        allow_empty=False,
        max_length=_MOST_ACTIONS,
        error_messages={"empty": "Choose at least one action."},
        help_text="Names of actions; `run_all` stands for all of them.",
    )
    commit = serializers.CharField(
        required=False,
        allow_null=True,
        max_length=40,
        default=None,
        help_text="7 to 40 digits of a commit on the branch; without it, the newest.",
    )
    force_run_dependencies = serializers.BooleanField(
        default=False, help_text="Run what they need again although it succeeded."
    )


class JobRequestIn(PlanIn):
    """A run to ask for."""

    will_notify = serializers.BooleanField(
        required=False,
        help_text="Whether to mail the asker about each finished job; without it, what the "
        "workspace says.",
    )


class CancelIn(serializers.Serializer):
    """What to stop."""

    actions = serializers.ListField(
        child=serializers.CharField(max_length=255),
        required=False,
        allow_empty=False,
        max_length=_MOST_ACTIONS,
        help_text="Names of actions; without them, all that is unfinished.",
    )
