"""`backends`: contact, mode, and what waits and runs there."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.fleet.models import Backend
from server.fleet.querysets import _ACTIVE
from server.jobs.statuses import ACTIVE_REQUESTS
from tests import recipes
from tests.api import Api, problem_of
from tests.recipes import MINUTE, NOON, SECOND


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


def shown(slug, person=None):
    answer = Api(person).get(f"backends/{slug}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_anyone_reads_the_list_by_slug(tpp, emis):
    answer = Api().get("backends")

    assert answer.status_code == 200
    slugs = [row["slug"] for row in answer.json()["results"]]
    assert slugs == sorted(slugs)
    assert {"tpp", "emis"} <= set(slugs)


def test_a_backend_is_shown_alike_in_the_list_and_alone(tpp):
    listed = {row["slug"]: row for row in Api().get("backends").json()["results"]}

    assert listed["tpp"] == shown("tpp")


def test_a_backend_that_was_never_used_is_shown(tpp):
    assert shown("tpp") == {
        "slug": "tpp",
        "name": tpp.name,
        "is_active": True,
        "contact": "never",
        "last_seen_at": None,
        "alert_timeout_s": 300,
        "mode": "taking",
        "mode_since": None,
        "maintenance": None,
        "stop": None,
        "waiting_requests": 0,
        "running_requests": 0,
        "waiting_jobs": 0,
        "running_jobs": 0,
        "oldest_waiting_at": None,
        "can_run": False,
        "why_not": "Sign in to run on a backend.",
        "version": 1,
        "can": {
            "manage": {
                "allowed": False,
                "why_not": "Sign in to manage backends.",
                "permission": "backend_manage",
            },
            "manage_members": {
                "allowed": False,
                "why_not": "Sign in to say who may run on backends.",
                "permission": "backend_manage",
            },
        },
    }


@pytest.mark.parametrize(
    ("silence", "contact"),
    [(5 * MINUTE, "heard"), (5 * MINUTE + SECOND, "silent"), (-MINUTE, "heard")],
)
def test_contact_is_told_by_the_alert_timeout(silence, contact, db):
    recipes.make_backend("tpp", last_seen_at=NOON - silence)

    assert shown("tpp")["contact"] == contact


def test_a_longer_alert_timeout_waits_longer(db):
    recipes.make_backend(
        "tpp", last_seen_at=NOON - 10 * MINUTE, alert_timeout=timedelta(minutes=15)
    )

    assert shown("tpp")["contact"] == "heard"
    assert shown("tpp")["alert_timeout_s"] == 900


@pytest.mark.parametrize(
    ("fields", "mode", "since"),
    [
        ({"maintenance_since": NOON - MINUTE}, "maintenance", "2026-03-04T11:59:00Z"),
        ({"paused_since": NOON - SECOND}, "paused", "2026-03-04T11:59:59Z"),
        (
            {"paused_since": NOON - SECOND, "maintenance_since": NOON - MINUTE},
            "paused",
            "2026-03-04T11:59:59Z",
        ),
    ],
)
def test_the_mode_is_what_the_runner_says(db, fields, mode, since):
    recipes.make_backend("tpp", **fields)

    assert (shown("tpp")["mode"], shown("tpp")["mode_since"]) == (mode, since)


def test_what_waits_and_runs_is_counted(tpp, emis):
    make = recipes.make_job_request
    make(backend=tpp, status="pending", created_at=NOON - 2 * MINUTE)
    make(backend=tpp, status="unknown", created_at=NOON - MINUTE)
    running = make(backend=tpp, status="running", created_at=NOON - 9 * MINUTE)
    finished = make(backend=tpp, status="failed", created_at=NOON - 99 * MINUTE)
    for status in ["pending", "Pending", "running", "succeeded", "dreaming"]:
        recipes.make_job(running, status=status)
    recipes.make_job(running, status="running", hidden_at=NOON)
    recipes.make_job(finished, status="pending")
    make(backend=emis, status="running")

    load = shown("tpp")

    assert (load["waiting_requests"], load["running_requests"]) == (1, 2)
    assert (load["waiting_jobs"], load["running_jobs"]) == (2, 1)
    assert load["oldest_waiting_at"] == "2026-03-04T11:58:00Z"
    assert shown("emis")["running_requests"] == 1


def test_what_is_to_be_stopped_waits_no_more(tpp, ada):
    cancelled = {"cancel_requested_at": NOON, "cancel_requested_by": ada}
    make = recipes.make_job_request
    make(backend=tpp, created_at=NOON - 2 * MINUTE, **cancelled)
    listed = make(backend=tpp, created_at=NOON - MINUTE, **cancelled)
    recipes.make_job(listed, status="pending")
    running = make(backend=tpp, status="running", **cancelled)
    for status in ["pending", "running"]:
        recipes.make_job(running, status=status)

    load = shown("tpp")

    assert (load["waiting_requests"], load["oldest_waiting_at"]) == (0, None)
    assert (load["waiting_jobs"], load["running_jobs"]) == (0, 1)
    assert load["running_requests"] == 1


def test_the_load_reads_what_jobs_call_active():
    assert set(_ACTIVE) == {str(status) for status in ACTIVE_REQUESTS}


def test_the_load_is_read_through_an_index_that_holds_unfinished_requests_together(tpp):
    recipes.make_job_request(backend=tpp)
    with CaptureQueriesContext(connection) as queries:
        Backend.objects.all().workloads()

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
        plans = []
        for query in queries:
            cursor.execute(explain + query["sql"])
            plans.append(" ".join(str(row) for row in cursor.fetchall()))

    assert len(plans) == 2
    assert all(re.search("jobs_request_(active|in_status)", plan) for plan in plans), plans


def test_the_number_of_queries_does_not_grow(tpp, django_assert_num_queries):
    with CaptureQueriesContext(connection) as few:
        Api().get("backends")
    for number in range(20):
        request = recipes.make_job_request(backend=recipes.make_backend(f"more-{number}"))
        recipes.make_job(request)

    with django_assert_num_queries(len(few)):
        Api().get("backends")


def test_a_signed_in_person_can_run_unless_staff_switched_it_off(tpp, ada):
    assert (shown("tpp", ada)["can_run"], shown("tpp", ada)["why_not"]) == (True, None)

    recipes.make_backend("tpp", is_active=False)

    off = shown("tpp", ada)
    assert (off["is_active"], off["can_run"]) == (False, False)
    assert "switched off" in off["why_not"]


def test_a_backend_that_is_not_enabled_is_not_there(tpp, emis, settings):
    settings.BACKENDS = ("emis",)

    assert [row["slug"] for row in Api().get("backends").json()["results"]] == ["emis"]
    assert problem_of(Api().get("backends/tpp")) == (404, "not-found")


@pytest.mark.parametrize("slug", ["none", "%00", "a.b"])
def test_a_backend_that_is_none_is_not_found(db, slug):
    assert problem_of(Api().get(f"backends/{slug}")) == (404, "not-found")


@pytest.mark.parametrize("path", ["backends", "backends/tpp"])
def test_an_unknown_query_parameter_is_refused(tpp, path):
    assert problem_of(Api().get(path, {"limit": 1})) == (400, "validation-failed")


@pytest.mark.parametrize("path", ["backends", "backends/tpp"])
def test_with_public_read_off_only_signed_in_people_read(tpp, ada, settings, path):
    settings.PUBLIC_READ = False

    assert problem_of(Api().get(path)) == (401, "not-signed-in")
    assert Api(ada).get(path).status_code == 200


def test_no_answer_holds_a_token(tpp, ada):
    secret = recipes.make_backend_token(tpp, name="runner")

    for answer in (Api(ada).get("backends"), Api(ada).get("backends/tpp")):
        assert secret[:16] not in answer.content.decode()
