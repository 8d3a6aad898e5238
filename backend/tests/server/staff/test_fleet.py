"""The fleet at a glance, and what its operators do to it."""

from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import AuditEvent
from server.core.tokens import TokenKind, new_token, prefix_of
from server.core.versions import versions
from server.fleet import contact
from server.fleet.contact import REFUSED_KEPT, Call, note_refusal
from server.fleet.models import Backend, CallCount, CallHour, RefusedCall
from server.fleet.services import authenticate
from server.jobs.models import JobRequest
from server.people.roles import Role
from server.runner_api import calls
from tests.api import Api, pointers_of, problem_of
from tests.recipes import (
    NOON,
    give_role,
    make_backend,
    make_backend_token,
    make_job,
    make_job_request,
    user,
)


@pytest.fixture
def petra(db):
    person = user.make(username="petra")
    give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(contact, "_tally", contact.CallTally())
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def fleet_of(petra, slug="tpp"):
    rows = Api(petra).get("fleet").json()["results"]
    return next(row for row in rows if row["slug"] == slug)


def call_as_runner(client, secret, *, body=None):
    headers = {"Authorization": secret, "User-Agent": "runner/7"}
    if body is None:
        return client.get("/api/v2/job-requests/", headers=headers)
    return client.post("/api/v2/jobs/", body, content_type="application/json", headers=headers)


def test_it_says_who_called_last_and_from_where(petra, tpp, client):
    call_as_runner(client, make_backend_token(tpp))

    row = fleet_of(petra)

    assert (row["last_client"], row["last_address"]) == ("runner/7", "127.0.0.1")
    assert row["contact"] == "heard"


def test_refused_reports_are_kept_with_path_and_reason_and_no_secret(petra, tpp, client):
    secret = make_backend_token(tpp)

    call_as_runner(client, secret, body=[{}, {"job_request_id": "geheim"}])

    row = fleet_of(petra)
    (refused,) = row["refused"]
    assert (refused["path"], refused["status"]) == ("POST /api/v2/jobs/", 400)
    assert "This field is required." in refused["reason"]
    assert "geheim" not in str(row)
    assert secret not in str(row)
    assert [(each["calls"], each["failures"]) for each in row["calls"]] == [(1, 1)]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"created_at": NOON - timedelta(days=1), "expires_at": NOON},
            'Token "runner 1" ({}…): ended on 2026-03-04 12:00 UTC',
        ),
        ({"revoked_at": NOON}, 'Token "runner 1" ({}…): revoked on 2026-03-04 12:00 UTC'),
    ],
    ids=["ended", "revoked"],
)
def test_a_token_that_was_ours_and_is_refused_is_named_without_its_secret(
    petra, tpp, client, fields, reason
):
    secret = make_backend_token(tpp, name="runner 1", **fields)

    call_as_runner(client, secret, body=[])

    row = fleet_of(petra)
    (refused,) = row["refused"]
    assert refused["reason"] == reason.format(prefix_of(secret))
    assert (refused["path"], refused["status"]) == ("POST /api/v2/jobs/", 403)
    assert secret not in str(row)
    assert row["contact"] == "never"


def test_a_token_of_a_backend_that_is_switched_off_is_named(petra, tpp, client):
    secret = make_backend_token(tpp, name="runner 1")
    Backend.everywhere.filter(pk=tpp.pk).update(is_active=False)

    call_as_runner(client, secret)

    (refused,) = fleet_of(petra)["refused"]
    assert refused["reason"].endswith(": its backend was switched off")


def test_a_token_that_nobody_knows_is_kept_nowhere(tpp, client, caplog):
    call_as_runner(client, new_token(TokenKind.BACKEND))
    call_as_runner(client, "x")

    assert not RefusedCall.objects.exists()
    assert "refused_token_not_noted" not in caplog.text


def test_a_refused_token_that_is_sent_on_keeps_one_line_written_once_a_minute(
    tpp, client, at_noon, django_assert_num_queries
):
    secret = make_backend_token(tpp, revoked_at=NOON)
    call_as_runner(client, secret, body=[])

    for seconds, at in [(59, NOON), (60, NOON + timedelta(seconds=60))]:
        at_noon.move_to(NOON + timedelta(seconds=seconds))
        call_as_runner(client, secret)

        assert RefusedCall.objects.get().at == at
    assert RefusedCall.objects.get().path == "GET /api/v2/job-requests/"
    # The poll asks for its caller twice: before all else of the service, and in the view.
    with django_assert_num_queries(4) as asked:
        call_as_runner(client, secret)
    assert all(each["sql"].lstrip().startswith("SELECT") for each in asked)


def test_a_runner_is_refused_also_where_that_cannot_be_kept(tpp, client, monkeypatch):
    def fail(**_):
        raise OperationalError

    monkeypatch.setattr(calls, "note_refused_token", fail)

    answer = call_as_runner(client, make_backend_token(tpp, revoked_at=NOON))

    assert (answer.status_code, answer.json()) == (403, {"detail": "Invalid token"})


def test_a_token_in_the_path_or_the_answer_of_a_refused_call_is_cut(tpp):
    secret = make_backend_token(tpp)
    caller = authenticate(secret=secret, now=NOON)
    call = Call(endpoint="jobs", status=404)

    note_refusal(caller=caller, call=call, path=f"GET /{secret}/", reason=f"No {secret}.", now=NOON)

    kept = RefusedCall.objects.get()
    assert (kept.path, kept.reason) == ("GET /[cut]/", "No [cut].")


def test_of_refused_calls_the_newest_are_kept(tpp):
    caller = authenticate(secret=make_backend_token(tpp), now=NOON)

    for number in range(REFUSED_KEPT + 5):
        now = NOON + timedelta(seconds=number)
        call = Call(endpoint="jobs", status=400)
        note_refusal(caller=caller, call=call, path="POST /", reason=str(number), now=now)

    kept = RefusedCall.objects.order_by("at").values_list("reason", flat=True)
    assert list(kept) == [str(number) for number in range(5, REFUSED_KEPT + 5)]


def test_runs_are_counted_by_hour_and_by_day(petra, tpp):
    for back, status in [(0, "failed"), (1, "succeeded"), (30, "failed"), (24 * 8, "failed")]:
        make_job_request(backend=tpp, status=status, created_at=NOON - timedelta(hours=back))

    row = fleet_of(petra)

    assert (len(row["by_hour"]), len(row["by_day"])) == (24, 7)
    assert [(each["asked"], each["failed"]) for each in row["by_hour"][-2:]] == [(1, 0), (1, 1)]
    assert [(each["asked"], each["failed"]) for each in row["by_day"][-2:]] == [(1, 1), (2, 1)]
    assert sum(each["asked"] for each in row["by_day"]) == 3


def test_a_cancelled_run_has_not_failed(petra, tpp):
    make_job_request(backend=tpp, status="failed", strip="f", created_at=NOON)
    make_job_request(backend=tpp, status="failed", strip="scn", created_at=NOON)

    row = fleet_of(petra)

    for slots in (row["by_hour"], row["by_day"]):
        assert (slots[-1]["asked"], slots[-1]["failed"]) == (2, 1)


def test_calls_of_the_last_day_stand_beside_all_of_them(petra, tpp, emis):
    row = {"backend": tpp, "endpoint": "jobs"}
    CallCount.objects.create(**row, calls=90, failures=9, took_ms=900, last_call_at=NOON)
    CallCount.objects.create(backend=emis, endpoint="jobs", calls=7, last_call_at=NOON)
    for back, count in [(0, 1), (23, 2), (24, 30)]:
        values = {"calls": count, "failures": 1, "took_ms": 0.5}
        CallHour.objects.create(**row, hour=NOON - timedelta(hours=back), **values)

    (shown,) = fleet_of(petra)["calls"]

    assert (shown["calls"], shown["failures"], shown["took_ms"]) == (90, 9, 900)
    assert shown["last_day"] == {"calls": 3, "failures": 2, "took_ms": 1.0}
    (elsewhere,) = fleet_of(petra, "emis")["calls"]
    assert elsewhere["last_day"] == {"calls": 0, "failures": 0, "took_ms": 0}


def test_it_takes_the_same_queries_however_many_backends_there_are(
    petra, tpp, emis, django_assert_num_queries
):
    for backend in (tpp, emis):
        make_backend_token(backend)
        make_job(make_job_request(backend=backend))
    api = Api(petra)

    with django_assert_num_queries(13):
        api.get("fleet")


def test_who_does_not_manage_backends_does_not_see_the_fleet(ada, tpp):
    assert problem_of(Api(ada).get("fleet")) == (403, "forbidden")
    assert problem_of(Api(ada).put("fleet/stop", {"note": ""})) == (403, "forbidden")
    assert problem_of(Api(ada).post("backends/tpp/cancel-waiting", None)) == (403, "forbidden")


def test_a_stopped_fleet_takes_no_new_runs_until_the_end_and_says_why(petra, ada, tpp, at_noon):
    body = {"until": "2026-03-04T13:00:00Z", "note": "We move the server."}

    assert Api(petra).put("fleet/stop", body).status_code == 204

    shown = Api(ada).get("backends/tpp").json()
    assert shown["can_run"] is False
    assert shown["why_not"] == (
        "This service takes no new runs until 04 Mar 13:00 UTC. We move the server."
    )
    assert shown["stop"] == body | {"since": "2026-03-04T12:00:00Z", "is_everywhere": True}
    assert Api(petra).get("fleet").json()["stop"] == shown["stop"]
    event = AuditEvent.objects.get(verb="service.stopped")
    assert (event.actor, event.after["note"]) == (petra.username, body["note"])
    at_noon.move_to(NOON + timedelta(hours=1))
    assert Api(ada).get("backends/tpp").json()["can_run"] is True


def test_a_stop_can_be_changed_and_taken_back_and_is_no_stop_where_it_is_over(petra, ada, tpp):
    api = Api(petra)
    over = api.put("fleet/stop", {"until": "2026-03-04T11:00:00Z", "note": ""})
    assert (problem_of(over)[0], pointers_of(over)) == (400, ["/until"])
    api.put("fleet/stop", {"note": ""})
    api.put("fleet/stop", {"note": "Longer."})
    assert api.get("fleet").json()["stop"]["note"] == "Longer."

    for _ in range(2):
        assert api.delete("fleet/stop").status_code == 204

    assert Api(ada).get("backends/tpp").json()["can_run"] is True
    verbs = AuditEvent.objects.filter(target_type="service").order_by("id")
    assert list(verbs.values_list("verb", flat=True)) == [
        *["service.stopped"] * 2,
        "service.resumed",
    ]


def test_a_stop_of_the_service_is_one_of_backends_that_are_made_later_too(petra, ada):
    Api(petra).put("fleet/stop", {"note": ""})

    make_backend("later", members=[ada])

    shown = Api(ada).get("backends/later").json()
    assert (shown["can_run"], shown["stop"]["is_everywhere"]) == (False, True)


def test_the_end_of_a_stop_of_the_service_leaves_a_backend_stopped_that_was_so_alone(
    petra, ada, tpp, emis
):
    api = Api(petra)
    api.patch("backends/tpp", {"stop": {"note": "Full."}}, If_Match=f'"v{tpp.version}"')
    api.put("fleet/stop", {"note": "Moving."})

    api.delete("fleet/stop")

    assert Api(ada).get("backends/tpp").json()["why_not"] == "TPP takes no new runs. Full."
    assert Api(ada).get("backends/emis").json()["can_run"] is True


@pytest.mark.parametrize("path", ["fleet/stop", "backends/tpp"])
def test_pages_of_backends_are_moved_by_a_stop_and_by_its_end(petra, tpp, at_noon, path):
    def version():
        versions.forget()
        return Api().get("versions", {"topic": "backends"}).json()["versions"]["backends"]

    def stop(note):
        body = {"until": "2026-03-04T13:00:00Z", "note": note}
        if path == "fleet/stop":
            return Api(petra).put(path, body)
        tpp.refresh_from_db()
        return Api(petra).patch(path, {"stop": body}, If_Match=f'"v{tpp.version}"')

    seen = [version()]
    assert stop("Why").status_code < 300
    seen.append(version())
    assert stop("Because").status_code < 300
    seen.append(version())
    at_noon.move_to(NOON + timedelta(hours=2))
    seen.append(version())

    assert all(before != after for before, after in pairwise(seen))


def test_one_backend_is_stopped_alone(petra, ada, tpp, emis):
    version = f'"v{tpp.version}"'

    answer = Api(petra).patch("backends/tpp", {"stop": {"note": "Full."}}, If_Match=version)

    assert answer.json()["stop"]["note"] == "Full."
    assert Api(ada).get("backends/tpp").json()["can_run"] is False
    assert Api(ada).get("backends/emis").json()["can_run"] is True


def test_everything_that_waits_is_cancelled_and_what_runs_goes_on(petra, tpp, emis):
    waiting = make_job_request(backend=tpp)
    listed = make_job_request(backend=tpp)
    make_job(listed, action="plot", status="pending")
    running = make_job_request(backend=tpp, status="running")
    elsewhere = make_job_request(backend=emis)

    assert fleet_of(petra)["waiting_requests"] == 2

    assert Api(petra).post("backends/tpp/cancel-waiting", None).json() == {"cancelled": 2}

    cancelled = JobRequest.objects.exclude(cancel_requested_at=None)
    assert set(cancelled) == {waiting, listed}
    assert not {running, elsewhere} & set(cancelled)
    assert AuditEvent.objects.filter(verb="job_request.cancelled").count() == 2
    assert fleet_of(petra)["waiting_requests"] == 0
    assert Api(petra).post("backends/tpp/cancel-waiting", None).json() == {"cancelled": 0}


def test_what_waits_of_a_request_that_runs_in_part_is_cancelled_alone(petra, tpp):
    partly = make_job_request(backend=tpp, status="running")
    for action, status in [
        ("done", "succeeded"),
        ("runs", "running"),
        ("waits", "pending"),
        ("waits_too", ""),
        ("odd", "weird"),
        ("twice", "pending"),
        ("twice", "running"),
    ]:
        make_job(partly, action=action, status=status)
    runs = make_job_request(backend=tpp, status="running")
    make_job(runs, action="runs", status="running")

    assert Api(petra).post("backends/tpp/cancel-waiting", None).json() == {"cancelled": 1}

    partly.refresh_from_db()
    assert partly.cancelled_actions == ["waits", "waits_too"]
    assert partly.cancel_requested_at is None
    runs.refresh_from_db()
    assert runs.cancelled_actions == []
    assert Api(petra).post("backends/tpp/cancel-waiting", None).json() == {"cancelled": 0}


def test_what_waits_is_cancelled_by_the_same_statements_however_many_jobs_it_has(petra, tpp):
    def cancel_of_a_request_with(jobs):
        partly = make_job_request(backend=tpp, status="running")
        for number in range(jobs):
            make_job(partly, action=f"waits{number}", status="pending")
        make_job(partly, action="runs", status="running")
        api = Api(petra)
        with CaptureQueriesContext(connection) as made:
            assert api.post("backends/tpp/cancel-waiting", None).json() == {"cancelled": 1}
        partly.delete()
        return len(made)

    assert cancel_of_a_request_with(1) == cancel_of_a_request_with(30)
