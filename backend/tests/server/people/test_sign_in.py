"""Signing in and out by the library's calls: who gets in, who has to wait, and for how long."""

from datetime import timedelta
from ipaddress import ip_network

import pytest
import time_machine
from django.test import Client

from server.audit.models import AuditEvent
from server.people.models import RoleSource, SignInTry, User
from server.people.roles import Role
from tests import recipes
from tests.api import problem_of
from tests.recipes import NOON

LOGIN = "/_allauth/browser/v1/auth/login"
SESSION = "/_allauth/browser/v1/auth/session"
PASSWORD = "correct horse battery"


@pytest.fixture
def ada(ada):
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    return ada


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def sign_in(client, username="ada", password=PASSWORD, **headers):
    return client.post(
        LOGIN,
        {"username": username, "password": password},
        content_type="application/json",
        **headers,
    )


def is_signed_in(client):
    return client.get("/api/v3/session").json()["user"] is not None


def test_a_person_signs_in_and_out(client, ada):
    answer = sign_in(client)

    assert answer.status_code == 200
    assert answer.json()["data"]["user"]["username"] == "ada"
    assert is_signed_in(client)
    assert client.get(SESSION).status_code == 200

    assert client.delete(SESSION).status_code == 401
    assert not is_signed_in(client)


def test_the_case_of_letters_and_blanks_around_do_not_matter_in_a_user_name(client, ada):
    assert sign_in(client, username=" ADA ").status_code == 200


def test_a_right_password_is_not_counted_as_a_try(client, ada):
    sign_in(client)

    assert not SignInTry.objects.exists()


@pytest.mark.parametrize("username", ["ada", "ghost"])
def test_a_wrong_password_and_an_unknown_name_are_answered_alike(client, ada, username):
    answer = sign_in(client, username=username, password="wrong")

    assert answer.status_code == 400
    assert answer.json() == {
        "status": 400,
        "errors": [
            {
                "message": "The username and/or password you specified are not correct.",
                "code": "username_password_mismatch",
                "param": "password",
            }
        ],
    }
    assert not is_signed_in(client)


def test_an_unknown_name_costs_as_much_work_as_a_wrong_password(client, ada, monkeypatch):
    hashed = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher.encode",
        lambda self, password, salt: hashed.append(password) or f"md5${salt}$x",
    )

    sign_in(client, username="ghost", password="wrong")

    assert hashed == ["wrong"]


@pytest.mark.parametrize(
    ("closed_at", "why"), [(None, "account-disabled"), (NOON, "account-closed")]
)
def test_a_person_who_was_switched_off_is_told_so_and_stays_out(client, ada, closed_at, why):
    User.objects.update(is_active=False, closed_at=closed_at)

    answer = sign_in(client)

    assert problem_of(answer) == (403, why)
    assert not is_signed_in(client)
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.after) == ("session.refused", "ada", {"why": why})


def test_whether_an_account_is_switched_off_is_told_to_nobody_else(client, ada):
    User.objects.update(is_active=False)

    assert sign_in(client, password="wrong").status_code == 400
    assert not AuditEvent.objects.exists()


def test_signing_in_and_out_is_on_record(client, ada):
    sign_in(client)
    client.delete(SESSION)

    started, ended = AuditEvent.objects.order_by("id")
    assert (started.verb, started.actor, started.after) == (
        "session.started",
        "ada",
        {"by": ["password"]},
    )
    assert (ended.verb, ended.actor) == ("session.ended", "ada")


def test_signing_out_without_a_session_is_on_no_record(client, db):
    client.delete(SESSION)

    assert not AuditEvent.objects.exists()


def test_where_passwords_are_off_a_right_one_is_told_the_way_that_is_on(client, ada, settings):
    settings.PASSWORD_SIGN_IN = False

    right, wrong = sign_in(client), sign_in(client, password="wrong")

    assert problem_of(right) == (403, "forbidden")
    assert "GitHub" in right.json()["detail"]
    assert wrong.status_code == 400
    assert not is_signed_in(client)
    assert AuditEvent.objects.get().after == {"why": "password"}


def test_where_passwords_are_off_only_administrators_made_by_createsuperuser_have_one(
    client, ada, settings
):
    settings.PASSWORD_SIGN_IN = False
    User.objects.create_superuser("root", "root@example.org", PASSWORD)
    ada.role_grants.create(role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=NOON)

    assert sign_in(client).status_code == 403
    assert sign_in(client, username="root").status_code == 200


def test_a_session_ends_when_the_person_is_switched_off(client, ada):
    sign_in(client)

    ada.is_active = False
    ada.save(update_fields=["is_active"])

    assert not is_signed_in(client)


def test_an_account_without_a_password_cannot_sign_in(client, ada):
    ada.set_unusable_password()
    ada.save(update_fields=["password"])

    assert sign_in(client, password="").status_code == 400
    assert sign_in(client, password="!").status_code == 400


def test_of_a_hundred_wrong_passwords_five_are_looked_at(client, ada):
    answers = [sign_in(client, password=f"guess {number}") for number in range(100)]

    assert [answer.status_code for answer in answers] == [400] * 5 + [429] * 95
    assert SignInTry.objects.count() == 10  # five for the account, five for the address


def test_a_pause_says_when_to_try_again(client, ada, clock):
    for number in range(5):
        sign_in(client, password=f"guess {number}")
    clock.shift(timedelta(seconds=65))

    answer = sign_in(client)

    assert answer.status_code == 429
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Retry-After"] == "235"
    problem = answer.json()
    assert problem["type"] == "/problems/throttled"
    assert problem["retry_after_s"] == 235
    assert problem["detail"].endswith("Try again in 3 min 55 s.")


def test_the_right_password_waits_too_until_the_pause_is_over(client, ada, clock):
    for number in range(5):
        sign_in(client, password=f"guess {number}")
    wait_s = int(sign_in(client)["Retry-After"])
    assert not is_signed_in(client)

    clock.shift(timedelta(seconds=wait_s - 1))
    assert sign_in(client).status_code == 429

    clock.shift(timedelta(seconds=1))
    assert sign_in(client).status_code == 200


def test_a_pause_of_one_account_is_none_of_another(client, ada):
    bob = recipes.user.make(username="bob")
    bob.set_password(PASSWORD)
    bob.save(update_fields=["password"])
    for number in range(6):
        sign_in(client, password=f"guess {number}")

    assert sign_in(client, username="bob").status_code == 200


def test_other_spellings_of_a_name_are_the_same_account(client, ada):
    for username in ["ada", "ADA", "Ada", " ada", "aDa"]:
        sign_in(client, username=username, password="wrong")

    assert sign_in(client).status_code == 429


def test_an_address_that_tries_many_names_is_paused(client, ada):
    answers = [sign_in(client, username=f"name{number}", password="x") for number in range(31)]

    assert [answer.status_code for answer in answers] == [400] * 30 + [429]
    assert sign_in(client).status_code == 429
    assert sign_in(client, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_addresses_of_one_version_6_site_are_one(client, ada):
    for number in range(30):
        sign_in(client, f"name{number}", "x", REMOTE_ADDR=f"2001:db8::{number}")

    assert sign_in(client, REMOTE_ADDR="2001:db8::ffff").status_code == 429
    assert sign_in(client, REMOTE_ADDR="2001:db8:0:1::1").status_code == 200


def test_a_forwarded_address_has_no_effect_without_a_trusted_proxy(client, ada):
    for number in range(30):
        sign_in(client, f"name{number}", "x", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert sign_in(client, HTTP_X_FORWARDED_FOR="203.0.113.200").status_code == 429


def test_behind_a_trusted_proxy_the_forwarded_address_counts(client, ada, settings):
    settings.TRUSTED_PROXIES = (ip_network("127.0.0.1"),)
    for number in range(30):
        sign_in(client, f"name{number}", "x", HTTP_X_FORWARDED_FOR="203.0.113.5")

    assert sign_in(client, HTTP_X_FORWARDED_FOR="203.0.113.5").status_code == 429
    assert sign_in(client, HTTP_X_FORWARDED_FOR="8.8.8.8, 203.0.113.5").status_code == 429
    assert sign_in(client, HTTP_X_FORWARDED_FOR="203.0.113.6").status_code == 200


def test_old_tries_are_swept(client, ada, clock):
    sign_in(client, password="wrong")
    clock.shift(timedelta(minutes=6))

    sign_in(client, username="bob", password="wrong")

    assert SignInTry.objects.count() == 2


def test_neither_names_nor_addresses_are_stored_in_clear(client, ada):
    sign_in(client, username="my password by mistake", password="wrong")

    stored = " ".join(SignInTry.objects.values_list("key", flat=True))
    assert "password" not in stored
    assert "127.0.0.1" not in stored


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[]", b'"x"', b"1", b"\xff", b"[" * 100_000, b'{"username": "ada"}'],
)
def test_a_body_that_is_no_log_in_is_refused(client, ada, body):
    answer = client.post(LOGIN, body, content_type="application/json")

    assert answer.status_code == 400
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "bad", ["\\u0000", "\\ud800", "x" * 300, "\\u017f"], ids=["NUL", "half", "long", "odd"]
)
@pytest.mark.parametrize("where", ["username", "password"])
def test_odd_characters_are_refused_as_a_wrong_password(client, ada, bad, where):
    values = {"username": "ada", "password": PASSWORD, where: bad}
    body = '{{"username": "{username}", "password": "{password}"}}'.format(**values)

    answer = client.post(LOGIN, body, content_type="application/json")

    assert answer.status_code == 400


@pytest.mark.parametrize("values", [{"username": ["ada"]}, {"username": {}}, {"password": 1}])
def test_values_of_another_type_are_refused(client, ada, values):
    body = {"username": "ada", "password": PASSWORD} | values

    assert client.post(LOGIN, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize(("method", "path"), [("post", LOGIN), ("delete", SESSION)])
def test_a_change_without_the_csrf_token_is_refused(ada, method, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)

    answer = getattr(client, method)(path, {}, content_type="application/json")

    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/csrf-failed"
    assert is_signed_in(client)


def test_the_session_call_gives_the_csrf_token_that_signing_in_needs(ada):
    client = Client(enforce_csrf_checks=True)
    client.get("/api/v3/session")

    answer = sign_in(client, HTTP_X_CSRFTOKEN=client.cookies["csrftoken"].value)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "path",
    ["auth/signup", "auth/password/request", "auth/password/reset", "account/email", "config"],
)
def test_other_calls_of_the_library_are_not_offered(client, db, path):
    answer = client.post(f"/_allauth/browser/v1/{path}", {}, content_type="application/json")

    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/not-found"
