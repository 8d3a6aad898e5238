"""`manage.py demo`: what somebody finds who starts the job server for the first time."""

import json
import stat
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from server.demo.repositories import STUDIES, write_repositories
from server.fleet.models import Backend, BackendMembership
from server.fleet.services import authenticate
from server.jobs.models import Job, JobRequest
from server.jobs.services import read_pipeline
from server.jobs.statuses import JobRequestStatus
from server.people.actors import actor_of
from server.people.models import User
from server.projects.models import Workspace
from tests.recipes import NOON, make_backend

pytestmark = pytest.mark.django_db

Demo = Callable[..., str]


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The studies: the first demo makes them, later ones find them."""
    return tmp_path_factory.mktemp("repositories")


@pytest.fixture
def demo(settings: Any, tmp_path: Path, repositories: Path) -> Demo:
    """Runs the command in development, with a folder of its own; returns what it prints."""
    settings.DEBUG = True
    settings.ROOT = tmp_path
    settings.GIT_LOCAL_ROOT = repositories
    for slug in ("tpp", "emis", "test"):
        make_backend(slug)

    def run(*arguments: str) -> str:
        printed = StringIO()
        call_command("demo", *arguments, stdout=printed)
        return printed.getvalue()

    return run


def passwords_in(printed: str) -> dict[str, str]:
    lines = printed.strip().splitlines()[1:]
    return dict(line.split() for line in lines)


def test_the_demo_prints_log_ins_that_work(demo: Demo) -> None:
    printed = demo()

    passwords = passwords_in(printed)
    assert set(passwords) == {"researcher", "admin"}
    assert all(
        User.objects.get(username=name).check_password(password)
        for name, password in passwords.items()
    )


def test_the_people_belong_to_every_backend_and_one_is_administrator(demo: Demo) -> None:
    demo()

    assert BackendMembership.objects.count() == 2 * Backend.everywhere.count()
    admin, researcher = (User.objects.get(username=name) for name in ("admin", "researcher"))
    assert actor_of(admin).is_administrator
    assert not actor_of(researcher).is_administrator


def test_the_secrets_are_kept_where_only_their_owner_reads_them(demo: Demo, tmp_path: Path) -> None:
    printed = demo()

    log_ins, tokens = tmp_path / "var/demo-logins.txt", tmp_path / "var/devrunner.json"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (log_ins, tokens)] == [0o600, 0o600]
    assert log_ins.read_text() == printed.rstrip() + "\n"
    entries = json.loads(tokens.read_text())
    callers = {each["backend"]: authenticate(secret=each["token"], now=NOON) for each in entries}
    assert set(callers) == {backend.slug for backend in Backend.objects.active()}
    assert all(caller and caller.backend.slug == slug for slug, caller in callers.items())


def test_there_are_runs_of_every_kind(demo: Demo) -> None:
    demo()

    found = set(JobRequest.objects.values_list("status", flat=True))
    assert found == {
        JobRequestStatus.SUCCEEDED,
        JobRequestStatus.FAILED,
        JobRequestStatus.CANCELLED,
        JobRequestStatus.PENDING,
    }


def test_the_history_lies_in_the_past_and_says_that_it_was_simulated(demo: Demo) -> None:
    demo()

    messages = Job.objects.values_list("detail__status_message", flat=True)
    assert messages
    assert all(message.startswith("Simulated: ") for message in messages)
    for job_request in JobRequest.objects.filter(status__in=["succeeded", "failed"]):
        newest = JobRequest.objects.latest("created_at").created_at
        assert job_request.created_at < job_request.started_at < job_request.completed_at < newest
        assert len(job_request.strip) == job_request.jobs.count()


def test_the_failed_run_says_which_job_failed_and_which_did_not_run(demo: Demo) -> None:
    demo()

    failed = JobRequest.objects.get(status="failed")
    codes = dict(failed.jobs.values_list("action", "status_code"))
    assert codes["fit_mortality_model"] == "nonzero_exit"
    assert codes["plot_mortality"] == codes["write_report"] == "dependency_failed"


def test_runs_wait_for_the_runner_and_one_of_them_will_fail(demo: Demo) -> None:
    demo()

    waiting = JobRequest.objects.filter(status="pending")
    assert waiting.count() == 4
    doomed = [each for each in waiting if each.requested_actions == ["fit_mortality_model"]]
    (planned,) = [
        [step["action"] for step in each.detail.planned if step["decision"] == "chosen"]
        for each in doomed
    ]
    assert planned == ["fit_mortality_model"]


def test_one_study_is_large_and_one_branch_has_mistakes(demo: Demo) -> None:
    demo()

    reports = {
        workspace.name: read_pipeline(
            workspace=workspace, commit=None, with_codelists=False, now=NOON
        ).report
        for workspace in Workspace.objects.select_related("repo")
    }
    assert {name for name, report in reports.items() if report.errors} == {"asthma-renamed-outputs"}
    assert len(reports["long-recovery"].pipeline.actions) == 40


def test_a_second_time_the_same_log_ins_are_printed_and_nothing_changes(demo: Demo) -> None:
    first = demo("--if-empty")
    before = JobRequest.objects.count(), User.objects.count()

    second = demo("--if-empty")

    assert second == first
    assert (JobRequest.objects.count(), User.objects.count()) == before


def test_a_database_in_use_is_left_as_it_is(demo: Demo, ada: User) -> None:
    assert demo("--if-empty") == ""

    with pytest.raises(CommandError, match="database is in use"):
        demo()

    assert User.objects.get() == ada


def test_the_demo_is_refused_outside_development(demo: Demo, settings: Any) -> None:
    settings.DEBUG = False

    with pytest.raises(CommandError, match="development only"):
        demo("--if-empty")

    assert not User.objects.exists()


def test_without_a_folder_for_the_studies_nothing_is_made(demo: Demo, settings: Any) -> None:
    settings.GIT_LOCAL_ROOT = None

    with pytest.raises(CommandError, match="GIT_LOCAL_ROOT is not set"):
        demo()

    assert not User.objects.exists()


def test_a_demo_that_fails_half_way_leaves_nothing(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError("The disk is full.")

    monkeypatch.setattr("server.demo.scene.ask_for_runs", fail)

    with pytest.raises(CommandError, match="disk is full"):
        demo()

    assert not User.objects.exists()
    assert not JobRequest.objects.exists()


def test_only_enabled_backends_have_runs(demo: Demo, settings: Any) -> None:
    settings.BACKENDS = ("test",)

    demo()

    assert set(JobRequest.objects.values_list("backend__slug", flat=True)) == {"test"}


def test_a_repository_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    names = write_repositories(folder=tmp_path, now=NOON)
    kept = tmp_path / f"{names[0]}.git" / "description"
    kept.write_text("mine")

    again = write_repositories(folder=tmp_path, now=NOON)

    assert again == names
    assert len(names) == len(list(STUDIES.glob("*/*/")))
    assert kept.read_text() == "mine"
