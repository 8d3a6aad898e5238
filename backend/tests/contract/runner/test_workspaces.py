"""Conformance cases WS of the runner contract, and the status pages for monitors (3.20)."""

import json
from datetime import timedelta

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from structlog.testing import capture_logs

from server.core import clock
from server.fleet.models import Backend
from tests import recipes
from tests.contract.runner.wire import failed, succeeded

AVAILABLE = json.dumps({"mode": {"v": None, "ts": "2026-03-04T11:00:00Z"}})
NOTE = {"created_by": "ada", "path": "workspaces/w1", "files": ["a.csv", "b.html"]}


def test_ws_1_each_action_has_the_status_of_its_newest_job(nobody, r1):
    recipes.make_job(r1, action="a", status="failed", created_at=recipes.NOON)
    newer = recipes.NOON + recipes.MINUTE
    recipes.make_job(r1, action="a", status="succeeded", created_at=newer)

    answer = nobody.get("workspaces/w1/statuses/")

    assert (answer.status_code, answer.json()) == (200, {"a": "succeeded"})
    assert answer.headers["Content-Type"] == "application/json"


def test_ws_1_the_status_is_the_runners_own_word(nobody, ta, r1):
    ta.push(failed("a", action="__error__", status="Failed"))

    assert nobody.get("workspaces/w1/statuses/").json() == {"__error__": "Failed"}


def test_ws_1_a_hidden_job_is_left_out(nobody, ta, r1):
    ta.push(succeeded("a"), succeeded("b"))
    ta.push(succeeded("a"))

    assert nobody.get("workspaces/w1/statuses/").json() == {"action_a": "succeeded"}


def test_ws_2_without_jobs_there_are_no_statuses(nobody, w1):
    assert nobody.get("workspaces/w1/statuses/").json() == {}


def test_ws_3_the_statuses_of_an_unknown_workspace_are_an_empty_404(db, nobody):
    answer = nobody.get("workspaces/ghost/statuses/")

    assert (answer.status_code, answer.content) == (404, b"")
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("", {"a": "failed"}),
        ("?backend=tpp", {"a": "succeeded"}),
        ("?backend=emis", {"a": "failed"}),
        ("?backend=nowhere", {}),
    ],
)
def test_ws_4_the_backend_may_be_named(nobody, r1, r2_of_emis, query, statuses):
    recipes.make_job(r1, action="a", status="succeeded", created_at=recipes.NOON)
    newer = recipes.NOON + recipes.MINUTE
    recipes.make_job(r2_of_emis, action="a", status="failed", created_at=newer)

    assert nobody.get(f"workspaces/w1/statuses/{query}").json() == statuses


def test_ws_5_every_workspace_uses_the_new_release_flow(nobody, w1):
    answer = nobody.get("workspaces/w1/status")

    assert (answer.status_code, answer.json()) == (200, {"uses_new_release_flow": True})
    assert answer.headers["Content-Type"] == "application/json"


def test_ws_6_an_unknown_workspace_is_a_404_with_detail(db, nobody):
    answer = nobody.get("workspaces/ghost/status")

    assert answer.status_code == 404
    assert answer.json() == {"detail": "No Workspace matches the given query."}
    assert answer.headers["Content-Type"] == "application/json"


def test_ws_6_the_workspace_endpoints_stay_open_and_look_at_no_token(nobody, w1):
    nobody.token = "nope"

    assert nobody.get("workspaces/w1/status").status_code == 200
    assert nobody.get("workspaces/w1/statuses/").status_code == 200
    assert nobody.post("workspaces/w1/status", {}).status_code == 405


def test_ws_7_a_release_notification_is_echoed(ta):
    with capture_logs() as logs:
        answer = ta.post("release-notifications/", NOTE)

    assert (answer.status_code, answer.json()) == (201, NOTE)
    assert [line["files"] for line in logs if line["event"] == "release_notified"] == [2]


@pytest.mark.parametrize("files", [{}, {"files": None}])
def test_ws_8_files_may_be_absent(ta, files):
    note = {"created_by": "ada", "path": "workspaces/w1"}

    answer = ta.post("release-notifications/", note | files)

    assert (answer.status_code, answer.json()) == (201, note | {"files": None})


def test_ws_8_a_form_is_read_too(ta):
    form = "application/x-www-form-urlencoded"

    answer = ta.post("release-notifications/", "created_by=ada&path=p", content_type=form)

    assert answer.status_code == 201
    assert (answer.json()["created_by"], answer.json()["path"]) == ("ada", "p")


def test_ws_8_a_form_in_parts_is_read_too(ta):
    fields = {"created_by": "ada", "path": "p", "files": ["a.csv", "b.html"]}

    answer = ta.post(
        "release-notifications/",
        encode_multipart(BOUNDARY, fields),
        content_type=MULTIPART_CONTENT,
    )

    assert (answer.status_code, answer.json()) == (201, fields)


@pytest.mark.parametrize("content_type", ["multipart/form-data", MULTIPART_CONTENT])
def test_ws_8_parts_that_cannot_be_told_apart_are_refused(ta, content_type):
    answer = ta.post("release-notifications/", b"--x\r\n", content_type=content_type)

    assert answer.status_code == 400


def test_ws_8_a_form_of_thousands_of_fields_is_refused(ta):
    form = "application/x-www-form-urlencoded"

    answer = ta.post("release-notifications/", "a=1&" * 5000, content_type=form)

    assert (answer.status_code, list(answer.json())) == (400, ["detail"])


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        (
            {},
            {"created_by": ["This field is required."], "path": ["This field is required."]},
        ),
        (NOTE | {"path": ""}, {"path": ["This field may not be blank."]}),
        (NOTE | {"files": "a"}, {"files": ['Expected a list of items but got type "str".']}),
        (
            [],
            {"non_field_errors": ["Invalid data. Expected a dictionary, but got list."]},
        ),
    ],
)
def test_ws_8_a_bad_notification_names_its_fields(ta, body, errors):
    answer = ta.post("release-notifications/", body)

    assert (answer.status_code, answer.json()) == (400, errors)


# -- Status pages for monitors -------------------------------------------------------------------
@pytest.mark.parametrize(("age_s", "status"), [(0, 200), (299, 200), (301, 503)])
@pytest.mark.parametrize("form", ["/status/tpp/", "/status/tpp"])
def test_the_status_page_tells_whether_the_backend_is_heard(client, tpp, age_s, status, form):
    last_seen_at = clock.now() - timedelta(seconds=age_s)
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=last_seen_at)

    answer = client.get(form)

    assert answer.status_code == status
    assert answer.content.decode() == last_seen_at.isoformat()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_status_page_goes_by_the_backends_own_timeout(client, tpp):
    Backend.everywhere.filter(pk=tpp.pk).update(
        last_seen_at=clock.now() - timedelta(minutes=20), alert_timeout=timedelta(minutes=30)
    )

    assert client.get("/status/tpp/").status_code == 200


def test_a_backend_that_was_never_seen_is_no_alarm(client, tpp):
    answer = client.get("/status/tpp/")

    assert answer.status_code == 200
    assert answer.content.decode().startswith(str(clock.now().year))


def test_a_poll_is_seen_on_the_status_page(client, ta, tpp):
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=recipes.NOON)
    assert client.get("/status/tpp/").status_code == 503

    ta.listed()

    assert client.get("/status/tpp/").status_code == 200


@pytest.mark.parametrize("path", ["/status/ghost/", "/status/ghost/db-availability/"])
def test_an_unknown_backend_has_no_status_page(client, db, path):
    assert client.get(path).status_code == 404


def test_a_status_page_is_for_reading_alone(client, tpp):
    assert client.post("/status/tpp/").status_code == 405


@pytest.mark.parametrize("form", ["/status/tpp/db-availability/", "/status/tpp/db-availability"])
def test_the_database_is_available_or_in_maintenance_since(client, tpp, form):
    assert client.get(form).content == b"DB maintenance mode off"

    Backend.everywhere.filter(pk=tpp.pk).update(maintenance_since=recipes.NOON)
    answer = client.get(form)

    assert answer.status_code == 200
    assert answer.content == b"DB maintenance mode on (since 2026-03-04T12:00:00+00:00)"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_database_is_available_since_the_runner_said_so(client, ta, tpp):
    ta.get("job-requests/", flags=AVAILABLE)

    answer = client.get("/status/tpp/db-availability/")

    assert answer.content == b"DB maintenance mode off (since 2026-03-04T11:00:00+00:00)"


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (recipes.NOON, b"off (since 2026-03-04T12:00:00+00:00)"),
        (recipes.NOON - timedelta(hours=2), b"off (since 2026-03-04T11:00:00+00:00)"),
    ],
    ids=["by staff", "by its runner"],
)
def test_the_database_is_available_since_the_later_end(client, ta, tpp, until, said):
    ta.get("job-requests/", flags=AVAILABLE)
    announced = {"announced_since": until - timedelta(hours=1), "announced_until": until}
    Backend.everywhere.filter(pk=tpp.pk).update(**announced)

    assert client.get("/status/tpp/db-availability/").content == b"DB maintenance mode " + said


def test_an_end_that_lies_ahead_has_not_been(client, tpp):
    announced = {"announced_since": clock.now() + timedelta(hours=1)}
    announced["announced_until"] = announced["announced_since"] + timedelta(hours=1)
    Backend.everywhere.filter(pk=tpp.pk).update(**announced)

    assert client.get("/status/tpp/db-availability/").content == b"DB maintenance mode off"


@pytest.mark.parametrize("slug", ["emis", "optum"])
def test_other_backends_say_nothing_of_their_databases(client, emis, slug):
    Backend.everywhere.filter(pk=emis.pk).update(slug=slug)

    answer = client.get(f"/status/{slug}/db-availability/")

    assert answer.status_code == 200
    assert answer.content.decode() == f"DB maintenance mode not implemented in {slug.upper()}"


def test_emis_is_believed_where_it_says_that_its_database_is_rebuilt(client, emis):
    Backend.everywhere.filter(pk=emis.pk).update(maintenance_since=recipes.NOON)

    answer = client.get("/status/emis/db-availability/")

    assert answer.content == b"DB maintenance mode on (since 2026-03-04T12:00:00+00:00)"


@pytest.mark.parametrize("path", ["/status/t%00pp/", "/status/t%00pp/db-availability/"])
def test_a_null_character_names_no_backend(client, db, path):
    assert b"DB maintenance" not in client.get(path).content
