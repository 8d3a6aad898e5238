"""Backends made and changed by staff: name, switch, limit, announced maintenance."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.fleet.models import Backend, CallCount, CallHour
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import MINUTE, NOON

HOUR = timedelta(hours=1)
V1 = {"if_match": '"v1"'}


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


def change(person, body, *, slug="tpp", version=1):
    return Api(person).patch(f"backends/{slug}", body, if_match=f'"v{version}"')


def poll(secret):
    return Client().get("/api/v2/job-requests/", headers={"authorization": secret})


def counter_of(backend):
    return ChangeCounter.objects.get(topic=CounterTopic.BACKEND, object_id=backend.pk).value


# -- Making ----------------------------------------------------------------------------------------


def test_staff_make_a_backend(petra):
    answer = Api(petra).post("backends", {"slug": "new-site", "name": "New site"})

    assert answer.status_code == 201, answer.content
    assert answer["Location"] == "/api/v3/backends/new-site"
    made = Backend.objects.get(slug="new-site")
    assert (made.name, made.is_active) == ("New site", True)
    assert ChangeCounter.objects.filter(topic=CounterTopic.BACKEND, object_id=made.pk).exists()
    event = AuditEvent.objects.get()
    assert (event.actor, event.verb, event.target_name) == ("petra", "backend.created", "new-site")
    assert event.after == {"slug": "new-site", "name": "New site", "is_active": True}


def test_the_same_key_makes_one_backend(petra):
    count = Backend.objects.count()

    for _ in range(2):
        body = {"slug": "once", "name": "Once", "is_active": False}
        assert Api(petra).post("backends", body, idempotency_key="k").status_code == 201

    assert Backend.objects.count() == count + 1


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": "x"}, "/slug"),
        ({"slug": "fresh"}, "/name"),
        ({"slug": "tpp", "name": "x"}, "/slug"),
        ({"slug": "status", "name": "x"}, "/slug"),
        ({"slug": "Big One", "name": "x"}, "/slug"),
        ({"slug": "fresh", "name": "with\u200bnothing"}, "/name"),
        ({"slug": "fresh", "name": "x", "token": "y"}, "/token"),
    ],
)
def test_a_backend_that_cannot_be_is_refused_at_the_field(petra, tpp, body, pointer):
    answer = Api(petra).post("backends", body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]


# -- Changing --------------------------------------------------------------------------------------


def test_staff_change_name_and_limit(petra, tpp):
    before = counter_of(tpp)

    answer = change(petra, {"name": "The Phoenix Partnership", "alert_timeout_s": 900})

    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert (shown["name"], shown["alert_timeout_s"]) == ("The Phoenix Partnership", 900)
    assert (shown["version"], answer["ETag"][:3]) == (2, '"v2')
    event = AuditEvent.objects.get()
    assert event.verb == "backend.changed"
    assert event.before == {"name": tpp.name, "alert_timeout": 300}
    assert event.after == {"name": "The Phoenix Partnership", "alert_timeout": 900}
    assert counter_of(tpp) > before


def test_a_change_that_changes_nothing_leaves_no_trace(petra, tpp):
    answer = change(petra, {"name": tpp.name})

    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert not AuditEvent.objects.exists()


def test_a_backend_that_is_switched_off_refuses_its_runner_at_once(petra, tpp):
    secret = recipes.make_backend_token(tpp)
    assert poll(secret).status_code == 200

    assert change(petra, {"is_active": False}).json()["is_active"] is False
    assert poll(secret).status_code == 403
    assert change(petra, {"is_active": True}, version=2).status_code == 200
    assert poll(secret).status_code == 200


def test_a_backend_that_is_switched_off_stays_on_the_list(petra, tpp):
    change(petra, {"is_active": False})

    listed = {row["slug"]: row["is_active"] for row in Api(petra).get("backends").json()["results"]}
    assert listed["tpp"] is False


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": ""}, "/name"),
        ({"alert_timeout_s": 0}, "/alert_timeout_s"),
        ({"alert_timeout_s": 8 * 24 * 3600}, "/alert_timeout_s"),
        ({"slug": "other"}, "/slug"),
        ({"maintenance": {"until": "soon"}}, "/maintenance/until"),
        ({"maintenance": {"note": "x" * 501}}, "/maintenance/note"),
        ({"maintenance": {"until": "2026-03-04T11:00:00Z"}}, "/maintenance/until"),
        (
            {"maintenance": {"since": "2026-03-05T12:00:00Z", "until": "2026-03-05T12:00:00Z"}},
            "/maintenance/until",
        ),
        (
            {"maintenance": {"since": "2026-03-04T09:00:00Z", "until": "2026-03-04T11:00:00Z"}},
            "/maintenance/until",
        ),
    ],
)
def test_wrong_input_is_named_and_changes_nothing(petra, tpp, body, pointer):
    answer = change(petra, body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    assert Backend.objects.get(slug="tpp").version == 1


def test_of_two_who_change_it_at_once_the_second_is_told(petra, tpp):
    change(petra, {"name": "One"})

    assert problem_of(change(petra, {"name": "Two"})) == (412, "stale-version")
    assert Backend.objects.get(slug="tpp").name == "One"


def test_a_change_must_say_what_it_is_based_on(petra, tpp):
    assert problem_of(Api(petra).patch("backends/tpp", {"name": "x"})) == (428, "version-required")


# -- Announced maintenance -------------------------------------------------------------------------


def announce(person, version=1, **fields):
    return change(person, {"maintenance": fields}, version=version)


def test_announced_maintenance_is_shown_and_ends_by_itself(petra, tpp):
    answer = announce(petra, until=(NOON + HOUR).isoformat(), note="Rebuild")

    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert (shown["mode"], shown["mode_since"]) == ("maintenance", "2026-03-04T12:00:00Z")
    assert shown["maintenance"] == {
        "since": "2026-03-04T12:00:00Z",
        "until": "2026-03-04T13:00:00Z",
        "note": "Rebuild",
    }
    with time_machine.travel(NOON + HOUR, tick=False):
        later = Api().get("backends/tpp").json()
    assert (later["mode"], later["mode_since"], later["maintenance"]) == ("taking", None, None)


def test_maintenance_that_lies_ahead_is_announced_and_holds_nothing_yet(petra, tpp):
    shown = announce(petra, since=(NOON + HOUR).isoformat()).json()

    assert (shown["mode"], shown["maintenance"]["since"]) == ("taking", "2026-03-04T13:00:00Z")
    with time_machine.travel(NOON + HOUR, tick=False):
        assert Api().get("backends/tpp").json()["mode"] == "maintenance"


def test_an_announcement_is_taken_back(petra, tpp):
    announce(petra, note="Rebuild")

    shown = change(petra, {"maintenance": None}, version=2).json()

    assert (shown["mode"], shown["maintenance"]) == ("taking", None)
    assert AuditEvent.objects.latest("id").before["announced_note"] == "Rebuild"


def test_what_the_runner_says_stays_when_the_announcement_ends(petra, db):
    recipes.make_backend("tpp", maintenance_since=NOON - MINUTE)
    announce(petra, until=(NOON + HOUR).isoformat())

    with time_machine.travel(NOON + 2 * HOUR, tick=False):
        shown = Api().get("backends/tpp").json()

    assert (shown["mode"], shown["mode_since"]) == ("maintenance", "2026-03-04T11:59:00Z")


def test_a_pause_counts_before_an_announcement(petra, db):
    recipes.make_backend("tpp", paused_since=NOON - MINUTE)

    assert announce(petra).json()["mode"] == "paused"


def test_a_held_request_says_the_announced_end_and_why(petra, tpp):
    recipes.make_backend("tpp", last_seen_at=NOON)
    request = recipes.make_job_request(backend=tpp, status="pending", strip="h")
    recipes.make_job(request, status_code="waiting_db_maintenance")
    announce(petra, until=(NOON + HOUR).isoformat(), note="Rebuild.")

    [job] = Api().get(f"job-requests/{request.identifier}").json()["jobs"]

    assert job["reason"]["code"] == "database_maintenance"
    assert job["reason"]["text"] == f"The database of {tpp.name} is in maintenance: Rebuild."
    assert job["reason"]["since"] == "2026-03-04T12:00:00Z"
    assert job["reason"]["until"] == "2026-03-04T13:00:00Z"


def test_announced_maintenance_changes_nothing_for_the_runner(petra, tpp):
    secret = recipes.make_backend_token(tpp)
    recipes.make_job_request(backend=tpp)
    before = poll(secret)

    announce(petra, note="Rebuild")

    assert json.loads(poll(secret).content) == json.loads(before.content)


# -- Who may ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "backends", {"slug": "x", "name": "X"}),
        ("patch", "backends/tpp", {"name": "x"}),
        ("get", "backends/tpp/calls", None),
    ],
)
def test_it_needs_the_permission_to_manage_backends(tpp, ada, method, path, body):
    recipes.give_role(ada, Role.SERVICE_ADMINISTRATOR)
    headers = V1 if method == "patch" else {}

    refused = getattr(Api(ada), method)(path, body, **headers)

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "backend_manage"
    assert problem_of(getattr(Api(), method)(path, body, **headers)) == (401, "not-signed-in")


def test_a_token_that_only_reads_changes_nothing(petra, tpp):
    header = {"authorization": bearer(petra, scopes=["read"])}

    assert problem_of(Api().patch("backends/tpp", {"name": "x"}, **V1, **header)) == (
        403,
        "scope-missing",
    )


@pytest.mark.parametrize("path", ["backends/none", "backends/emis", "backends/none/calls"])
def test_a_backend_that_is_not_here_is_not_found(petra, tpp, emis, settings, path):
    settings.BACKENDS = ("tpp",)
    api = Api(petra)
    answer = api.get(path) if path.endswith("calls") else api.patch(path, {"name": "x"}, **V1)

    assert problem_of(answer) == (404, "not-found")


def test_the_calls_of_a_backend_are_counted_by_endpoint(
    petra, tpp, emis, django_assert_max_num_queries
):
    CallCount.objects.create(backend=tpp, endpoint="jobs", calls=4, last_call_at=NOON)
    CallCount.objects.create(backend=tpp, endpoint="job-requests", calls=9, last_call_at=NOON)
    CallCount.objects.create(backend=emis, endpoint="jobs", calls=1, last_call_at=NOON)

    CallHour.objects.bulk_create(
        CallHour(backend=tpp, endpoint=endpoint, hour=NOON - back * HOUR, calls=1)
        for endpoint in ("jobs", "job-requests")
        for back in range(168)
    )
    api = Api(petra)

    with django_assert_max_num_queries(6):
        answer = api.get("backends/tpp/calls")

    assert [(row["endpoint"], row["calls"]) for row in answer.json()["results"]] == [
        ("job-requests", 9),
        ("jobs", 4),
    ]


def test_the_calls_of_an_endpoint_are_told_by_the_hour_for_a_week(petra, tpp, emis):
    CallCount.objects.create(backend=tpp, endpoint="jobs", calls=900, last_call_at=NOON)
    for back, calls in [(0, 1), (5, 4), (167, 2), (168, 30)]:
        hour = NOON - back * HOUR
        values = {"calls": calls, "failures": 1, "took_ms": 0.5 * calls}
        CallHour.objects.create(backend=tpp, endpoint="jobs", hour=hour, **values)
    CallHour.objects.create(backend=tpp, endpoint="users", hour=NOON, calls=9)
    CallHour.objects.create(backend=emis, endpoint="jobs", hour=NOON, calls=9)

    (jobs,) = Api(petra).get("backends/tpp/calls").json()["results"]

    hours = jobs["by_hour"]
    assert [hours[0]["at"], hours[-1]["at"]] == ["2026-02-25T13:00:00Z", "2026-03-04T12:00:00Z"]
    assert [each["calls"] for each in hours] == [2, *[0] * 161, 4, *[0] * 4, 1]
    assert hours[-6] == {"at": "2026-03-04T07:00:00Z", "calls": 4, "failures": 1, "took_ms": 2.0}


# -- History ---------------------------------------------------------------------------------------


def test_everybody_reads_what_became_of_a_backend_but_not_of_its_tokens(petra, tpp):
    change(petra, {"is_active": False})
    Api(petra).post("backends/tpp/tokens", {"name": "runner"})

    public = Api().get("backends/tpp/events").json()["results"]
    staff = Api(petra).get("backends/tpp/events").json()["results"]

    assert [event["verb"] for event in public] == ["backend.changed"]
    assert [event["verb"] for event in staff] == ["backend_token.created", "backend.changed"]
