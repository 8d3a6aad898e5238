"""Passkeys: added, asked for, enough by themselves, and never another's."""

import copy

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from server.audit.models import AuditEvent
from tests import recipes
from tests.api import problem_of
from tests.fakes.passkeys import Passkey
from tests.recipes import NOON
from tests.server.people.second_factor import PASSKEYS, PASSWORD, Browser

LOGIN, STEP = "auth/webauthn/login", "auth/webauthn/authenticate"


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
    browser = Browser()
    browser.give_password()
    return browser


def add_passkey(browser, key, name="laptop"):
    browser.confirm()
    options = browser.get(f"{PASSKEYS}?passwordless").json()["data"]["creation_options"]
    return browser.post(PASSKEYS, name=name, credential=key.register(options))


@pytest.fixture
def key(browser):
    """Ada's passkey."""
    key = Passkey()
    assert add_passkey(browser, key).status_code == 200
    return key


def options_at(browser, path):
    return browser.get(path).json()["data"]["request_options"]


def sign_in(browser, key, path=LOGIN):
    return browser.post(path, credential=key.sign(options_at(browser, path)))


def test_a_passkey_is_added_renamed_and_removed_on_record(browser, key):
    (listed,) = [
        row
        for row in browser.get("account/authenticators").json()["data"]
        if row["type"] == "webauthn"
    ]
    assert listed["name"] == "laptop"

    browser.send("put", PASSKEYS, {"id": listed["id"], "name": "key ring"})
    answer = browser.send("delete", PASSKEYS, {"authenticators": [listed["id"]]})

    assert answer.status_code == 200
    assert not Authenticator.objects.exists()
    events = AuditEvent.objects.filter(verb__startswith="second_factor").order_by("pk")
    assert [(event.verb, (event.before | event.after).get("name")) for event in events] == [
        ("second_factor.added", "laptop"),
        ("second_factor.added", None),
        ("second_factor.renamed", "key ring"),
        ("second_factor.removed", "key ring"),
        ("second_factor.removed", None),
    ]


def test_a_passkey_alone_lets_its_owner_in(key):
    browser = Browser()

    assert sign_in(browser, key).status_code == 200
    assert browser.who == "ada"


def test_a_passkey_is_the_second_step_after_a_password(key):
    browser = Browser()
    answer = browser.give_password()
    (pending,) = [flow for flow in answer.json()["data"]["flows"] if flow.get("is_pending")]
    assert sorted(pending["types"]) == ["recovery_codes", "webauthn"]

    assert sign_in(browser, key, STEP).status_code == 200
    assert browser.who == "ada"


def test_without_the_users_verification_a_passkey_is_no_two_factors(key):
    key.is_verified = False
    browser = Browser()

    assert sign_in(browser, key).status_code == 400
    assert browser.who is None


def test_a_second_step_that_somebody_began_lets_nobody_in_by_the_key_alone(key):
    """A second step takes a key that is only touched; one's own is easily begun."""
    bob = recipes.user.make(username="bob")
    bob.set_password(PASSWORD)
    bob.save(update_fields=["password"])
    his = Browser()
    his.give_password("bob")
    add_passkey(his, Passkey())
    thief = Browser()
    thief.give_password("bob")
    options = options_at(thief, STEP)
    key.is_verified = False  # found, without its PIN

    assert thief.post(LOGIN, credential=key.sign(options)).status_code == 400
    assert thief.who is None


def test_a_signature_counts_once(key):
    first, second = Browser(), Browser()
    signed = key.sign(options_at(first, LOGIN))
    options_at(second, LOGIN)

    assert second.post(LOGIN, credential=signed).status_code == 400
    assert first.post(LOGIN, credential=signed).status_code == 200
    third = Browser()
    options_at(third, LOGIN)
    assert third.post(LOGIN, credential=signed).status_code == 400


def test_anothers_passkey_is_no_second_step_of_ada(key):
    bob = recipes.user.make(username="bob")
    bob.set_password(PASSWORD)
    bob.save(update_fields=["password"])
    his, his_key = Browser(), Passkey()
    his.give_password("bob")
    add_passkey(his, his_key)
    browser = Browser()
    browser.give_password()

    assert sign_in(browser, his_key, STEP).status_code == 400
    his_key.user_handle = key.user_handle
    assert sign_in(Browser(), his_key).status_code == 400
    assert browser.who is None


def test_nobody_renames_or_removes_anothers_passkey(key):
    bob = recipes.user.make(username="bob")
    bob.set_password(PASSWORD)
    bob.save(update_fields=["password"])
    his = Browser()
    his.give_password("bob")
    his.confirm()
    row = Authenticator.objects.get(type="webauthn")

    assert his.send("put", PASSKEYS, {"id": row.pk, "name": "mine"}).status_code == 400
    assert his.send("delete", PASSKEYS, {"authenticators": [row.pk]}).status_code == 400
    assert Authenticator.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    "place",
    [
        {"origin": "https://evil.example.org"},
        {"origin": "http://jobs.example.org"},
        {"site": "evil.example.org"},
    ],
)
def test_a_passkey_used_at_another_site_lets_nobody_in(key, place):
    for name, value in place.items():
        setattr(key, name, value)

    assert sign_in(Browser(), key).status_code == 400


def test_a_wrong_signature_is_counted_and_then_waits(key):
    other = Passkey(credential_id=key.credential_id, user_handle=key.user_handle)
    browser = Browser()
    browser.give_password()

    statuses = [sign_in(browser, other, STEP).status_code for _ in range(7)]

    assert statuses == [400] * 5 + [429] * 2
    assert problem_of(sign_in(browser, key, STEP)) == (429, "throttled")


def test_one_address_cannot_try_signatures_without_end(key):
    other = Passkey(credential_id=key.credential_id, user_handle=key.user_handle)

    statuses = [sign_in(Browser(), other).status_code for _ in range(32)]

    assert statuses == [400] * 30 + [429] * 2


def test_an_account_that_is_switched_off_is_not_opened_by_its_passkey(key, ada):
    type(ada).objects.update(is_active=False)
    browser = Browser()

    sign_in(browser, key)

    assert browser.who is None


def test_where_passwords_are_off_passkeys_are_too(key, settings):
    settings.PASSWORD_SIGN_IN = False
    browser = Browser()

    assert problem_of(sign_in(browser, key)) == (403, "forbidden")
    assert browser.who is None


def test_a_passkey_without_the_password_said_again_is_not_added(browser):
    assert browser.post(PASSKEYS, name="x", credential=Passkey().register(OPTIONS)).status_code in (
        400,
        401,
    )
    assert not Authenticator.objects.exists()


OPTIONS = {"publicKey": {"user": {"id": "MQ"}, "challenge": "AAAA"}}


@pytest.mark.parametrize(
    "credential",
    [
        None,
        "",
        "x",
        5,
        [],
        {},
        {"id": 1},
        {"response": None},
        {"response": {"userHandle": None}},
        {"response": {"userHandle": "####"}},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {}},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA"}},
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {
                "clientDataJSON": "AA",
                "authenticatorData": "AA",
                "signature": "AA",
                "userHandle": "MQ",
                "attestationObject": "AA",
            },
        },
    ],
)
def test_what_no_authenticator_makes_is_refused_everywhere(browser, key, credential):
    stranger, half_way = Browser(), Browser()
    half_way.give_password()
    options_at(half_way, STEP)
    options_at(stranger, LOGIN)
    browser.get(PASSKEYS)

    for caller, path in [(stranger, LOGIN), (half_way, STEP), (browser, PASSKEYS)]:
        assert caller.post(path, name="x", credential=credential).status_code == 400, path


@pytest.mark.parametrize(
    "member", ["clientDataJSON", "authenticatorData", "signature", "userHandle"]
)
@pytest.mark.parametrize("value", [None, "", "AAAA", "é", 7, {}, "e30"])
def test_a_credential_with_one_odd_member_is_refused(key, member, value):
    browser = Browser()
    signed = copy.deepcopy(key.sign(options_at(browser, LOGIN)))
    signed["response"][member] = value

    assert browser.post(LOGIN, credential=signed).status_code == 400
    assert browser.who is None


@pytest.mark.parametrize("name", ["x" * 101, "a\0", "\ud800", {}, ["x"] * 40])
def test_odd_names_are_refused(browser, name):
    browser.confirm()
    options = browser.get(f"{PASSKEYS}?passwordless").json()["data"]["creation_options"]

    answer = browser.post(PASSKEYS, name=name, credential=Passkey().register(options))

    assert answer.status_code in (200, 400)
    assert all(len(row.wrap().name) <= 100 for row in Authenticator.objects.filter(type="webauthn"))
