"""`load_history`, `load_names` and `set_active`: exactly so many rows."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from server.fleet.models import Backend
from server.fleet.services import authenticate
from server.jobs.models import Job, JobDetail, JobRequest
from server.jobs.statuses import ACTIVE_REQUESTS, request_status
from server.people.models import User
from server.projects.models import Project, Workspace
from tests.recipes import NOON, make_backend_token, make_job, make_job_request

pytestmark = pytest.mark.django_db

Manage = Callable[..., str]


@pytest.fixture
def manage(settings: Any, tpp: Backend, emis: Backend) -> Manage:
    settings.DEBUG = True

    def run(*arguments: str) -> str:
        printed = StringIO()
        call_command(*arguments, stdout=printed)
        return printed.getvalue()

    return run


def test_the_history_has_so_many_requests_and_jobs(manage: Manage) -> None:
    printed = manage("load_history", "--requests", "7", "--jobs", "45")

    assert printed.startswith("Added 7 finished requests with 45 jobs in all in ")
    assert JobRequest.objects.count() == 7
    assert Job.objects.count() == JobDetail.objects.count() == 45


def test_the_history_is_finished_and_adds_up(manage: Manage) -> None:
    manage("load_history", "--requests", "12", "--jobs", "60")

    assert not JobRequest.objects.filter(status__in=ACTIVE_REQUESTS).exists()
    for job_request in JobRequest.objects.all():
        statuses = job_request.jobs.values_list("status", flat=True)
        assert job_request.status == request_status(statuses)
        assert job_request.completed_at > job_request.started_at > job_request.created_at
    assert JobRequest.objects.filter(status="failed").exists()


def test_names_are_added_to_what_is_there(manage: Manage) -> None:
    people = User.objects.count()

    printed = manage("load_names", "--workspaces", "25", "--people", "7")
    manage("load_names", "--workspaces", "10", "--people", "200")

    assert printed.startswith("Added 25 workspaces and 7 people in ")
    assert Workspace.objects.count() == 35
    assert User.objects.count() == people + 207
    assert set(Project.objects.values_list("collaborations__is_lead", flat=True)) == {True}
    assert not User.objects.filter(username__contains="-", project_memberships=None).exists()


@pytest.mark.parametrize("amounts", [("0", "1"), ("1", "0")])
def test_names_want_somebody_who_made_them(manage: Manage, amounts: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match="at least one"):
        manage("load_names", "--workspaces", amounts[0], "--people", amounts[1])


def test_history_is_added_to_what_is_there(manage: Manage) -> None:
    manage("load_history", "--requests", "2", "--jobs", "4")
    manage("load_history", "--requests", "3", "--jobs", "3")

    assert JobRequest.objects.count() == 5
    assert Job.objects.count() == 7


@pytest.mark.parametrize(("job_requests", "jobs"), [("0", "5"), ("5", "4"), ("-1", "-1")])
def test_a_history_that_cannot_be_is_refused(manage: Manage, job_requests: str, jobs: str) -> None:
    with pytest.raises(CommandError, match="at least one request"):
        manage("load_history", "--requests", job_requests, "--jobs", jobs)

    assert not JobRequest.objects.exists()


@pytest.mark.parametrize("jobs", [0, 3])
def test_exactly_so_many_requests_are_active(manage: Manage, tpp: Backend, jobs: int) -> None:
    make_job(make_job_request(backend=tpp), status="running")
    manage("set_active", "--backend", "tpp", "--active", "9", "--jobs", "1")

    printed = manage("set_active", "--backend", "tpp", "--active", "4", "--jobs", str(jobs))

    assert printed == f"tpp has 4 unfinished requests of {jobs} unfinished jobs each.\n"
    active = JobRequest.objects.active_for(tpp).annotate(of=Count("jobs"))
    assert [each.of for each in active] == [jobs] * 4
    assert not Job.objects.exclude(status__in=["pending", "running"]).exists()


def test_finished_requests_and_other_backends_stay(
    manage: Manage, tpp: Backend, emis: Backend
) -> None:
    done = make_job_request(backend=tpp, status="succeeded")
    elsewhere = make_job_request(backend=emis)

    manage("set_active", "--backend", "tpp", "--active", "0", "--jobs", "0")

    assert set(JobRequest.objects.all()) == {done, elsewhere}


def test_a_runner_learns_that_its_list_has_changed(manage: Manage, tpp: Backend) -> None:
    secret = make_backend_token(tpp)
    before = authenticate(secret=secret, now=NOON)

    manage("set_active", "--backend", "tpp", "--active", "1", "--jobs", "0")

    after = authenticate(secret=secret, now=NOON)
    assert before.tag != after.tag


def test_an_unknown_backend_is_named_with_the_known_ones(manage: Manage) -> None:
    with pytest.raises(CommandError, match=r"no backend 'nowhere'\. Known ones: .*emis.*tpp"):
        manage("set_active", "--backend", "nowhere", "--active", "1", "--jobs", "1")


def test_numbers_below_zero_are_refused(manage: Manage) -> None:
    with pytest.raises(CommandError, match="not below 0"):
        manage("set_active", "--backend", "tpp", "--active", "-1", "--jobs", "0")


@pytest.mark.parametrize(
    "command",
    [
        ("load_history", "--requests", "1", "--jobs", "1"),
        ("set_active", "--backend", "tpp", "--active", "1", "--jobs", "1"),
    ],
    ids=lambda command: command[0],
)
def test_invented_data_are_refused_outside_development(
    manage: Manage, settings: Any, command: tuple[str, ...]
) -> None:
    settings.DEBUG = False

    with pytest.raises(CommandError, match="development only"):
        manage(*command)

    assert not JobRequest.objects.exists()
