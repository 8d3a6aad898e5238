"""A new password: checked, throttled, on record, and the end of every other session."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession

from server.audit.models import AuditEvent
from tests.api import Api, bearer, problem_of
from tests.recipes import NOON
from tests.server.people.second_factor import PASSWORD, Browser

NEW = "a much better one 7"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ada(ada):
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    return ada


@pytest.fixture
def browser(ada):
    browser = Browser()
    browser.give_password()
    return browser


def change(browser, current=PASSWORD, new=NEW):
    return browser.post("account/password/change", current_password=current, new_password=new)


def test_a_new_password_ends_the_other_sessions_and_renews_this_one(browser, ada):
    other = Browser()
    other.give_password()
    old_key = browser.client.session.session_key
    token = bearer(ada)

    assert change(browser).status_code == 200

    assert browser.who == "ada"
    assert browser.client.session.session_key != old_key
    assert other.who is None
    assert Api().get("tokens", authorization=token).status_code == 403  # a token, but a live one
    assert UserSession.objects.get().session_key == browser.client.session.session_key
    events = list(AuditEvent.objects.order_by("pk").values_list("verb", "after"))
    assert events[-2:] == [("user.signed_out", {"sessions": 1}), ("password.changed", {})]
    assert Browser().give_password().status_code == 400
    assert Browser().give_password(password=NEW).status_code == 200


@pytest.mark.parametrize("new", ["short", "password123", ""])
def test_a_weak_password_is_refused_at_its_field(browser, new):
    answer = change(browser, new=new)

    assert answer.status_code == 400
    assert {error["param"] for error in answer.json()["errors"]} == {"new_password"}
    assert Browser().give_password().status_code == 200


def test_a_wrong_present_password_is_refused_at_its_field_and_counted(browser, clock):
    statuses = [change(browser, current=f"wrong {n}").status_code for n in range(100)]

    assert statuses == [400] * 5 + [429] * 95
    assert problem_of(change(browser)) == (429, "throttled")
    clock.shift(timedelta(minutes=5))
    assert change(browser).status_code == 200


def test_a_weak_new_password_is_no_try(browser):
    for _ in range(10):
        assert change(browser, new="short").status_code == 400


def test_an_account_without_a_password_gets_none_here(ada):
    ada.set_unusable_password()
    ada.save(update_fields=["password"])
    browser = Browser()
    browser.client.force_login(ada)

    assert problem_of(change(browser, current="")) == (409, "conflict")


def test_saying_the_password_again_is_counted_as_a_try(browser):
    statuses = [browser.confirm(password="wrong").status_code for _ in range(7)]

    assert statuses == [400] * 5 + [429] * 2
