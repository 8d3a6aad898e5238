"""`sessions`: where a person is signed in, ended one by one or all at once."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from server.audit.models import AuditEvent
from server.core import sweeps
from server.core.clock import now
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, problem_of
from tests.recipes import NOON
from tests.server.people.second_factor import PASSWORD, Browser

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ada(ada):
    ada.set_password(PASSWORD)
    ada.last_seen_at = None
    ada.save(update_fields=["password", "last_seen_at"])
    return ada


@pytest.fixture
def sign_in(ada):
    def one(username="ada", **headers):
        browser = Browser(**headers)
        assert browser.give_password(username).status_code == 200
        return browser

    return one


def listed(browser):
    return browser.client.get("/api/v3/sessions").json()["results"]


def delete(browser, path):
    return browser.client.delete(f"/api/v3/{path}")


def test_a_person_sees_where_she_is_signed_in(sign_in, clock):
    phone = sign_in(user_agent="A phone")
    clock.shift(timedelta(hours=1))
    here = sign_in(user_agent=FIREFOX)

    first, second = listed(here)

    assert first == {
        "id": first["id"],
        "is_current": True,
        "user_agent": FIREFOX,
        "address": "127.0.0.1",
        "created_at": "2026-03-04T13:00:00Z",
        "last_used_at": "2026-03-04T13:00:00Z",
        "expires_at": "2026-03-18T13:00:00Z",
    }
    assert (second["user_agent"], second["is_current"]) == ("A phone", False)
    assert [row["is_current"] for row in listed(phone)] == [False, True]


def test_the_last_use_is_noted_once_a_minute(sign_in, clock, django_assert_num_queries):
    browser = sign_in()
    clock.shift(timedelta(seconds=61))
    browser.client.get("/api/v3/session", headers={"user-agent": "x"})

    assert listed(browser)[0]["last_used_at"] == "2026-03-04T12:01:01Z"
    clock.shift(timedelta(seconds=59))
    with django_assert_num_queries(3):  # session, person, what she holds
        browser.client.get("/api/v3/session")
    assert listed(browser)[0]["last_used_at"] == "2026-03-04T12:01:01Z"


def test_one_session_ends_at_once(sign_in):
    here, there = sign_in(), sign_in()
    (theirs,) = [row for row in listed(here) if not row["is_current"]]

    assert delete(here, f"sessions/{theirs['id']}").status_code == 204

    assert (here.who, there.who) == ("ada", None)
    assert [row["is_current"] for row in listed(here)] == [True]
    event = AuditEvent.objects.get(verb="user.signed_out")
    assert (event.actor, event.subject, event.after) == ("ada", "ada", {"sessions": 1})
    assert problem_of(delete(here, f"sessions/{theirs['id']}")) == (404, "not-found")


def test_ending_the_session_one_calls_by_signs_out(sign_in):
    here = sign_in()
    (mine,) = listed(here)

    answer = delete(here, f"sessions/{mine['id']}")

    assert answer.status_code == 204
    assert answer.cookies["sessionid"].value == ""
    assert here.who is None


def test_all_others_end_or_all(sign_in):
    here, there, elsewhere = sign_in(), sign_in(), sign_in()

    assert delete(here, "sessions").status_code == 204
    assert [browser.who for browser in (here, there, elsewhere)] == ["ada", None, None]
    assert delete(here, "sessions").status_code == 204  # nothing left to end
    assert AuditEvent.objects.filter(verb="user.signed_out").count() == 1

    there = sign_in()
    assert delete(here, "sessions/all").status_code == 204
    assert [browser.who for browser in (here, there)] == [None, None]
    assert not Session.objects.exists()


def test_nobody_sees_or_ends_anothers_sessions(sign_in):
    bob = recipes.user.make(username="bob")
    bob.set_password(PASSWORD)
    bob.save(update_fields=["password"])
    here, his = sign_in(), sign_in("bob")
    (mine,) = listed(here)

    assert len(listed(his)) == 1
    assert problem_of(delete(his, f"sessions/{mine['id']}")) == (404, "not-found")
    delete(his, "sessions/all")
    assert here.who == "ada"


def test_sessions_are_for_people_in_a_browser(ada):
    assert problem_of(Api().get("sessions")) == (401, "not-signed-in")
    for scopes in (["read"], ["read", "run", "write"]):
        token = bearer(ada, scopes=scopes)
        assert Api().get("sessions", authorization=token).status_code == 403
        for path in ("sessions", "sessions/all", "sessions/1"):
            assert Api().delete(path, authorization=token).status_code == 403


def test_unknown_query_parameters_are_refused(sign_in):
    assert sign_in().client.get("/api/v3/sessions?all=true").status_code == 400


def test_the_list_takes_the_same_queries_however_many(sign_in, django_assert_num_queries):
    browser = sign_in()
    for _ in range(5):
        sign_in()
    listed(browser)

    with django_assert_num_queries(4):  # session, person, what she holds, the list
        assert len(listed(browser)) == 6


def test_what_has_run_out_is_not_listed_and_is_swept(sign_in, clock):
    sign_in()
    clock.shift(timedelta(days=10))
    here = sign_in()
    clock.shift(timedelta(days=5))

    assert len(listed(here)) == 1
    assert UserSession.objects.count() == 2
    sweeps.prune(now=now)
    assert UserSession.objects.count() == Session.objects.count() == 1


def test_a_role_counts_from_the_next_call_on_in_the_session_that_is_open(sign_in, ada):
    browser = sign_in()
    recipes.give_role(ada, Role.SERVICE_ADMINISTRATOR)

    roles = browser.client.get("/api/v3/session").json()["user"]["roles"]
    assert roles == ["ServiceAdministrator"]
    ada.role_grants.all().delete()
    assert browser.client.get("/api/v3/session").json()["user"]["roles"] == []


def test_an_account_that_is_switched_off_is_out_at_the_next_call(sign_in, ada):
    browser, token = sign_in(), bearer(ada)
    type(ada).objects.update(is_active=False)

    assert browser.who is None
    assert Api().get("session", authorization=token).status_code == 401
