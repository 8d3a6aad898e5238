"""Job requests and jobs: narrow rows for lists, wide text in rows of its own."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from server.core.ids import new_identifier
from server.fleet.models import Backend
from server.jobs.querysets import JobQuerySet, JobRequestQuerySet
from server.jobs.statuses import (
    ACTIVE_REQUESTS,
    JobRequestStatus,
    RequestDisplayStatus,
    read_strip,
    request_display_status,
)
from server.projects.models import Project, Workspace

_USER = settings.AUTH_USER_MODEL

models.CharField.register_lookup(Length)


class JobRequest(models.Model):
    """A run that somebody asked for: some actions of a study, pinned to a commit, on a backend."""

    identifier = models.CharField(max_length=16, unique=True, default=new_identifier)
    # The indexes below begin with these keys and serve them too.
    backend = models.ForeignKey(
        Backend, on_delete=models.PROTECT, related_name="job_requests", db_index=False
    )
    workspace = models.ForeignKey(
        Workspace, on_delete=models.PROTECT, related_name="job_requests", db_index=False
    )
    # The workspace's, for the index of a project's requests. Written and kept by triggers in the
    # database (migration 0005): a workspace that moves takes its requests along.
    project = models.ForeignKey(
        Project,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    created_by = models.ForeignKey(
        _USER, on_delete=models.PROTECT, related_name="job_requests", db_index=False
    )
    created_at = models.DateTimeField()

    requested_actions = models.JSONField()
    cancelled_actions = models.JSONField(default=list)
    force_run_dependencies = models.BooleanField(default=False)
    will_notify = models.BooleanField(default=False)
    codelists_ok = models.BooleanField(default=True)
    sha = models.CharField(max_length=40)
    branch = models.CharField(max_length=255)

    # Kept by the report that changes the jobs, so that no list works them out.
    status = models.CharField(
        max_length=30, choices=JobRequestStatus, default=JobRequestStatus.PENDING
    )
    status_message = models.TextField(default="")
    strip = models.TextField(default="")  # one letter a job, see statuses.strip_of
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)  # the newest word of the runner on any of its jobs
    version = models.PositiveIntegerField(default=1)

    cancel_requested_at = models.DateTimeField(null=True)
    cancel_requested_by = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # When the runner was first handed all of `cancelled_actions`; null until then.
    cancel_seen_at = models.DateTimeField(null=True)

    objects: ClassVar[JobRequestQuerySet] = JobRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(identifier__length=16), name="jobs_request_identifier_length"
            ),
            models.CheckConstraint(
                condition=Q(status__in=JobRequestStatus.values), name="jobs_request_status_known"
            ),
            models.CheckConstraint(
                condition=Q(cancel_requested_at=None, cancel_requested_by=None)
                | Q(cancel_requested_at__isnull=False, cancel_requested_by__isnull=False),
                name="jobs_request_cancelled_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(sha="") | Q(sha__length=40), name="jobs_request_sha_length"
            ),
        ]
        indexes = [
            # All requests, newest first.
            models.Index(fields=["-created_at", "-id"], name="jobs_request_newest"),
            # The requests of a workspace.
            models.Index(
                fields=["workspace", "-created_at", "-id"], name="jobs_request_of_workspace"
            ),
            # The requests of a project.
            models.Index(fields=["project", "-created_at", "-id"], name="jobs_request_of_project"),
            # The requests on a backend.
            models.Index(fields=["backend", "-created_at", "-id"], name="jobs_request_on_backend"),
            # The requests of a person.
            models.Index(fields=["created_by", "-created_at", "-id"], name="jobs_request_of_user"),
            # The requests of one status.
            models.Index(fields=["status", "-created_at", "-id"], name="jobs_request_in_status"),
            # The poll, and the counts of the backends' page: unfinished ones alone.
            models.Index(
                fields=["backend", "-created_at", "-id"],
                condition=Q(status__in=ACTIVE_REQUESTS),
                name="jobs_request_active",
            ),
        ]

    def __str__(self) -> str:
        return self.identifier

    @property
    def number(self) -> int:
        """The short number for people, and for old links that hold a primary key."""
        return self.pk

    @property
    def is_active(self) -> bool:
        """Whether its runner still has something to do for it."""
        return self.status in ACTIVE_REQUESTS

    @property
    def display_status(self) -> RequestDisplayStatus:
        """What to draw for it, by its own row alone."""
        return request_display_status(status=self.status, jobs=read_strip(self.strip))


class JobRequestDetail(models.Model):
    """The wide part of a request: read one at a time, never in a list."""

    job_request = models.OneToOneField(
        JobRequest, on_delete=models.CASCADE, primary_key=True, related_name="detail"
    )
    project_definition = models.TextField(default="")  # project.yaml as it was at the commit
    commit_message = models.TextField(default="")  # its first line
    # What was to run when the run was asked for: {"action", "decision", "because"} in file order.
    planned = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"detail of {self.job_request_id}"


class Job(models.Model):
    """One action's execution. Written by reports of the runner alone."""

    job_request = models.ForeignKey(
        JobRequest, on_delete=models.CASCADE, related_name="jobs", db_index=False
    )
    # Copied from the request, for the index that finds an action's newest job.
    workspace = models.ForeignKey(
        Workspace, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    backend = models.ForeignKey(Backend, on_delete=models.PROTECT, related_name="+", db_index=False)
    identifier = models.CharField(max_length=255)
    action = models.CharField(max_length=255)
    status = models.CharField(max_length=255)
    status_code = models.CharField(max_length=255, default="")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    # When the runner first said the status and code that the row has.
    status_since = models.DateTimeField(null=True)
    # When the report that last changed this row came in; `updated_at` is the runner's own clock.
    received_at = models.DateTimeField()
    # Set while the newest report of the request does not list the job.
    hidden_at = models.DateTimeField(null=True)

    objects: ClassVar[JobQuerySet] = JobQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            # Also serves "the jobs of these requests".
            models.UniqueConstraint(
                fields=["job_request", "identifier"], name="jobs_job_identifier_in_request"
            ),
            models.CheckConstraint(condition=~Q(identifier=""), name="jobs_job_identifier_set"),
        ]
        indexes = [
            # An action's newest job in a workspace on a backend.
            models.Index(
                F("workspace"),
                F("backend"),
                F("action"),
                F("created_at").desc(),
                F("id").desc(),
                condition=Q(hidden_at=None),
                name="jobs_job_newest_of_action",
            ),
            # Look-up by identifier, whole or its beginning.
            models.Index(
                fields=["identifier"], name="jobs_job_identifier", opclasses=["varchar_pattern_ops"]
            ),
            # The requests in which an action ran, newest first.
            models.Index(fields=["action", "-job_request"], name="jobs_job_action_requests"),
            # The same of one backend, of which others' may all be newer.
            models.Index(
                fields=["backend", "action", "-job_request"], name="jobs_job_action_on_backend"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} ({self.identifier})"


class JobDetail(models.Model):
    """The wide part of a job."""

    job = models.OneToOneField(
        Job, on_delete=models.CASCADE, primary_key=True, related_name="detail"
    )
    run_command = models.TextField(default="")
    status_message = models.TextField(default="")
    trace_context = models.JSONField(null=True)
    metrics = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"detail of {self.job_id}"


class JobAttempt(models.Model):
    """An earlier try of a job, as it stood when its runner began the next one. Never changed."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="attempts")
    status = models.CharField(max_length=255)
    status_code = models.CharField(max_length=255)
    status_message = models.TextField()
    metrics = models.JSONField(null=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    # When the report came in that spoke of the next try.
    replaced_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"attempt {self.pk} of {self.job_id}"
