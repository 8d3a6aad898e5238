"""Requests and their jobs."""

from rest_framework import serializers

from pipelines import Decision
from server.core.serializers import AllowedOut, PlainOut
from server.fleet.models import Contact
from server.fleet.serializers import BackendRefOut
from server.jobs.serializers.shared import CommitOut, JobCountsOut, ReasonOut
from server.jobs.statuses import DisplayStatus, JobRequestStatus, RequestDisplayStatus
from server.people.serializers import PersonOut
from server.projects.serializers import ProjectRefOut, RepoRefOut, WorkspaceRefOut

DECISIONS = [(decision.value, decision.value) for decision in Decision]


class JobRequestRowOut(PlainOut):
    """A request in one line."""

    identifier = serializers.CharField()
    number = serializers.IntegerField(help_text="Short, for people and old links.")
    status = serializers.ChoiceField(choices=JobRequestStatus.choices)
    display_status = serializers.ChoiceField(choices=RequestDisplayStatus.choices)
    reason = ReasonOut(allow_null=True, help_text="Why it is where it is; null where it succeeded.")
    backend = BackendRefOut()
    workspace = WorkspaceRefOut()
    project = ProjectRefOut()
    created_by = PersonOut()
    created_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True, help_text="When its first job began.")
    completed_at = serializers.DateTimeField(allow_null=True)
    duration_s = serializers.IntegerField(
        allow_null=True, help_text="From its first start to its end; null while it is unfinished."
    )
    requested_actions = serializers.ListField(
        child=serializers.CharField(), help_text="In a list the first twenty of them."
    )
    requested_actions_total = serializers.IntegerField()
    commit = CommitOut()
    job_counts = JobCountsOut()
    strip = serializers.ListField(
        child=serializers.ChoiceField(choices=DisplayStatus.choices),
        help_text="One status a job in the order of project.yaml; empty above sixty jobs.",
    )
    contact = serializers.ChoiceField(choices=Contact.choices)
    has_errors = serializers.BooleanField(help_text="Whether a job failed.")


class StandingFailureOut(serializers.Serializer):
    """A request with failed jobs that no newer run has put right."""

    job_request = JobRequestRowOut()
    actions = serializers.ListField(
        child=serializers.CharField(),
        help_text=(
            "Those of its failed actions whose newest job on its backend is the failed one; the "
            "first twenty of them."
        ),
    )
    actions_total = serializers.IntegerField()


class StandingFailuresOut(serializers.Serializer):
    """What a person's runs left undone."""

    results = StandingFailureOut(many=True)


class RequestCommitOut(CommitOut):
    """The commit that a request is pinned to."""

    message = serializers.CharField(help_text="Its first line.")
    compare_url = serializers.CharField(
        allow_null=True,
        help_text="What changed since the request before it in this workspace on this backend.",
    )


class CancelOut(serializers.Serializer):
    """When a request, or the last of its actions that were cancelled, was to be stopped."""

    requested_at = serializers.DateTimeField(allow_null=True)
    requested_by = PersonOut(allow_null=True)
    seen_at = serializers.DateTimeField(
        allow_null=True, help_text="When the backend was first told of it; null until then."
    )
    ends_at = serializers.DateTimeField(
        allow_null=True, help_text="When it ends by itself if no runner has taken it until then."
    )


class RequestCanOut(serializers.Serializer):
    """What the caller may do with a request."""

    cancel = AllowedOut()
    run_again = AllowedOut()


class FailureOut(serializers.Serializer):
    """A failed job in words."""

    job_identifier = serializers.CharField()
    action = serializers.CharField()
    title = serializers.CharField()
    explanation = serializers.CharField()
    what_to_do = serializers.CharField()
    log_path = serializers.CharField(allow_null=True, help_text="Where its log is on the backend.")
    blocked = serializers.ListField(
        child=serializers.CharField(), help_text="The actions that were not run because of it."
    )


class PlannedStepOut(serializers.Serializer):
    """What was to happen to an action when the run was asked for."""

    action = serializers.CharField()
    decision = serializers.ChoiceField(choices=DECISIONS)
    because = serializers.CharField()


class MetricsOut(serializers.Serializer):
    """What a job used: percent of one processor, and MB of memory."""

    cpu_peak = serializers.FloatField(allow_null=True)
    mem_mb_peak = serializers.FloatField(allow_null=True)
    cpu_mean = serializers.FloatField(allow_null=True)
    mem_mb_mean = serializers.FloatField(allow_null=True)


class JobCanOut(serializers.Serializer):
    """What the caller may do with a job."""

    cancel = AllowedOut()


class JobOut(PlainOut):
    """A job; its own page shows more."""

    identifier = serializers.CharField()
    action = serializers.CharField()
    status = serializers.CharField(help_text="The runner's own word.")
    display_status = serializers.ChoiceField(choices=DisplayStatus.choices)
    status_code = serializers.CharField()
    status_message = serializers.CharField()
    reason = ReasonOut(allow_null=True)
    needs = serializers.ListField(child=serializers.CharField())
    created_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    completed_at = serializers.DateTimeField(allow_null=True)
    updated_at = serializers.DateTimeField(
        allow_null=True, help_text="The newest word of its runner, by the runner's clock."
    )
    news_at = serializers.DateTimeField(
        help_text=(
            "When its runner last had news of it: as it says, or by the clock of this service "
            "where the runner's cannot be right."
        )
    )
    waited_s = serializers.IntegerField(
        allow_null=True, help_text="From its making to its start; null while it waits."
    )
    duration_s = serializers.IntegerField(allow_null=True, help_text="Null until it has ended.")
    attempts_total = serializers.IntegerField(
        help_text="How often its runner has tried it, this time included."
    )
    is_stale = serializers.BooleanField(
        help_text="Whether it is unfinished and was not heard of for thirty minutes."
    )
    is_cancel_requested = serializers.BooleanField()
    is_database_action = serializers.BooleanField()
    log_path = serializers.CharField(allow_null=True)
    metrics = MetricsOut(allow_null=True, help_text="Null for callers without any role.")
    can = JobCanOut()


class AttemptOut(serializers.Serializer):
    """An earlier try of a job, as it stood when the next one began."""

    job_identifier = serializers.CharField(
        allow_null=True,
        help_text=(
            "Of a job of the action that its runner reports no longer, which has a page of its own."
        ),
    )
    status = serializers.CharField(help_text="The runner's own word.")
    display_status = serializers.ChoiceField(choices=DisplayStatus.choices)
    was_interrupted = serializers.BooleanField(
        help_text="Whether it was begun anew before it had ended, as after a restart."
    )
    status_code = serializers.CharField()
    status_message = serializers.CharField()
    reason = ReasonOut(allow_null=True)
    created_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(help_text="Its end, or when the next try was heard of.")
    duration_s = serializers.IntegerField(allow_null=True)


class JobDetailOut(JobOut):
    """A job with the request that it belongs to."""

    run_command = serializers.CharField()
    unlisted_since = serializers.DateTimeField(
        allow_null=True, help_text="Since when its runner reports it no longer; null while it does."
    )
    attempts = AttemptOut(many=True, help_text="The earlier tries, newest first; twenty at most.")
    trace_context = serializers.JSONField(
        allow_null=True, help_text="Where its runner traced it; for staff, else null."
    )
    cancel = CancelOut(allow_null=True, help_text="Null where it was not to be stopped.")
    job_request = JobRequestRowOut()


class JobRequestOut(JobRequestRowOut):
    """A request with its jobs and everything that its page shows."""

    cancelled_actions = serializers.ListField(child=serializers.CharField())
    force_run_dependencies = serializers.BooleanField()
    will_notify = serializers.BooleanField()
    codelists_ok = serializers.BooleanField()
    status_message = serializers.CharField()
    is_invalid = serializers.BooleanField(
        help_text="Whether its runner could not make jobs of it; `status_message` says why."
    )
    runtime_s = serializers.IntegerField(help_text="The sum of what its finished jobs took.")
    commit = RequestCommitOut()
    branch = serializers.CharField()
    project_definition = serializers.CharField(
        allow_null=True, help_text="project.yaml at the commit; null above 200,000 characters."
    )
    project_definition_bytes = serializers.IntegerField()
    repo = RepoRefOut()
    updated_at = serializers.DateTimeField(
        allow_null=True, help_text="The newest word of the runner, by its own clock."
    )
    news_at = serializers.DateTimeField(
        allow_null=True, help_text="The newest of its jobs; null where it has none."
    )
    is_stale = serializers.BooleanField()
    backend_hold = ReasonOut(
        allow_null=True,
        help_text="Why its backend starts no jobs now, or none that read the database.",
    )
    cancel = CancelOut()
    can = RequestCanOut()
    failures = FailureOut(many=True)
    summary = serializers.CharField()
    planned = PlannedStepOut(many=True)
    jobs = JobOut(many=True)


class LastTimeOut(serializers.Serializer):
    """An action's newest finished job in an earlier request of the workspace on the backend."""

    job_identifier = serializers.CharField()
    job_request_number = serializers.IntegerField()
    display_status = serializers.ChoiceField(choices=DisplayStatus.choices)
    duration_s = serializers.IntegerField(allow_null=True)
    at = serializers.DateTimeField(help_text="When it ended, else was made.")
    commit_sha = serializers.CharField()
    compare_url = serializers.CharField(
        allow_null=True, help_text="What changed since then; null at the same commit."
    )


class ActionComparisonOut(PlainOut):
    """How an action did in the runs before."""

    action = serializers.CharField()
    last = LastTimeOut(allow_null=True)
    usual_s = serializers.IntegerField(
        allow_null=True,
        help_text="The median of its last successes; null for fewer than three. Of twenty jobs.",
    )
    failed_this_week = serializers.IntegerField(
        help_text="How often it failed before in the last seven days. Of its last twenty jobs."
    )


class ComparisonOut(serializers.Serializer):
    """Each action of a request, compared with the runs before."""

    results = ActionComparisonOut(many=True)


class CancelledOut(serializers.Serializer):
    """How many requests were asked to stop, wholly or in part."""

    cancelled = serializers.IntegerField()
