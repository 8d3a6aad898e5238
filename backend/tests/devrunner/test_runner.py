"""The development runner against the real server: what people see of its jobs."""

from pathlib import Path
from typing import Any

import pytest

from devrunner.client import JobServer
from devrunner.runner import Runner
from server.core import clock
from server.core.counters import bump_backend
from server.fleet.models import Backend
from server.jobs.models import Job, JobRequest
from server.jobs.services import cancel_job_request
from server.people.actors import actor_of
from tests.fakes.bare_repos import BareRepos
from tests.recipes import make_backend_token, make_job_request, repo, workspace

PROJECT = """
version: "5.0"
actions:
  extract:
    run: ehrql:v1 generate-dataset analysis/dataset.py --output output/dataset.arrow
    outputs: {highly_sensitive: {dataset: output/dataset.arrow}}
  clean:
    run: python:v2 python analysis/clean.py
    needs: [extract]
    outputs: {highly_sensitive: {clean: output/clean.arrow}}
  model:
    run: r:v2 analysis/model.R --simulate-failure
    needs: [clean]
    outputs: {moderately_sensitive: {model: output/model.csv}}
  plot:
    run: r:v2 analysis/plot.R
    needs: [model]
    outputs: {moderately_sensitive: {plot: output/plot.svg}}
"""


class Bench:
    """A backend, its runner, and a study to ask for."""

    def __init__(self, *, url: str, folder: Path, backend: Backend) -> None:
        self.backend = backend
        self.folder = folder
        self.server = JobServer(url=url, token=make_backend_token(backend), backend=backend.slug)
        self.runner = self.new_runner()
        repos = BareRepos(folder / "repos")
        study = repos.add_repo("opensafely/study")
        self.sha = repos.add_commit(study, files={"project.yaml": PROJECT}).sha
        small = PROJECT.partition("  clean:")[0]
        self.small_sha = repos.add_commit(study, files={"project.yaml": small}).sha
        self.broken_sha = repos.add_commit(study, files={"project.yaml": "version: 5.0"}).sha
        self.workspace = workspace.make(
            repo=repo.make(url=study.url, owner=study.owner, name=study.name)
        )

    def new_runner(self, *, speed: float = 1_000_000) -> Runner:
        return Runner(
            self.server,
            store=self.folder / "jobs.json",
            git_root=self.folder / "repos",
            speed=speed,
        )

    def ask(self, *actions: str, **fields: Any) -> JobRequest:
        values = {"sha": self.sha, "created_at": clock.now()} | fields
        asked = make_job_request(
            backend=self.backend,
            workspace=self.workspace,
            requested_actions=list(actions),
            **values,
        )
        bump_backend(self.backend.pk)
        return asked

    def cycle(self, times: int = 1) -> None:
        for _ in range(times):
            self.runner.cycle()


@pytest.fixture
def bench(live_server: Any, tmp_path: Path, tpp: Backend, monkeypatch: Any) -> Bench:
    monkeypatch.setattr("devrunner.runner.random.Random.random", lambda _: 0.5)  # no bad luck
    return Bench(url=live_server.url, folder=tmp_path, backend=tpp)


def ends(job_request: JobRequest) -> dict[str, tuple[str, str]]:
    """Action → status and code of the jobs that people are shown."""
    jobs = Job.objects.listed().filter(job_request=job_request)
    return {job.action: (job.status, job.status_code) for job in jobs}


def test_jobs_wait_for_what_they_need_and_then_run(bench: Bench) -> None:
    asked = bench.ask("clean")

    bench.cycle()
    first = ends(asked)
    bench.cycle(3)

    assert first == {
        "extract": ("running", "executing"),
        "clean": ("pending", "waiting_on_dependencies"),
    }
    assert ends(asked) == {
        "extract": ("succeeded", "succeeded"),
        "clean": ("succeeded", "succeeded"),
    }
    asked.refresh_from_db()
    assert asked.status == "succeeded"


def test_every_message_says_that_nothing_is_executed(bench: Bench) -> None:
    asked = bench.ask("run_all")

    bench.cycle(5)

    messages = asked.jobs.values_list("detail__status_message", flat=True)
    assert len(messages) == 4
    assert all(message.startswith("Simulated: ") for message in messages)


def test_a_marked_action_fails_and_what_needs_it_does_not_run(bench: Bench) -> None:
    asked = bench.ask("run_all")

    bench.cycle(5)

    assert ends(asked)["model"] == ("failed", "nonzero_exit")
    assert ends(asked)["plot"] == ("failed", "dependency_failed")


def test_a_cancelled_action_stops(bench: Bench) -> None:
    bench.runner = bench.new_runner(speed=0.001)
    asked = bench.ask("clean")
    bench.cycle()
    JobRequest.objects.filter(pk=asked.pk).update(cancelled_actions=["extract"])
    bump_backend(bench.backend.pk)

    bench.cycle(2)

    assert ends(asked) == {
        "extract": ("failed", "cancelled_by_user"),
        "clean": ("failed", "dependency_failed"),
    }


def test_a_request_cancelled_whole_stops_every_action(bench: Bench) -> None:
    planned = [{"action": action} for action in ("extract", "clean", "model", "plot")]
    asked = bench.ask("run_all", planned=planned)
    cancel_job_request(
        actor=actor_of(asked.created_by), job_request=asked, actions=None, now=clock.now()
    )

    bench.cycle()

    assert set(ends(asked).values()) == {("failed", "cancelled_by_user")}


def test_a_result_of_an_earlier_run_is_used_again(bench: Bench) -> None:
    bench.ask("extract")
    bench.cycle(3)

    asked = bench.ask("clean")
    bench.cycle(3)

    assert list(ends(asked)) == ["clean"]


def test_a_job_that_another_request_runs_already_is_waited_for(bench: Bench) -> None:
    bench.runner = bench.new_runner(speed=0.001)
    bench.ask("extract")
    bench.cycle()

    asked = bench.ask("clean")
    bench.cycle()

    assert ends(asked) == {"clean": ("pending", "waiting_on_dependencies")}


def test_a_request_with_nothing_to_do_succeeds_at_once(bench: Bench) -> None:
    bench.ask("run_all", sha=bench.small_sha)
    bench.cycle(3)

    asked = bench.ask("run_all", sha=bench.small_sha)
    bench.cycle()

    assert ends(asked) == {"run_all": ("succeeded", "succeeded")}


def test_a_study_that_cannot_be_run_is_one_failed_job(bench: Bench) -> None:
    asked = bench.ask("run_all", sha=bench.broken_sha)

    bench.cycle()

    assert ends(asked) == {"__error__": ("failed", "internal_error")}
    message = asked.jobs.get().detail.status_message
    assert message.startswith("Simulated: ProjectValidationError: ")


def test_a_commit_that_is_not_there_is_one_failed_job(bench: Bench) -> None:
    asked = bench.ask("run_all", sha="0" * 40)

    bench.cycle()

    assert ends(asked) == {"__error__": ("failed", "internal_error")}


def test_without_a_folder_of_repositories_each_action_runs_by_itself(bench: Bench) -> None:
    bench.runner.git_root = None
    asked = bench.ask("clean", "model")

    bench.cycle(3)

    assert ends(asked) == {
        "clean": ("succeeded", "succeeded"),
        "model": ("succeeded", "succeeded"),
    }


def test_after_a_restart_the_jobs_go_on(bench: Bench) -> None:
    asked = bench.ask("clean")
    bench.cycle(2)
    before = set(asked.jobs.values_list("identifier", flat=True))

    bench.runner = bench.new_runner()
    bench.cycle(3)

    assert set(asked.jobs.values_list("identifier", flat=True)) == before
    assert set(ends(asked).values()) == {("succeeded", "succeeded")}


def test_finished_requests_are_forgotten(bench: Bench) -> None:
    bench.ask("extract")

    bench.cycle(4)

    assert bench.runner.jobs == []


def test_two_jobs_run_at_once_and_the_others_wait(bench: Bench) -> None:
    bench.runner = bench.new_runner(speed=0.001)
    bench.runner.git_root = None
    asked = bench.ask("one", "two", "three")

    bench.cycle()

    assert ends(asked) == {
        "one": ("running", "executing"),
        "two": ("running", "executing"),
        "three": ("pending", "waiting_on_workers"),
    }


def test_an_unchanged_list_costs_a_304(bench: Bench) -> None:
    bench.ask("extract")
    listed = bench.server.job_requests()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("devrunner.client.json.load", None)  # a 304 has no body to read
        assert bench.server.job_requests() == listed


def test_the_runner_says_how_it_is(bench: Bench) -> None:
    bench.cycle()

    bench.backend.refresh_from_db()
    assert bench.backend.last_seen_at is not None
    assert bench.backend.flags == {"mode": {"v": None}, "paused": {"v": None}}
