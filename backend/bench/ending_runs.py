"""Runs of one job each, that end by the reports of their runner and whose asker wants to know."""

from datetime import timedelta

from bench.receivers import Receivers
from server.core import clock
from server.fleet.models import Backend
from server.jobs.models import JobRequest, JobRequestDetail
from server.jobs.reports import JobReport, report_jobs
from server.notify.models import Webhook, WebhookKind
from server.notify.webhooks import create_webhook
from server.people.actors import actor_of
from server.people.models import RoleGrant, RoleSource, RunMail, User
from server.people.roles import Role
from server.projects.models import Project, Repo, Workspace

_SHA = "5f0c1e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3e"


def make_runs(count: int, *, receivers: Receivers) -> Backend:
    """So many runs in a project with a webhook of each kind; returns their backend."""
    now = clock.now()
    asker = User.objects.create_user("asker", "asker@example.org", run_mail=RunMail.BOTH)
    RoleGrant.objects.create(
        user=asker, role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=now
    )
    project = Project.objects.create(slug="kills", name="Kills")
    repo = Repo.objects.create(
        owner="opensafely", name="study", url="https://github.com/opensafely/study"
    )
    workspace = Workspace.objects.create(
        name="kills", project=project, repo=repo, branch="main", created_by=asker, updated_by=asker
    )
    for kind in WebhookKind:
        create_webhook(
            actor=actor_of(asker),
            project=project,
            name=kind,
            kind=kind,
            url=f"http://127.0.0.1:{receivers.web_port}/{kind}",
            now=now,
        )
    backend = Backend.everywhere.get(slug="tpp")
    runs = JobRequest.objects.bulk_create(
        JobRequest(
            identifier=identifier_of(number),
            backend=backend,
            workspace=workspace,
            created_by=asker,
            created_at=now,
            requested_actions=["run_all"],
            will_notify=True,
            sha=_SHA,
            branch="main",
        )
        for number in range(count)
    )
    JobRequestDetail.objects.bulk_create(JobRequestDetail(job_request=run) for run in runs)
    assert Webhook.objects.count() == len(WebhookKind)  # noqa: S101 - or nothing is measured
    return backend


def end_runs(backend: Backend, *, first: int, last: int) -> None:
    """Have the runner report that these have ended, the last one not included."""
    now = clock.now()
    report_jobs(
        backend=backend,
        reports=[
            JobReport(
                job_request_id=identifier_of(number),
                identifier=f"job-{number}",
                action="run_all",
                run_command="",
                status="succeeded" if number % 3 else "failed",
                status_code="succeeded" if number % 3 else "nonzero_exit",
                status_message="",
                created_at=now - timedelta(seconds=30),
                updated_at=now,
                started_at=now - timedelta(seconds=20),
                completed_at=now,
                trace_context=None,
                metrics=None,
            )
            for number in range(first, last)
        ],
        now=now,
    )


def identifier_of(number: int) -> str:
    """16 characters."""
    return f"run{number:013}"
