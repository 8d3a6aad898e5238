"""Invented requests and jobs by the thousand, for measurements.

Jobs come in by the same service that takes in the reports of runners, so every row is as a
runner would have made it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from server.core import counters
from server.core.ids import new_identifier
from server.fleet.models import Backend
from server.jobs.models import JobRequest, JobRequestDetail
from server.jobs.reports import JobReport, report_jobs
from server.jobs.statuses import ACTIVE_REQUESTS
from server.people.models import User
from server.projects.models import Org, Project, ProjectCollaboration, Repo, Workspace

_WORKSPACES = 40
_JOBS_A_BATCH = 10_000
_EVERY = timedelta(minutes=7)  # between two requests of the history
_FAILS_EVERY = 5  # of so many requests one fails
_SHA = "0123456789abcdef0123456789abcdef01234567"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, and how many jobs it is to have."""

    job_request: JobRequest
    jobs: int


def load_history(*, job_requests: int, jobs: int, now: datetime) -> None:
    """Add `job_requests` finished requests with `jobs` jobs in all, the newest an hour old.

    They are spread over the enabled backends and 40 workspaces of their own.
    """
    workspaces, backends = _workspaces(now=now), list(Backend.objects.order_by("slug"))
    asked = (
        _Asked(
            job_request=_job_request(
                workspaces[number % len(workspaces)],
                backend=backends[number % len(backends)],
                created_at=now - timedelta(hours=1) - _EVERY * (job_requests - number),
            ),
            jobs=jobs // job_requests + (number < jobs % job_requests),
        )
        for number in range(job_requests)
    )
    per_batch = max(1, _JOBS_A_BATCH * job_requests // max(1, jobs))
    while batch := list(islice(asked, per_batch)):
        with transaction.atomic():
            _store([each.job_request for each in batch])
            for backend in backends:
                own = [each for each in batch if each.job_request.backend_id == backend.pk]
                reports = [report for each in own for report in _finished_jobs(each)]
                report_jobs(backend=backend, reports=reports, now=now)


@transaction.atomic
def set_active(*, backend: Backend, active: int, jobs_each: int, now: datetime) -> None:
    """Leave exactly `active` unfinished requests on `backend`, of `jobs_each` unfinished jobs each.

    0 jobs are those of a request that no runner has picked up. Unfinished requests that were there
    before are removed with their jobs.
    """
    JobRequest.objects.filter(backend=backend, status__in=ACTIVE_REQUESTS).delete()
    workspaces = _workspaces(now=now)
    asked = [
        _Asked(
            job_request=_job_request(
                workspaces[number % len(workspaces)],
                backend=backend,
                created_at=now - timedelta(seconds=active - number),
            ),
            jobs=jobs_each,
        )
        for number in range(active)
    ]
    _store([each.job_request for each in asked])
    reports = [report for each in asked for report in _unfinished_jobs(each)]
    report_jobs(backend=backend, reports=reports, now=now)
    counters.bump_backend(backend.pk)


def _job_request(workspace: Workspace, *, backend: Backend, created_at: datetime) -> JobRequest:
    return JobRequest(
        identifier=new_identifier(),
        backend=backend,
        workspace=workspace,
        created_by_id=workspace.created_by_id,
        created_at=created_at,
        requested_actions=["run_all"],
        sha=_SHA,
        branch=workspace.branch,
    )


def _store(job_requests: Sequence[JobRequest]) -> None:
    JobRequest.objects.bulk_create(job_requests)
    JobRequestDetail.objects.bulk_create(
        JobRequestDetail(job_request=job_request, commit_message="Invented for measurements")
        for job_request in job_requests
    )


def _finished_jobs(asked: _Asked) -> Iterator[JobReport]:
    """One after the other, half a minute each; of some requests the last one fails."""
    began = asked.job_request.created_at + timedelta(seconds=5)
    fails = asked.job_request.pk % _FAILS_EVERY == 0
    for number in range(asked.jobs):
        status = "failed" if fails and number == asked.jobs - 1 else "succeeded"
        started_at = began + timedelta(seconds=30) * number
        yield _report(
            asked.job_request,
            number=number,
            status=status,
            status_code="nonzero_exit" if status == "failed" else "succeeded",
            started_at=started_at,
            completed_at=started_at + timedelta(seconds=30),
        )


def _unfinished_jobs(asked: _Asked) -> Iterator[JobReport]:
    """The first one runs, the others wait for it."""
    for number in range(asked.jobs):
        yield _report(
            asked.job_request,
            number=number,
            status="pending" if number else "running",
            status_code="waiting_on_workers" if number else "executing",
            started_at=None if number else asked.job_request.created_at,
            completed_at=None,
        )


def _report(
    job_request: JobRequest,
    *,
    number: int,
    status: str,
    status_code: str,
    started_at: datetime | None,
    completed_at: datetime | None,
) -> JobReport:
    return JobReport(
        job_request_id=job_request.identifier,
        identifier=new_identifier(),
        action=f"action_{number + 1}",
        run_command=f"python:v2 python analysis/step_{number + 1}.py",
        status=status,
        status_code=status_code,
        status_message="Invented for measurements",
        created_at=job_request.created_at,
        updated_at=completed_at or started_at or job_request.created_at,
        started_at=started_at,
        completed_at=completed_at,
        trace_context=None,
        metrics=None,
    )


def _workspaces(*, now: datetime) -> list[Workspace]:
    """The workspaces of the invented requests; made at the first call."""
    found = list(Workspace.objects.filter(name__startswith="volume-").order_by("name"))
    if found:
        return found
    person = User.objects.create_user("volume")
    org = Org.objects.create(name="Volume", slug="volume", created_at=now)
    project = Project.objects.create(name="Volume", slug="volume", created_at=now)
    ProjectCollaboration.objects.create(org=org, project=project, is_lead=True)
    repo = Repo.objects.create(
        url="https://github.com/opensafely-demo/volume", owner="opensafely-demo", name="volume"
    )
    return Workspace.objects.bulk_create(
        Workspace(
            name=f"volume-{number:02}",
            project=project,
            repo=repo,
            branch="main",
            created_at=now,
            created_by=person,
            updated_at=now,
            updated_by=person,
        )
        for number in range(_WORKSPACES)
    )
