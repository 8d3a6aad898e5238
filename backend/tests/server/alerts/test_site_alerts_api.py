"""Notices of the staff: read by everybody who is signed in, written by staff."""

import pytest

from server.alerts.models import SiteAlert
from server.audit.models import AuditEvent
from server.people.roles import Role
from tests import recipes
from tests.api import Api, pointers_of, problem_of
from tests.recipes import MINUTE, NOON

V1 = {"if_match": '"v1"'}


@pytest.fixture
def petra(db):
    person = recipes.user.make(username="petra", fullname="Petra Example")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


@pytest.fixture
def alert(petra):
    return SiteAlert.objects.create(
        title="Sunday",
        message="No runs.",
        created_at=NOON,
        created_by=petra,
        updated_at=NOON,
        updated_by=petra,
    )


def test_everybody_signed_in_reads_what_staff_wrote(petra, ada):
    body = {"title": "Sunday", "message": "See https://example.org <b>now</b>", "level": "danger"}

    answer = Api(petra).post("site-alerts", body)

    assert answer.status_code == 201, answer.content
    page = Api(ada).get("site-alerts").json()
    [shown] = page["results"]
    assert {name: shown[name] for name in body} == body
    assert shown["created_by"] == {"username": "petra", "name": "Petra Example"}
    assert page["can"]["manage"]["permission"] == "staff_area_access"
    assert Api(petra).get("site-alerts").json()["can"]["manage"]["allowed"] is True
    event = AuditEvent.objects.get()
    assert (event.verb, event.target_name) == ("site_alert.created", "Sunday")


def test_the_newest_stands_first_and_is_a_warning_without_a_title(petra, alert):
    Api(petra).post("site-alerts", {"message": "Later"})

    first, second = Api(petra).get("site-alerts").json()["results"]

    assert (first["message"], first["title"], first["level"]) == ("Later", "", "warning")
    assert second["id"] == alert.pk


def test_a_visitor_is_told_nothing(alert):
    assert problem_of(Api().get("site-alerts")) == (401, "not-signed-in")


def test_the_same_key_writes_one_notice(petra):
    for _ in range(2):
        answer = Api(petra).post("site-alerts", {"message": "Once"}, idempotency_key="k")
        assert answer.status_code == 201

    assert SiteAlert.objects.count() == 1


def test_a_notice_is_changed_by_another_member_of_staff(alert):
    other = recipes.user.make(username="quinn")
    recipes.give_role(other, Role.STAFF_AREA_ADMINISTRATOR)

    answer = Api(other).patch(f"site-alerts/{alert.pk}", {"level": "info"}, **V1)

    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert (shown["level"], shown["title"], shown["version"]) == ("info", "Sunday", 2)
    assert (shown["created_by"]["username"], shown["updated_by"]["username"]) == ("petra", "quinn")
    event = AuditEvent.objects.get()
    assert (event.before, event.after) == ({"level": "warning"}, {"level": "info"})


def test_a_change_that_changes_nothing_leaves_no_trace(petra, alert):
    answer = Api(petra).patch(f"site-alerts/{alert.pk}", {"title": "Sunday"}, **V1)

    assert answer.json()["version"] == 1
    assert not AuditEvent.objects.exists()


def test_a_notice_is_deleted_and_stays_on_record(petra, alert):
    path = f"site-alerts/{alert.pk}"

    assert Api(petra).delete(path, **V1).status_code == 204

    assert Api(petra).get("site-alerts").json()["results"] == []
    [event] = Api(petra).get(f"{path}/events").json()["results"]
    assert event["verb"] == "site_alert.deleted"
    assert {"field": "message", "before": "No runs.", "after": None} in event["changes"]


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_of_two_who_change_it_at_once_the_second_is_told(petra, alert, method):
    path, body = f"site-alerts/{alert.pk}", [{"title": "x"}] if method == "patch" else []
    Api(petra).patch(path, {"level": "success"}, **V1)

    assert problem_of(getattr(Api(petra), method)(path, *body, **V1)) == (412, "stale-version")
    assert problem_of(getattr(Api(petra), method)(path, *body)) == (428, "version-required")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/message"),
        ({"message": ""}, "/message"),
        ({"message": "x" * 2001}, "/message"),
        ({"message": "x", "title": "x" * 201}, "/title"),
        ({"message": "x", "title": "a\r\nb"}, "/title"),
        ({"message": "x", "title": "\u202ea"}, "/title"),
        ({"message": "x", "level": "loud"}, "/level"),
        ({"message": "x", "html": "y"}, "/html"),
        ({"message": "a\0b"}, "/message"),
    ],
)
def test_wrong_input_is_named(petra, body, pointer):
    answer = Api(petra).post("site-alerts", body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "site-alerts", [{"message": "x"}]),
        ("patch", "site-alerts/{pk}", [{"message": "x"}]),
        ("delete", "site-alerts/{pk}", []),
        ("get", "site-alerts/{pk}/events", []),
    ],
)
def test_notices_are_written_by_staff_alone(alert, ada, method, path, body):
    headers = V1 if method in ("patch", "delete") else {}
    path = path.format(pk=alert.pk)

    refused = getattr(Api(ada), method)(path, *body, **headers)

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "staff_area_access"
    assert problem_of(getattr(Api(), method)(path, *body, **headers)) == (401, "not-signed-in")


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_a_notice_that_is_none_is_not_found(petra, method):
    body = [{"title": "x"}] if method == "patch" else []

    assert problem_of(getattr(Api(petra), method)("site-alerts/99", *body, **V1)) == (
        404,
        "not-found",
    )


def test_an_unknown_query_parameter_is_refused(petra):
    assert problem_of(Api(petra).get("site-alerts", {"level": "info"})) == (
        400,
        "validation-failed",
    )


def test_the_number_of_queries_does_not_grow(petra, django_assert_max_num_queries):
    for number in range(5):
        author = recipes.user.make()
        SiteAlert.objects.create(
            message=f"{number}",
            created_at=NOON + number * MINUTE,
            created_by=author,
            updated_at=NOON,
            updated_by=author,
        )
    api = Api(petra)

    # Session, person, roles; the notices.
    with django_assert_max_num_queries(4):
        assert len(api.get("site-alerts").json()["results"]) == 5
