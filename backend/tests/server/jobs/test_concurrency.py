"""Two people, or one with two clicks, in the same moment."""

import pytest
from django.db import connection

import pipelines
from server.core.models import IdempotentAnswer
from server.jobs.models import JobRequest
from server.jobs.services import cancel_job_request
from server.people.actors import actor_of
from tests.api import Api
from tests.at_once import at_once
from tests.contract.runner.wire import Runner, job
from tests.recipes import NOON, make_backend_token, make_job, make_job_request

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("clicks", [2, 5])
def test_clicks_at_once_are_one_run(study, tpp, ada, clicks):
    callers = [Api(ada) for _ in range(clicks)]
    body = {"backend": "tpp", "actions": ["plot"]}

    answers = at_once(
        *[
            lambda caller=caller: caller.post(
                "workspaces/w1/job-requests", body, idempotency_key="k1"
            )
            for caller in callers
        ]
    )

    assert [answer.status_code for answer in answers] == [201] * clicks
    assert len({answer.json()["identifier"] for answer in answers}) == 1
    assert JobRequest.objects.count() == 1
    assert IdempotentAnswer.objects.count() == 1


def test_runs_asked_for_at_once_are_no_more_than_a_person_may_have(study, tpp, ada, settings):
    settings.MAX_UNFINISHED_REQUESTS = 1
    callers = [Api(ada) for _ in range(4)]

    answers = at_once(
        *[
            lambda caller=caller, action=action: caller.post(
                "workspaces/w1/job-requests", {"backend": "tpp", "actions": [action]}
            )
            for caller, action in zip(callers, ["make_cohort", "fit", "plot", "check"], strict=True)
        ]
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert JobRequest.objects.count() == 1


def test_a_study_is_read_before_the_cancel_locks_anything(tpp, w1, ada, monkeypatch):
    run = make_job_request(backend=tpp, workspace=w1, created_by=ada, requested_actions=["plot"])
    check, was_locking = pipelines.check, []

    def watched(text):
        was_locking.append(connection.in_atomic_block)
        return check(text)

    monkeypatch.setattr(pipelines, "check", watched)
    cancel_job_request(actor=actor_of(ada), job_request=run, actions=None, now=NOON)

    assert was_locking == [False]


def test_a_report_that_comes_while_a_cancel_reads_is_what_counts(tpp, w1, ada, monkeypatch):
    run = make_job_request(backend=tpp, workspace=w1, created_by=ada, requested_actions=["plot"])
    check = pipelines.check

    def overtaken(text):
        monkeypatch.setattr(pipelines, "check", check)
        Runner(make_backend_token(tpp)).push(job("j", job_request_id=run.identifier, action="fit"))
        return check(text)

    monkeypatch.setattr(pipelines, "check", overtaken)
    cancelled = cancel_job_request(actor=actor_of(ada), job_request=run, actions=None, now=NOON)

    assert cancelled.cancelled_actions == ["fit"]


def test_cancels_at_once_lose_no_name(tpp, w1, ada):
    run = make_job_request(backend=tpp, workspace=w1, created_by=ada, status="running")
    names = [f"action_{number}" for number in range(6)]
    for name in names:
        make_job(run, action=name, status="running")
    actor = actor_of(ada)

    at_once(
        *[
            lambda name=name: cancel_job_request(
                actor=actor, job_request=run, actions=[name], now=NOON
            )
            for name in names
        ]
    )

    run.refresh_from_db()
    assert sorted(run.cancelled_actions) == names
    assert run.version == 1 + len(names)
