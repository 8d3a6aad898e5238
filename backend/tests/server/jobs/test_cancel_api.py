"""Stopping jobs, and the end of a request that no runner took."""

import io
import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from gunicorn.http.errors import InvalidChunkSize

from server.audit.models import ActorKind, AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.fleet.models import Backend
from server.jobs.handlers import end_cancelled_request
from server.jobs.services import cancel_job_request
from server.outbox.management.commands.run_worker import deliver_due
from server.outbox.models import OutboxMessage
from server.people.actors import actor_of
from server.people.roles import Role
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import (
    MINUTE,
    NOON,
    give_role,
    make_backend_token,
    make_job,
    make_job_request,
    make_member,
    make_project,
)


@pytest.fixture
def run(tpp, w1, ada):
    return make_job_request(
        backend=tpp,
        workspace=w1,
        created_by=ada,
        requested_actions=["plot", "run_all"],
        planned=[{"action": "fit", "decision": "needed"}, {"action": "plot", "decision": "chosen"}],
    )


@pytest.fixture
def under_way(run):
    """`a` has finished, `b` runs, `c` waits."""
    type(run).objects.filter(pk=run.pk).update(status="running")
    for action, status in [("a", "succeeded"), ("b", "running"), ("c", "pending")]:
        make_job(run, action=action, status=status)
    return run


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def cancel(run, person, *actions):
    body = {"actions": list(actions)} if actions else {}
    return Api(person).post(f"job-requests/{run.identifier}/cancel", body)


def look_by(backend, clock, *, after_s):
    """Let the runner ask for its list."""
    clock.shift(after_s)
    token = make_backend_token(backend)
    Client().get("/api/v2/job-requests/", headers={"Authorization": token})


def seen_at(run, action):
    job = run.jobs.get(action=action)
    shown = Api().get(f"job-requests/{run.identifier}/jobs/{job.identifier}").json()
    return shown["cancel"]["seen_at"]


def counter_of(backend):
    return ChangeCounter.objects.get(topic=CounterTopic.BACKEND, object_id=backend.pk).value


# -- with jobs -----------------------------------------------------------------------------------


def test_a_cancel_names_all_that_is_unfinished(under_way, ada, tpp):
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON)
    before = counter_of(tpp)

    answer = cancel(under_way, ada)

    assert answer.status_code == 200
    shown = answer.json()
    assert shown["cancelled_actions"] == ["b", "c"]
    assert shown["status"] == "running"
    assert shown["cancel"] == {
        "requested_at": "2026-03-04T12:00:00Z",
        "requested_by": {"username": "ada", "name": "Ada Example"},
        "seen_at": None,
        "ends_at": None,
    }
    assert [job["is_cancel_requested"] for job in shown["jobs"]] == [False, True, True]
    assert shown["jobs"][1]["reason"]["code"] == "cancelling"
    assert counter_of(tpp) > before
    assert not OutboxMessage.objects.exists()


def test_of_several_jobs_of_an_action_the_one_that_goes_on_is_stopped(under_way, ada):
    make_job(under_way, action="b", status="failed", created_at=NOON + MINUTE)

    assert cancel(under_way, ada, "b").json()["cancelled_actions"] == ["b"]
    assert cancel(under_way, ada).json()["cancelled_actions"] == ["b", "c"]


def test_a_cancel_of_some_is_added_to_what_was_cancelled_before(under_way, ada):
    first = cancel(under_way, ada, "c").json()
    second = cancel(under_way, ada, "b", "c", "b").json()

    assert (first["cancelled_actions"], second["cancelled_actions"]) == (["c"], ["c", "b"])
    for shown in (first, second):
        assert shown["cancel"]["requested_at"] == "2026-03-04T12:00:00Z"
        assert shown["cancel"]["requested_by"]["username"] == "ada"


def test_no_cancel_was_seen_before_it_was_asked_for(under_way, ada, tpp, at_noon):
    cancel(under_way, ada, "c")
    look_by(tpp, at_noon, after_s=20)
    under_way.jobs.filter(action="b").update(status="succeeded")
    at_noon.shift(20)

    told = cancel(under_way, ada).json()["cancel"]

    assert (told["requested_at"], told["seen_at"]) == ("2026-03-04T12:00:40Z",) * 2


def test_a_cancel_says_when_the_runner_was_told(under_way, ada, tpp, at_noon):
    cancel(under_way, ada, "c")
    look_by(tpp, at_noon, after_s=20)

    shown = Api().get(f"job-requests/{under_way.identifier}").json()
    assert shown["cancel"]["seen_at"] == "2026-03-04T12:00:20Z"


def test_a_later_cancel_leaves_the_earlier_one_seen(under_way, ada, tpp, at_noon):
    cancel(under_way, ada, "c")
    look_by(tpp, at_noon, after_s=20)
    cancel(under_way, ada, "b")

    assert [seen_at(under_way, action) for action in "cb"] == ["2026-03-04T12:00:20Z", None]

    look_by(tpp, at_noon, after_s=20)

    assert [seen_at(under_way, action) for action in "cb"] == [
        "2026-03-04T12:00:20Z",
        "2026-03-04T12:00:40Z",
    ]


def test_cancels_that_were_first_seen_together_say_so(under_way, ada, tpp, at_noon):
    cancel(under_way, ada, "c")
    cancel(under_way, ada, "b")
    look_by(tpp, at_noon, after_s=20)

    assert [seen_at(under_way, action) for action in "cb"] == ["2026-03-04T12:00:20Z"] * 2


def test_the_cancel_of_a_whole_request_stays_seen_though_more_of_it_is_cancelled(
    under_way, ada, tpp, at_noon
):
    cancel(under_way, ada)
    look_by(tpp, at_noon, after_s=20)
    make_job(under_way, action="made_since", status="pending")

    cancelled = cancel(under_way, ada, "made_since").json()["cancel"]

    assert (cancelled["requested_at"], cancelled["seen_at"]) == (
        "2026-03-04T12:00:00Z",
        "2026-03-04T12:00:20Z",
    )
    assert seen_at(under_way, "made_since") is None


def test_a_job_says_who_stopped_it_and_not_who_stopped_another(under_way, ada, admin, at_noon):
    cancel(under_way, ada, "c")
    at_noon.shift(20)
    cancel(under_way, admin)

    def cancel_of(action):
        job = under_way.jobs.get(action=action)
        shown = Api().get(f"job-requests/{under_way.identifier}/jobs/{job.identifier}").json()
        return shown["cancel"] and (
            shown["cancel"]["requested_by"]["username"],
            shown["cancel"]["requested_at"],
        )

    assert cancel_of("a") is None
    assert cancel_of("b") == (admin.username, "2026-03-04T12:00:20Z")
    assert cancel_of("c") == ("ada", "2026-03-04T12:00:00Z")


def test_the_service_gives_back_what_it_stored(under_way, ada):
    given = cancel_job_request(actor=actor_of(ada), job_request=under_way, actions=None, now=NOON)

    under_way.refresh_from_db()
    assert (given.cancelled_actions, given.version, given.cancel_requested_by) == (
        under_way.cancelled_actions,
        under_way.version,
        under_way.cancel_requested_by,
    )


def test_a_cancel_is_on_record(under_way, ada):
    cancel(under_way, ada, "c")

    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.target_name) == (
        "job_request.cancelled",
        "ada",
        under_way.identifier,
    )
    assert (event.before, event.after) == (
        {"cancelled_actions": []},
        {"cancelled_actions": ["c"]},
    )


def test_a_cancel_that_was_sent_already_changes_nothing(under_way, ada, tpp):
    cancel(under_way, ada)
    before = counter_of(tpp)

    again = cancel(under_way, ada, "b")

    assert again.status_code == 200
    assert again.json()["cancelled_actions"] == ["b", "c"]
    assert counter_of(tpp) == before
    assert AuditEvent.objects.count() == 1


def test_a_finished_job_among_others_is_left_out(under_way, ada):
    assert cancel(under_way, ada, "a", "b").json()["cancelled_actions"] == ["b"]


def test_a_finished_job_alone_is_no_change(under_way, ada, tpp):
    before = counter_of(tpp)

    assert problem_of(cancel(under_way, ada, "a")) == (409, "already-finished")
    assert counter_of(tpp) == before


def test_a_hidden_job_cannot_be_named(under_way, ada):
    under_way.jobs.filter(action="c").update(hidden_at=NOON)

    assert pointers_of(cancel(under_way, ada, "b", "c")) == ["/actions/1"]
    assert cancel(under_way, ada).json()["cancelled_actions"] == ["b"]


@pytest.mark.parametrize("status", ["succeeded", "failed"])
def test_a_finished_request_is_not_cancelled(run, ada, status):
    type(run).objects.filter(pk=run.pk).update(status=status)
    make_job(run, action="plot", status=status)

    assert problem_of(cancel(run, ada)) == (409, "already-finished")


# -- who -----------------------------------------------------------------------------------------


def test_an_administrator_cancels_anything(under_way, admin):
    shown = cancel(under_way, admin).json()

    assert shown["cancel"]["requested_by"]["username"] == "boss"


def test_a_personal_token_cancels(under_way, ada):
    answer = Api().post(f"job-requests/{under_way.number}/cancel", {}, authorization=bearer(ada))

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "role",
    [Role.DEPLOYMENT_ADMINISTRATOR, Role.STAFF_AREA_ADMINISTRATOR],
    ids=["job_cancel", "staff"],
)
def test_who_may_cancel_everywhere_cancels_what_others_asked_for(under_way, bob, role):
    give_role(bob, role)

    shown = cancel(under_way, bob).json()

    assert shown["cancel"]["requested_by"]["username"] == "bob"


@pytest.mark.parametrize(
    ("role", "status"), [(Role.PROJECT_DEVELOPER, 200), (Role.PROJECT_COORDINATOR, 403)]
)
def test_a_role_in_the_project_decides(under_way, bob, role, status):
    make_member(under_way.workspace.project, bob, role)

    assert cancel(under_way, bob).status_code == status


def test_a_role_in_another_project_does_not_count(under_way, bob):
    make_member(make_project(), bob, Role.PROJECT_DEVELOPER)

    assert problem_of(cancel(under_way, bob)) == (403, "forbidden")


def test_who_asked_may_cancel_after_his_roles_are_gone(under_way, ada):
    ada.project_memberships.all().delete()

    assert cancel(under_way, ada).status_code == 200


def test_others_are_told_who_can(under_way, bob):
    answer = cancel(under_way, bob)

    assert problem_of(answer) == (403, "forbidden")
    assert answer.json()["permission"] == "job_cancel"
    assert "Project Developer" in answer.json()["detail"]
    under_way.refresh_from_db()
    assert under_way.cancelled_actions == []


def test_others_are_told_nothing_of_how_far_it_is(run, bob):
    type(run).objects.filter(pk=run.pk).update(status="succeeded")

    assert problem_of(cancel(run, bob)) == (403, "forbidden")


def test_a_visitor_cancels_nothing(under_way):
    assert problem_of(cancel(under_way, None)) == (401, "not-signed-in")


def test_an_unknown_request_is_not_found(ada, db):
    assert problem_of(Api(ada).post("job-requests/moon/cancel", {})) == (404, "not-found")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"actions": []}, "/actions"),
        ({"actions": ["b", "moon"]}, "/actions/1"),
        ({"actions": "b"}, "/actions"),
        ({"actions": [{}]}, "/actions/0"),
        ({"actions": ["a\0"]}, "/actions/0"),
        ({"action": "b"}, "/action"),
    ],
)
def test_what_cannot_be_stopped_is_pointed_at(under_way, ada, body, pointer):
    answer = Api(ada).post(f"job-requests/{under_way.identifier}/cancel", body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    under_way.refresh_from_db()
    assert under_way.cancelled_actions == []


# -- before any runner took it -------------------------------------------------------------------


def test_a_request_that_nobody_took_names_what_was_asked_for_and_what_was_planned(run, ada):
    shown = cancel(run, ada).json()

    assert shown["cancelled_actions"] == ["plot", "run_all", "fit"]
    assert (shown["status"], shown["display_status"]) == ("pending", "waiting")
    assert shown["cancel"]["ends_at"] == "2026-03-04T12:15:00Z"
    assert shown["reason"]["code"] == "cancelling"


def test_it_ends_when_the_grace_is_over_and_not_before(run, ada, at_noon, tpp):
    cancel(run, ada)
    before = counter_of(tpp)

    at_noon.move_to(NOON + timedelta(minutes=14, seconds=59))
    assert deliver_due() == 0
    at_noon.move_to(NOON + timedelta(minutes=15))
    assert deliver_due() == 2  # the end, and the news of it

    run.refresh_from_db()
    assert (run.status, run.completed_at) == ("cancelled", NOON + timedelta(minutes=15))
    assert counter_of(tpp) > before
    event = AuditEvent.objects.get(verb="job_request.ended")
    assert event.actor_kind == ActorKind.SYSTEM
    shown = Api().get(f"job-requests/{run.identifier}").json()
    assert (shown["display_status"], shown["summary"]) == (
        "cancelled",
        f"Cancelled before {tpp.name} fetched it.",
    )
    assert problem_of(cancel(run, ada)) == (409, "already-finished")


def test_it_does_not_end_when_a_runner_took_it_meanwhile(run, ada, at_noon):
    cancel(run, ada)
    make_job(run, action="plot", status="running")

    at_noon.move_to(NOON + 15 * MINUTE)
    deliver_due()

    run.refresh_from_db()
    assert run.status == "pending"


def test_it_ends_where_all_its_jobs_are_hidden(run, ada, at_noon):
    cancel(run, ada)
    make_job(run, action="plot", status="running", hidden_at=NOON)

    at_noon.move_to(NOON + 15 * MINUTE)
    deliver_due()

    run.refresh_from_db()
    assert run.status == "cancelled"


def test_the_end_comes_once_however_often_it_is_said(run, ada, tpp):
    cancel(run, ada)
    end_cancelled_request({"job_request_id": run.pk}, "k")
    before = counter_of(tpp)

    end_cancelled_request({"job_request_id": run.pk}, "k")

    assert counter_of(tpp) == before
    assert AuditEvent.objects.filter(verb="job_request.ended").count() == 1


def test_a_part_of_it_can_be_cancelled_and_the_rest_goes_on(run, ada, at_noon):
    shown = cancel(run, ada, "fit").json()

    assert shown["cancelled_actions"] == ["fit"]
    assert shown["cancel"]["ends_at"] is None
    assert not OutboxMessage.objects.exists()


def test_parts_that_make_up_the_whole_end_it_too(run, ada, at_noon):
    cancel(run, ada, "plot")
    shown = cancel(run, ada, "run_all").json()
    assert shown["cancelled_actions"] == ["plot", "run_all", "fit"]

    at_noon.move_to(NOON + 15 * MINUTE)
    deliver_due()

    run.refresh_from_db()
    assert run.status == "cancelled"


def test_cancelling_twice_does_not_put_off_the_end(run, ada, at_noon):
    cancel(run, ada)
    at_noon.move_to(NOON + 10 * MINUTE)
    cancel(run, ada)

    assert OutboxMessage.objects.get().not_before == NOON + 15 * MINUTE


def test_a_body_in_chunks_stops_what_it_names_and_not_the_whole_run(under_way, ada):
    answer = Api(ada).client.generic(
        "POST",
        f"/api/v3/job-requests/{under_way.identifier}/cancel",
        **{
            "CONTENT_TYPE": "application/json",
            "HTTP_TRANSFER_ENCODING": "chunked",
            "wsgi.input": io.BytesIO(json.dumps({"actions": ["c"]}).encode()),
            "wsgi.input_terminated": True,
        },
    )

    assert answer.status_code == 200
    assert answer.json()["cancelled_actions"] == ["c"]


def test_a_body_in_chunks_is_bounded_too(under_way, ada):
    answer = Api(ada).client.generic(
        "POST",
        f"/api/v3/job-requests/{under_way.identifier}/cancel",
        **{
            "CONTENT_TYPE": "application/json",
            "HTTP_TRANSFER_ENCODING": "chunked",
            "wsgi.input": io.BytesIO(b" " * 50_000_000),
            "wsgi.input_terminated": True,
        },
    )

    assert problem_of(answer) == (413, "body-too-large")


class _BrokenChunks(io.RawIOBase):
    def read(self, size=-1):
        raise InvalidChunkSize(b"ZZ")


def test_a_body_in_broken_chunks_is_refused_and_stops_nothing(under_way, ada):
    answer = Api(ada).client.generic(
        "POST",
        f"/api/v3/job-requests/{under_way.identifier}/cancel",
        **{
            "CONTENT_TYPE": "application/json",
            "HTTP_TRANSFER_ENCODING": "chunked",
            "wsgi.input": _BrokenChunks(),
            "wsgi.input_terminated": True,
        },
    )

    assert problem_of(answer) == (400, "malformed-request")
    under_way.refresh_from_db()
    assert under_way.cancelled_actions == []
