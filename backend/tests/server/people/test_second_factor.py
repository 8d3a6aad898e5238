"""The second factor by code: added, asked for at every way in, used once, lost."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.management import CommandError, call_command

from server.audit.models import AuditEvent
from server.people.models import SignInTry
from server.people.services import claim_code
from tests import recipes
from tests.api import problem_of
from tests.recipes import NOON
from tests.server.people.second_factor import (
    BASE,
    CODES_APP,
    PASSWORD,
    SECRET,
    Browser,
    code_of,
    give_codes_app,
    stored_secret,
)


@pytest.fixture(autouse=True)
def clock():
    cache.clear()
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ada(ada):
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    return ada


@pytest.fixture
def browser(ada):
    """Ada's, signed in by password."""
    browser = Browser()
    browser.give_password()
    assert browser.who == "ada"
    return browser


def verbs():
    return [
        (event.verb.removeprefix("second_factor."), (event.before | event.after)["kind"])
        for event in AuditEvent.objects.filter(verb__startswith="second_factor").order_by("pk")
    ]


def add_codes_app(browser):
    browser.confirm()
    secret = browser.get(CODES_APP).json()["data"]["secret"]
    return browser.post(CODES_APP, code=code_of(secret)), secret


def test_an_app_for_codes_is_added_after_the_password_was_said_again(browser, ada):
    asked = browser.get(CODES_APP)
    assert asked.status_code == 401
    assert asked.json()["meta"]["is_authenticated"]
    assert {"id": "reauthenticate"} in asked.json()["data"]["flows"]

    assert browser.confirm().status_code == 200
    begun = browser.get(CODES_APP).json()["data"]
    answer = browser.post(CODES_APP, code=code_of(begun["secret"]))

    assert answer.status_code == 200
    assert begun["url"].startswith("otpauth://totp/ada?secret=")
    assert begun["picture"].startswith("data:image/svg+xml;base64,")
    assert stored_secret(ada) == begun["secret"]
    assert begun["secret"] not in str(Authenticator.objects.values_list("data"))
    assert verbs() == [("added", "codes of an app"), ("added", "recovery codes")]
    assert begun["secret"] not in str(AuditEvent.objects.values_list())


def test_the_password_said_again_is_good_for_five_minutes(browser, clock):
    browser.confirm()
    clock.shift(timedelta(minutes=5, seconds=1))

    assert browser.get(CODES_APP).status_code == 401


def test_nothing_is_added_without_the_password_said_again(browser, ada):
    session = browser.client.session
    session["mfa.totp.secret"] = SECRET
    session.save()

    answers = [
        browser.post(CODES_APP, code=code_of(SECRET)),
        browser.post("account/authenticators/recovery-codes"),
        browser.get("account/authenticators/webauthn"),
    ]

    assert [answer.status_code for answer in answers] == [401, 400, 401]
    assert not Authenticator.objects.exists()


def test_a_wrong_first_code_adds_nothing(browser):
    browser.confirm()
    browser.get(CODES_APP)

    answer = browser.post(CODES_APP, code="000000")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["param"] == "code"
    assert not Authenticator.objects.exists()


def test_a_second_app_is_refused(browser):
    add_codes_app(browser)
    session = browser.client.session
    session["mfa.totp.secret"] = SECRET  # begun in another tab, before
    session.save()

    assert problem_of(browser.get(CODES_APP)) == (409, "conflict")
    assert problem_of(browser.post(CODES_APP, code=code_of(SECRET))) == (409, "conflict")
    assert Authenticator.objects.filter(type="totp").count() == 1


def test_a_person_without_a_password_is_told_to_use_github(ada):
    ada.set_unusable_password()
    ada.save(update_fields=["password"])
    browser = Browser()
    browser.client.force_login(ada)

    for answer in (browser.get(CODES_APP), browser.get("account/authenticators/webauthn")):
        assert problem_of(answer) == (409, "conflict")
        assert "GitHub" in answer.json()["detail"]


def test_the_password_alone_lets_nobody_in_any_more(ada):
    give_codes_app(ada)
    browser = Browser()

    answer = browser.give_password()

    assert answer.status_code == 401
    (pending,) = [flow for flow in answer.json()["data"]["flows"] if flow.get("is_pending")]
    assert pending == {"id": "mfa_authenticate", "is_pending": True, "types": ["totp"]}
    session = browser.client.get("/api/v3/session").json()
    assert (session["user"], session["sign_in"]["second_step"]) == (None, ["totp"])
    assert browser.client.get("/api/v3/tokens").status_code == 401
    assert browser.give_code(code_of(SECRET)).status_code == 200
    session = browser.client.get("/api/v3/session").json()
    assert (session["user"]["username"], session["sign_in"]["second_step"]) == ("ada", None)


def test_a_code_typed_with_a_blank_counts(ada):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()
    code = code_of(SECRET)

    assert browser.give_code(f" {code[:3]} {code[3:]}").status_code == 200


@pytest.mark.parametrize(("steps", "status"), [(-2, 400), (-1, 200), (0, 200), (1, 200), (2, 400)])
def test_a_code_counts_as_long_as_the_next_one_shows(ada, steps, status):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()

    assert browser.give_code(code_of(SECRET, steps=steps)).status_code == status


def test_a_code_counts_once_in_every_process_and_earlier_ones_no_more(ada, clock):
    give_codes_app(ada)
    code, earlier = code_of(SECRET), code_of(SECRET, steps=-1)
    first, second = Browser(), Browser()
    first.give_password()
    second.give_password()
    assert first.give_code(code).status_code == 200
    cache.clear()  # as another process has it

    assert second.give_code(code).status_code == 400
    assert second.give_code(earlier).status_code == 400
    clock.shift(30)
    assert second.give_code(code).status_code == 400
    assert second.give_code(code_of(SECRET)).status_code == 200


def test_of_two_who_bring_the_same_code_at_once_one_is_let_in(ada):
    row = give_codes_app(ada)

    assert claim_code(row, code=code_of(SECRET))
    assert not claim_code(row, code=code_of(SECRET))


def test_the_code_that_added_an_app_signs_nobody_in(browser, ada):
    _, secret = add_codes_app(browser)
    cache.clear()
    other = Browser()
    other.give_password()

    assert other.give_code(code_of(secret)).status_code == 400


def test_a_code_of_another_account_is_a_wrong_code(ada):
    give_codes_app(ada)
    bob = recipes.user.make(username="bob")
    give_codes_app(bob, SECRET[::-1])
    browser = Browser()
    browser.give_password()

    assert browser.give_code(code_of(SECRET[::-1])).status_code == 400
    assert browser.who is None


def test_a_hundred_codes_are_not_tried(ada, clock):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()

    statuses = [browser.give_code(f"{n:06}").status_code for n in range(100)]

    assert statuses == [400] * 5 + [429] * 95
    right = browser.give_code(code_of(SECRET))
    assert problem_of(right) == (429, "throttled")
    assert right["Retry-After"] == "300"
    other = Browser()
    other.give_password()
    assert other.give_code(code_of(SECRET)).status_code == 429
    clock.shift(timedelta(minutes=5))
    assert other.give_code(code_of(SECRET)).status_code == 200


def test_a_right_code_is_not_counted_as_a_try(ada):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()
    browser.give_code(code_of(SECRET))

    assert not SignInTry.objects.exists()


def test_a_code_without_a_password_before_lets_nobody_in(ada):
    give_codes_app(ada)

    assert Browser().give_code(code_of(SECRET)).status_code == 401


def test_the_second_step_runs_out(ada, clock):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()
    clock.shift(timedelta(minutes=16))

    assert browser.give_code(code_of(SECRET)).status_code == 401
    assert browser.who is None


def test_recovery_codes_are_shown_once_and_each_opens_once(browser, ada):
    add_codes_app(browser)

    codes = browser.post("account/authenticators/recovery-codes").json()["data"]["unused_codes"]

    assert len(set(codes)) == 10
    assert not any(code in browser.get("account/authenticators").content.decode() for code in codes)
    assert not any(code in str(Authenticator.objects.values_list("data")) for code in codes)
    other = Browser()
    other.give_password()
    assert other.give_code(codes[0]).status_code == 200
    assert other.who == "ada"
    again = Browser()
    again.give_password()
    assert again.give_code(codes[0]).status_code == 400
    assert ("used", "recovery codes") in verbs()
    listed = {row["type"]: row for row in browser.get("account/authenticators").json()["data"]}
    assert listed["recovery_codes"]["unused_code_count"] == 9


def test_new_recovery_codes_make_the_old_ones_worthless(browser, ada):
    add_codes_app(browser)
    old, new = (
        browser.post("account/authenticators/recovery-codes").json()["data"]["unused_codes"]
        for _ in range(2)
    )
    other = Browser()
    other.give_password()

    assert other.give_code(old[0]).status_code == 400
    assert other.give_code(new[0]).status_code == 200


def test_without_the_last_factor_the_recovery_codes_go_too(browser, ada):
    add_codes_app(browser)

    assert browser.send("delete", CODES_APP).status_code == 200

    assert not Authenticator.objects.exists()
    assert sorted(verbs()[-2:]) == [("removed", "codes of an app"), ("removed", "recovery codes")]
    other = Browser()
    assert other.give_password().status_code == 200


def test_a_visitor_is_let_near_none_of_it(db):
    browser = Browser()
    for method, path in [
        ("get", "account/authenticators"),
        ("get", CODES_APP),
        ("delete", CODES_APP),
        ("post", "account/authenticators/recovery-codes"),
        ("get", "account/authenticators/webauthn"),
        ("post", "account/password/change"),
        ("post", "auth/reauthenticate"),
    ]:
        assert browser.send(method, path, {}).status_code == 401, path


def test_changes_need_the_csrf_token(browser, ada):
    strict = Browser()
    strict.client.handler.enforce_csrf_checks = True
    strict.client.cookies = browser.client.cookies

    for path in ("auth/reauthenticate", CODES_APP, "account/password/change"):
        assert problem_of(strict.post(path, password=PASSWORD)) == (403, "csrf-failed")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"{", (400, "malformed-request")),
        (b"[]", (400, "malformed-request")),
        (b'"\xff"', (400, "malformed-request")),
        (b"[" * 30_000, (400, "malformed-request")),
        (b'{"code": "\\ud800"}', (400, "malformed-request")),
        (b'{"code": "\\u0000"}', (400, "malformed-request")),
        (b'{"code": "' + b"1" * 70_000 + b'"}', (413, "body-too-large")),
    ],
)
def test_bodies_that_cannot_be_read_are_problems(ada, body, problem):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()

    answer = browser.client.post(
        f"{BASE}auth/2fa/authenticate", body, content_type="application/json"
    )

    assert problem_of(answer) == problem


@pytest.mark.parametrize("code", [None, "", 5, {}, [], True, "١٢٣٤٥٦", "😀" * 6])
def test_odd_codes_are_wrong_codes(ada, code):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()

    assert browser.give_code(code).status_code == 400


def test_after_the_secret_key_changed_no_code_fits_and_none_can_be_foreseen(ada, settings):
    give_codes_app(ada)
    settings.SECRET_KEY = "another-key-" * 5
    browser = Browser()
    browser.give_password()

    assert browser.give_code(code_of(SECRET)).status_code == 400
    assert browser.give_code(code_of("")).status_code == 400


def test_the_old_secret_key_still_reads_what_it_wrote(ada, settings):
    give_codes_app(ada)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 5
    browser = Browser()
    browser.give_password()

    assert browser.give_code(code_of(SECRET)).status_code == 200


def test_an_operator_resets_a_lost_factor_on_record(browser, ada, capsys):
    add_codes_app(browser)

    call_command("reset_second_factor", "ADA")

    assert "ada has no second factor any more." in capsys.readouterr().out
    assert browser.who is None
    fresh = Browser()
    assert fresh.give_password().status_code == 200
    events = AuditEvent.objects.filter(actor="reset_second_factor").values_list("verb", "subject")
    assert sorted(events) == [
        ("second_factor.removed", "ada"),
        ("second_factor.removed", "ada"),
        ("user.signed_out", "ada"),
    ]


@pytest.mark.parametrize("username", ["ada", "ghost"])
def test_an_operator_is_told_where_there_is_nothing_to_reset(ada, username):
    with pytest.raises(CommandError, match=r"has no second factor|There is no account"):
        call_command("reset_second_factor", username)
