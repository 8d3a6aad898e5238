"""Two web servers and two workers on one PostgreSQL database, as on several machines."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection

from bench.receivers import Receivers
from integrations import git
from server.core import clock
from server.fleet.models import CallCount
from server.notify.models import WebhookKind
from server.notify.webhooks import create_webhook
from server.outbox.models import OutboxMessage
from server.people.actors import actor_of
from server.people.models import RunMail
from server.projects.models import Workspace
from tests.api import bearer
from tests.contract.runner.wire import succeeded
from tests.fakes.bare_repos import BareRepos
from tests.fakes.smtp_server import SmtpServer, running_smtp
from tests.production import Answer, Production, production, worker
from tests.recipes import make_backend_token

pytestmark = [
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="several machines share PostgreSQL; SQLite is for one",
    ),
    pytest.mark.django_db(transaction=True),
]

RUNS = 24
POLLS_AT_ONCE = 25
POLL = "/api/v2/job-requests/"
ACTION = """\
  step_{number}:
    run: python:v2 python analysis/step.py {number}
    outputs:
      moderately_sensitive:
        text: output/{number}.txt
"""
PROJECT_YAML = "version: '4'\nactions:\n" + "".join(
    ACTION.format(number=number) for number in range(RUNS)
)
_TOLD_WITHIN_S = 60


@dataclass
class Callers:
    """A runner and a researcher, who count what they ask; both servers are theirs."""

    token: str
    bearer: str
    polls: int = 0
    reports: int = 0

    def poll(self, server: Production, tag: str = "") -> Answer:
        """The runner asks what there is to do; `tag` is what it knows."""
        self.polls += 1
        known = {"If_None_Match": tag} if tag else {}
        return server.call("GET", POLL, Authorization=self.token, **known)

    def report(self, server: Production, *, run: str, number: int) -> None:
        """The runner says that the only job of a run has succeeded."""
        self.reports += 1
        job = succeeded(f"job-{number}", job_request_id=run, action=f"step_{number}")
        answer = server.call("POST", "/api/v2/jobs/", [job], Authorization=self.token)
        assert answer.status == 200, answer.body

    def ask_for(self, server: Production, *, number: int) -> str:
        """The researcher asks for a run; returns its identifier."""
        wanted = {"backend": "tpp", "actions": [f"step_{number}"], "will_notify": True}
        path = "/api/v3/workspaces/w1/job-requests"
        answer = server.call("POST", path, wanted, Authorization=self.bearer)
        assert answer.status == 201, answer.body
        return str(answer.json["identifier"])

    def status_of(self, server: Production, run: str) -> str:
        """How the researcher sees it."""
        path = f"/api/v3/job-requests/{run}"
        return str(server.call("GET", path, Authorization=self.bearer).json["status"])


@pytest.fixture
def callers(ada, tpp, w1) -> Callers:
    ada.run_mail = RunMail.BOTH
    ada.save()
    return Callers(make_backend_token(tpp), bearer(ada))


@pytest.fixture
def mail() -> Iterator[SmtpServer]:
    with running_smtp() as smtp:
        yield smtp


@pytest.fixture
def receivers(ada, project) -> Iterator[Receivers]:
    """Where the webhooks of the project lead."""
    with Receivers() as receivers:
        for kind in WebhookKind:
            create_webhook(
                actor=actor_of(ada),
                project=project,
                name=kind,
                kind=kind,
                url=f"http://127.0.0.1:{receivers.web_port}/{kind}",
                now=clock.now(),
            )
        yield receivers


@pytest.fixture
def study(w1: Workspace, tmp_path: Path) -> Path:
    """The repository of the workspace, in a folder."""
    repos = BareRepos(tmp_path / "repos")
    repo = repos.add_repo(str(git.parse_repo_url(w1.repo.url)))
    repos.add_commit(repo, files={"project.yaml": PROJECT_YAML})
    return repos.root


def test_both_servers_are_one_service_and_both_workers_tell_each_notice_once(
    callers, study, mail, receivers, tmp_path
):
    shared = {
        "GIT_LOCAL_ROOT": str(study),
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(mail.port),
        "EMAIL_USE_TLS": "0",
        "WEBHOOK_NETWORKS": "127.0.0.0/8",
    }

    def folder(name: str) -> Path:
        made = tmp_path / name
        made.mkdir()
        return made

    with ExitStack() as stack:
        servers = [
            stack.enter_context(production(folder(f"server {name}"), **shared)) for name in "ab"
        ]
        for name in "ab":
            sender = {"DEFAULT_FROM_EMAIL": f"{name}@example.org"}
            stack.enter_context(worker(folder(f"worker {name}"), **shared, **sender))
        runs = ask_on_one_and_see_on_the_other(callers, servers)
        poll_both_at_once(callers, servers)
        finish_on_one_and_see_on_the_other(callers, servers, runs)
        wait_until(lambda: len(receivers.arrived) == 2 and not unfinished_messages())

    identities = Counter(message["Message-ID"] for message in mail.messages)
    assert set(identities.values()) == {1}
    assert len(identities) == 2 * RUNS  # of each job and of each run
    for kind, keys in receivers.arrived.items():
        assert (len(keys), keys.total()) == (RUNS, RUNS), kind
    assert {message["From"] for message in mail.messages} == {"a@example.org", "b@example.org"}
    assert dict(CallCount.objects.values_list("endpoint", "calls")) == {
        "job-requests": callers.polls,
        "jobs": callers.reports,
    }


def ask_on_one_and_see_on_the_other(callers: Callers, servers: list[Production]) -> list[str]:
    """A tag of one server holds on the other, until a run is asked for on either."""
    one, other = servers
    tag = callers.poll(one).headers["ETag"]
    runs: list[str] = []
    for number in range(RUNS):
        assert callers.poll(other, tag).status == 304
        runs.append(callers.ask_for(one, number=number))
        polled = callers.poll(other, tag)
        assert polled.status == 200
        assert [each["identifier"] for each in polled.json["results"]] == runs[::-1]
        assert callers.status_of(other, runs[-1]) == "pending"
        tag = polled.headers["ETag"]
        one, other = other, one
    return runs


def poll_both_at_once(callers: Callers, servers: list[Production]) -> None:
    """With a tag and without: both write the same rows of last contact and of counts."""

    def poll(server: Production) -> None:
        for _ in range(POLLS_AT_ONCE):
            answer = server.call("GET", POLL, Authorization=callers.token)
            assert answer.status == 200

    threads = [Thread(target=poll, args=[server]) for server in servers * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    callers.polls += POLLS_AT_ONCE * len(threads)


def finish_on_one_and_see_on_the_other(
    callers: Callers, servers: list[Production], runs: list[str]
) -> None:
    one, other = servers
    for number, run in enumerate(runs):
        tag = callers.poll(other).headers["ETag"]
        callers.report(one, run=run, number=number)
        polled = callers.poll(other, tag)
        assert polled.status == 200
        assert run not in [each["identifier"] for each in polled.json["results"]]
        assert callers.status_of(other, run) == "succeeded"
        one, other = other, one


def unfinished_messages() -> bool:
    return OutboxMessage.objects.filter(done_at=None).exists()


def wait_until(is_so: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + _TOLD_WITHIN_S
    while not is_so():
        assert time.monotonic() < ends_at, list(OutboxMessage.objects.filter(done_at=None).values())
        time.sleep(0.1)
