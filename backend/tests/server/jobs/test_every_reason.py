"""Each reason is reached by what a runner or a person does, and read from the API."""

import json
from datetime import timedelta

import pytest
import time_machine
from structlog.testing import capture_logs

from server.fleet.models import Backend
from server.jobs.reason_codes import AFTER_FAILURE, WHILE_PENDING, WHILE_RUNNING, ReasonCode
from server.people.roles import Role
from tests.api import Api
from tests.contract.runner.wire import Runner, job
from tests.recipes import NOON, give_role, make_backend_token, make_job_request, user

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
            {
                "action": "fit",
                "decision": "needed",
                "because": "",
                "needs": [],
                "is_database_action": True,
            },
            {"action": "plot", "decision": "chosen", "because": "", "needs": ["fit"]},
        ],
        project_definition="actions:\n  fit:\n  plot:\n    needs: [fit]\n",
    )


def report(runner, asked, **fields):
    values = {"action": "plot", "updated_at": LATER} | fields
    sent = job(job_request_id=asked.identifier, **values)
    assert runner.push(sent).status_code == 200


def reason_of(asked):
    """Of the job that is listed no longer, or the one that there is, else of the request."""
    if gone := asked.jobs.unlisted().first():
        return Api().get(f"jobs/{gone.identifier}").json()["reason"]
    shown = Api().get(f"job-requests/{asked.identifier}").json()
    return shown["jobs"][-1]["reason"] if shown["jobs"] else shown["reason"]


def say(status, status_code="", message="", **fields):
    """A step in which the runner reports the job so."""
    sent = {"status": status, "status_code": status_code, "status_message": message} | fields
    return lambda runner, asked: report(runner, asked, **sent)


def nothing_has_happened(runner, asked):
    runner.listed()


def contact_since(runner, asked):
    with time_machine.travel(NOON + timedelta(minutes=1)):
        runner.listed()


def contact_for_minutes(runner, asked):
    for minute in range(0, 12, 4):
        with time_machine.travel(NOON + timedelta(minutes=minute)):
            assert [each["identifier"] for each in runner.listed()] == [asked.identifier]


def no_contact_ever(runner, asked):
    pass


def silence(runner, asked):
    report(runner, asked, status="running", status_code="executing", started_at=LATER)
    Backend.everywhere.update(last_seen_at=NOON - timedelta(hours=1))


def switch(is_active, version=1):
    staff = user.make()
    give_role(staff, Role.STAFF_AREA_ADMINISTRATOR)
    body = {"is_active": is_active}
    answer = Api(staff).patch("backends/tpp", body, if_match=f'"v{version}"')
    assert answer.status_code == 200, answer.content


def switched_off(runner, asked):
    report(runner, asked, status="running", status_code="executing", started_at=LATER)
    switch(False)
    assert runner.get("job-requests/").status_code == 403


def cancel(runner, asked):
    report(runner, asked, status="running", status_code="executing", started_at=LATER)
    answer = Api(asked.created_by).post(f"job-requests/{asked.identifier}/cancel", {})
    assert answer.status_code == 200


def rebuilt(runner, asked):
    report(runner, asked, identifier="before", status="running", started_at=LATER)
    report(runner, asked, identifier="after", status="running", started_at=LATER)


REACHED = {
    ReasonCode.NOT_PICKED_UP: nothing_has_happened,
    ReasonCode.NO_JOBS_YET: contact_since,
    ReasonCode.PASSED_OVER: contact_for_minutes,
    ReasonCode.NEVER_HEARD: no_contact_ever,
    ReasonCode.BACKEND_SWITCHED_OFF: switched_off,
    ReasonCode.NO_CONTACT: silence,
    ReasonCode.CANCELLING: cancel,
    ReasonCode.NOTHING_TO_DO: say(
        "succeeded", "succeeded", "All actions have already completed successfully", **ENDED
    ),
    ReasonCode.PENDING: say("pending"),
    ReasonCode.RUNNING: say("running", started_at=LATER),
    ReasonCode.FAILED: say("failed", **ENDED),
    ReasonCode.REQUEST_ERROR: say(
        "failed", "internal_error", "no such action: fit", action="__error__", **ENDED
    ),
    ReasonCode.UNLISTED: rebuilt,
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


def shown_of(asked):
    return Api().get(f"job-requests/{asked.identifier}").json()


def test_switched_off_holds_a_request_with_jobs_and_is_over_when_switched_on(runner, asked):
    switched_off(runner, asked)
    shown = shown_of(asked)
    (job,) = shown["jobs"]

    assert shown["reason"] == job["reason"] == row_of(asked)["reason"]
    assert shown["reason"]["since"] == LATER
    assert shown["contact"] == "silent"
    assert "TPP was switched off here" in shown["reason"]["text"]

    switch(True, version=2)
    assert shown_of(asked)["contact"] == "heard"
    assert reason_of(asked)["code"] == "executing"


@pytest.mark.parametrize("step", [no_contact_ever, nothing_has_happened, contact_for_minutes])
def test_switched_off_holds_a_request_without_jobs(runner, asked, step):
    step(runner, asked)
    switch(False)

    found = reason_of(asked)

    assert (found["code"], found["who_can_act"]) == ("backend_switched_off", "service")
    assert found["text"].endswith("has made no jobs of this request.")


def test_switched_off_holds_what_is_to_be_stopped(runner, asked):
    cancel(runner, asked)
    switch(False)

    shown = shown_of(asked)

    assert shown["reason"]["code"] == shown["jobs"][0]["reason"]["code"] == "backend_switched_off"
    assert "learns of the cancel" in shown["reason"]["what_next"]
    assert "learns of the cancel" in shown["jobs"][0]["reason"]["what_next"]


def test_switched_off_says_nothing_of_what_has_ended(runner, asked):
    say("failed", "nonzero_exit", **ENDED)(runner, asked)
    switch(False)

    assert reason_of(asked)["code"] == "nonzero_exit"


PAUSED = {"paused": {"v": "true", "ts": LATER}}
MAINTENANCE = {"mode": {"v": "db-maintenance", "ts": LATER}}


def by_flags(flags):
    """A step in which the runner says so with its poll."""
    return lambda runner, petra: runner.get("job-requests/", Flags=json.dumps(flags))


def by_announcement(runner, petra):
    runner.listed()
    body = {"maintenance": {"note": "Rebuild"}}
    answer = Api(petra).patch("backends/tpp", body, if_match='"v1"')
    assert answer.status_code == 200, answer.content


@pytest.fixture
def petra(db):
    person = user.make(username="petra")
    give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


HOLDING = pytest.mark.parametrize(
    ("say_so", "code"),
    [
        (by_flags(PAUSED), "backend_paused"),
        (by_flags(MAINTENANCE), "database_maintenance"),
        (by_announcement, "database_maintenance"),
    ],
    ids=["paused by Flags", "maintained by Flags", "maintained by announcement"],
)


@HOLDING
@pytest.mark.parametrize("said", ["", "created", "waiting_on_workers"])
def test_what_the_server_knows_of_the_backend_holds_a_job(runner, asked, petra, say_so, code, said):
    report(runner, asked, action="fit", status="pending", status_code=said)
    say_so(runner, petra)

    found = reason_of(asked)

    assert (found["code"], found["who_can_act"]) == (code, "operators")
    assert found["since"] == LATER
    assert "by itself" not in found["what_next"]


@HOLDING
def test_what_the_server_knows_of_the_backend_holds_a_request(runner, asked, petra, say_so, code):
    say_so(runner, petra)

    found = reason_of(asked)

    assert (found["code"], found["who_can_act"]) == (code, "operators")
    assert found["since"] == LATER


def test_maintenance_holds_no_job_that_leaves_the_database_alone(runner, asked, petra):
    report(runner, asked, action="plot", status="pending", status_code="created")
    by_announcement(runner, petra)

    assert reason_of(asked)["code"] == "created"


@pytest.mark.parametrize(
    ("step", "is_stale"),
    [(nothing_has_happened, False), (contact_since, False), (contact_for_minutes, True)],
)
def test_a_request_that_was_passed_over_is_stale(runner, asked, step, is_stale):
    step(runner, asked)

    shown = Api().get(f"job-requests/{asked.identifier}").json()

    assert shown["is_stale"] is is_stale


def test_a_refused_request_says_what_its_error_says(runner, asked):
    REACHED[ReasonCode.REQUEST_ERROR](runner, asked)

    shown = Api().get(f"job-requests/{asked.identifier}").json()
    (job,) = shown["jobs"]
    of_job = Api().get(f"jobs/{job['identifier']}").json()["job_request"]["reason"]

    assert shown["reason"] == job["reason"] == of_job
    assert shown["reason"]["code"] == "request_error"
    assert shown["reason"]["about"]["line"] == 2


def row_of(asked):
    [row] = Api().get("job-requests").json()["results"]
    assert row["identifier"] == asked.identifier
    return row


def test_a_refused_request_says_the_same_in_a_list_but_for_the_line(runner, asked):
    REACHED[ReasonCode.REQUEST_ERROR](runner, asked)
    shown = Api().get(f"job-requests/{asked.identifier}").json()["reason"]

    reason = row_of(asked)["reason"]

    assert reason["text"] == "TPP could not make jobs of this request: no such action: fit."
    assert reason == shown | {"about": shown["about"] | {"line": None}}


def test_a_list_quotes_the_beginning_of_a_long_refusal(runner, asked):
    words = f"ProjectError: {'word ' * 60}\nand more"
    say("failed", "internal_error", words, action="__error__", **ENDED)(runner, asked)

    text = row_of(asked)["reason"]["text"]

    assert text.startswith("TPP could not make jobs of this request: ProjectError: word word")
    assert text.endswith("word….")
    assert len(text) < 220


def test_a_refusal_that_was_taken_back_is_not_in_the_list(runner, asked):
    REACHED[ReasonCode.REQUEST_ERROR](runner, asked)
    report(runner, asked, identifier="anew", status="failed", updated_at=None, **ENDED)

    assert row_of(asked)["reason"]["code"] == "failed"


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
