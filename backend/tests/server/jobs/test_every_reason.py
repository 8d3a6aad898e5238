"""Each reason is reached by what a runner or a person does, and read from the API."""

from datetime import timedelta

import pytest
import time_machine
from structlog.testing import capture_logs

from server.fleet.models import Backend
from server.jobs.models import JobRequest
from server.jobs.reason_codes import AFTER_FAILURE, WHILE_PENDING, WHILE_RUNNING, ReasonCode
from tests.api import Api
from tests.contract.runner.wire import Runner, job
from tests.recipes import NOON, make_backend_token, make_job_request

LATER = "2026-03-04T12:00:00Z"
ENDED = {"started_at": LATER, "completed_at": LATER}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def runner(tpp):
    return Runner(make_backend_token(tpp))


@pytest.fixture
def asked(tpp, w1, ada):
    return make_job_request(
        backend=tpp,
        workspace=w1,
        created_by=ada,
        requested_actions=["plot"],
        planned=[
            {"action": "fit", "decision": "needed", "because": "", "needs": []},
            {"action": "plot", "decision": "chosen", "because": "", "needs": ["fit"]},
        ],
        project_definition="actions:\n  fit:\n  plot:\n    needs: [fit]\n",
    )


def report(runner, asked, **fields):
    values = {"action": "plot", "updated_at": LATER} | fields
    sent = job(job_request_id=asked.identifier, **values)
    assert runner.push(sent).status_code == 200


def reason_of(asked):
    """Of the one job, where there is one, else of the request."""
    shown = Api().get(f"job-requests/{asked.identifier}").json()
    return shown["jobs"][-1]["reason"] if shown["jobs"] else shown["reason"]


def say(status, status_code="", message="", **fields):
    """A step in which the runner reports the job so."""
    sent = {"status": status, "status_code": status_code, "status_message": message} | fields
    return lambda runner, asked: report(runner, asked, **sent)


def nothing_has_happened(runner, asked):
    runner.listed()


def silence(runner, asked):
    report(runner, asked, status="running", status_code="executing", started_at=LATER)
    Backend.everywhere.update(last_seen_at=NOON - timedelta(hours=1))


def cancel(runner, asked):
    report(runner, asked, status="running", status_code="executing", started_at=LATER)
    answer = Api(asked.created_by).post(f"job-requests/{asked.identifier}/cancel", {})
    assert answer.status_code == 200


def nothing_to_do(runner, asked):
    JobRequest.objects.filter(pk=asked.pk).update(status="nothing_to_do")


REACHED = {
    ReasonCode.NOT_PICKED_UP: nothing_has_happened,
    ReasonCode.NO_CONTACT: silence,
    ReasonCode.CANCELLING: cancel,
    ReasonCode.NOTHING_TO_DO: nothing_to_do,
    ReasonCode.PENDING: say("pending"),
    ReasonCode.RUNNING: say("running", started_at=LATER),
    ReasonCode.FAILED: say("failed", **ENDED),
    ReasonCode.REQUEST_ERROR: say(
        "failed", "internal_error", "no such action: fit", action="__error__", **ENDED
    ),
    ReasonCode.UNKNOWN_STATUS: say("weird"),
    **{code: say("pending", word) for word, code in WHILE_PENDING.items()},
    **{code: say("running", word, started_at=LATER) for word, code in WHILE_RUNNING.items()},
    **{code: say("failed", word, **ENDED) for word, code in AFTER_FAILURE.items()},
}


def test_there_is_a_way_to_every_reason():
    assert set(REACHED) == set(ReasonCode)


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_is_reached(code, runner, asked):
    REACHED[code](runner, asked)

    found = reason_of(asked)

    assert found["code"] == code
    assert found["text"].endswith(".")
    assert found["what_next"].endswith(".")
    assert found["since"] is not None
    assert found["about"]["names"]


def test_since_is_when_the_runner_first_said_so(runner, asked):
    said = ["created", "waiting_on_workers", "waiting_on_workers"]
    for minute, status_code in enumerate(said, start=1):
        with time_machine.travel(NOON + timedelta(minutes=minute), tick=False):
            report(
                runner,
                asked,
                status_code=status_code,
                status_message=f"minute {minute}",
                updated_at=f"2026-03-04T12:0{minute}:00Z",
            )

    with time_machine.travel(NOON + timedelta(minutes=3), tick=False):
        assert reason_of(asked)["since"] == "2026-03-04T12:02:00Z"


def test_requests_before_it_are_counted(runner, asked, tpp, w1, ada):
    last = make_job_request(backend=tpp, workspace=w1, created_by=ada)
    runner.listed()

    assert reason_of(last)["text"] == ("TPP has not fetched this request yet: 1 request before it.")
    assert reason_of(last)["requests_before"] == 1
    assert reason_of(asked)["requests_before"] == 0


def test_a_waiting_job_names_the_actions_that_it_waits_for(runner, asked):
    fit = job("f", job_request_id=asked.identifier, action="fit", updated_at=LATER)
    plot = fit | {"identifier": "p", "action": "plot", "status_code": "waiting_on_dependencies"}
    runner.push(fit, plot)

    found = reason_of(asked)

    assert found["about"] == {"kind": "actions", "names": ["fit"], "line": None}
    assert found["who_can_act"] == "nobody"


def test_a_refused_request_names_the_line(runner, asked):
    REACHED[ReasonCode.REQUEST_ERROR](runner, asked)

    assert reason_of(asked)["about"] == {
        "kind": "project_yaml",
        "names": ["project.yaml"],
        "line": 2,
    }


@pytest.mark.parametrize("words", [("weird", ""), ("pending", "in_2027"), ("failed", "executing")])
def test_words_that_nobody_knows_wake_somebody_once(runner, asked, words):
    def alarms():
        with capture_logs() as logs:
            say(*words)(runner, asked)
        return [line for line in logs if line["log_level"] == "error"]

    first, again = alarms(), alarms()

    (alarm,) = first
    assert alarm["event"] == "unknown_status_reported"
    assert alarm["words"] == [" ".join(words)]
    assert again == []
