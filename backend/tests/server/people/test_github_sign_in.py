"""Signing in by GitHub, over HTTP against a stand-in: who gets in, and what goes wrong."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter
from django.test import Client

from server.audit.models import AuditEvent
from server.people.models import SignInTry, User
from server.people.roles import Role
from tests import recipes
from tests.api import Api
from tests.fakes import github_sign_in as stand_in
from tests.fakes.github_sign_in import EMAILS, TOKEN, USER, Person
from tests.recipes import NOON
from tests.server.people.second_factor import PASSWORD, SECRET, Browser, code_of, give_codes_app

START = "/_allauth/browser/v1/auth/provider/redirect"
BACK = "/sign-in?next=%2Frequests"


@pytest.fixture
def github(settings, monkeypatch, db):
    with stand_in.running_github_sign_in() as server:
        settings.GITHUB_SIGN_IN = True
        app = {"client_id": stand_in.CLIENT_ID, "secret": stand_in.CLIENT_SECRET}
        settings.SOCIALACCOUNT_PROVIDERS = {
            "github": settings.SOCIALACCOUNT_PROVIDERS["github"] | {"APPS": [app]}
        }
        for name, path in [
            ("authorize_url", stand_in.AUTHORIZE),
            ("access_token_url", TOKEN),
            ("profile_url", USER),
            ("emails_url", EMAILS),
        ]:
            monkeypatch.setattr(GitHubOAuth2Adapter, name, server.url + path)
        yield server


def start(client, *, back=BACK, **changes):
    form = {"provider": "github", "process": "login", "callback_url": back} | changes
    return client.post(START, form)


def finish(client, address):
    """The callback, as the browser would follow to it."""
    parts = urlsplit(address)
    assert parts.path == "/accounts/github/login/callback/"
    return client.get(f"{parts.path}?{parts.query}")


def sign_in(client, github, *, back=BACK):
    return finish(client, github.approve(start(client, back=back)["Location"]))


def change_own_name(user):
    changed = Api(user).patch("account", {"fullname": "New Comer"}, if_match='"v1"')
    assert changed.status_code == 200


def error_of(answer):
    """The error with which the sign-in page is shown."""
    assert answer.status_code == 302
    parts = urlsplit(answer["Location"])
    assert (parts.scheme, parts.netloc, parts.path) == ("", "", "/sign-in")
    return parse_qs(parts.query).get("error", [None])[0]


def person_of(client):
    return client.get("/api/v3/session").json()["user"]


def verbs():
    return list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))


# -- Getting in ----------------------------------------------------------------------------------


def test_the_first_time_makes_an_account_that_may_nothing(client, github):
    answer = sign_in(client, github)

    assert answer["Location"] == BACK
    user = User.objects.get()
    assert (user.username, user.fullname, user.email) == (
        "ada-gh",
        "Ada Lovelace",
        "ada.l@example.org",
    )
    assert not user.has_usable_password()
    session = client.get("/api/v3/session").json()
    assert session["user"]["needs_welcome"] is True
    assert session["user"]["roles"] == session["user"]["permissions"] == []
    assert not any(session["can"].values())
    assert not user.org_memberships.exists()
    assert not user.backend_memberships.exists()


def test_what_is_kept_of_github_is_the_id_and_the_login(client, github):
    sign_in(client, github)

    account = SocialAccount.objects.get()
    assert (account.provider, account.uid) == ("github", "7001")
    assert account.extra_data == {"id": 7001, "login": "ada-gh"}
    assert not SocialToken.objects.exists()


def test_signing_in_is_on_record_with_its_way_and_without_secrets(client, github):
    sign_in(client, github)

    made, started = AuditEvent.objects.order_by("id")
    assert (made.verb, made.actor, made.subject) == ("user.created", "ada-gh", "ada-gh")
    assert made.after == {"github_id": 7001, "github_login": "ada-gh"}
    assert (started.verb, started.after) == ("session.started", {"by": ["github"]})
    assert started.address == "127.0.0.1"
    assert not any(secret in json.dumps([made.after, started.after]) for secret in github.secrets)


def test_the_second_time_finds_the_account_and_overwrites_nothing(client, github):
    sign_in(client, github)
    User.objects.update(fullname="Ada King", email="mine@example.org")
    github.person.name, github.person.emails = "Somebody Else", []
    github.seen.clear()

    sign_in(Client(), github)

    user = User.objects.get()
    assert (user.fullname, user.email) == ("Ada King", "mine@example.org")
    assert EMAILS not in github.seen, "nobody's addresses are asked for twice"


def test_neither_code_nor_state_nor_token_reaches_the_log(client, github, caplog, capfd):
    caplog.set_level("DEBUG")
    sign_in(client, github)
    finish(client, "https://testserver/accounts/github/login/callback/?code=c0de&state=5tate")

    logged = caplog.text + "".join(capfd.readouterr())
    assert "github/login/callback" in logged
    assert not [word for word in [*github.secrets, "c0de", "5tate"] if word in logged]


def test_signing_out_is_on_record(client, github):
    sign_in(client, github)

    client.delete("/_allauth/browser/v1/auth/session")

    assert person_of(client) is None
    assert verbs()[-1] == "session.ended"


def test_signing_in_takes_the_same_few_queries_for_everybody(
    client, github, django_assert_max_num_queries
):
    sign_in(client, github)
    again = Client()
    address = github.approve(start(again)["Location"])

    with django_assert_max_num_queries(40):
        finish(again, address)


# -- Who somebody is -----------------------------------------------------------------------------


def test_a_changed_github_name_finds_the_account_and_the_name_follows(client, github):
    sign_in(client, github)
    github.person.login = "countess"

    sign_in(Client(), github)

    user = User.objects.get()
    assert (user.username, user.version) == ("countess", 2)
    event = AuditEvent.objects.get(verb="user.renamed")
    assert (event.before, event.after) == ({"username": "ada-gh"}, {"username": "countess"})
    assert (event.actor_kind, event.subject, event.target_id) == (
        "system",
        "countess",
        str(user.pk),
    )


def test_what_a_person_did_under_an_earlier_name_is_still_his(client, github):
    """In what he exports and on the page of staff; what others do under that name later is not."""
    for login in ["ada-gh", "countess", "ada-king"]:
        github.person.login = login
        sign_in(client, github)
    newcomer = recipes.user.make(username="ada-gh")  # by command, which may
    change_own_name(newcomer)
    petra = recipes.user.make(username="petra")
    recipes.give_role(petra, Role.STAFF_AREA_ADMINISTRATOR)

    answer = client.get("/api/v3/account/export")
    exported = json.loads(b"".join(answer.streaming_content))["events"]
    shown = Api(petra).get("users/ada-king/events").json()["results"]

    for told in (exported, shown):
        assert [event["verb"] for event in told].count("session.started") == 3
        assert "user.created" in [event["verb"] for event in told]
        assert "user.changed" not in [event["verb"] for event in told], "the newcomer's"


def test_the_new_owner_of_an_old_name_gets_an_account_of_his_own(client, github):
    sign_in(client, github)
    first = User.objects.get()
    github.person = Person(id=7002, login="ada-gh", name="Mallory", emails=[])

    other = Client()
    sign_in(other, github)

    assert person_of(other)["username"] == "ada-gh-2"
    assert person_of(client)["username"] == "ada-gh"
    assert SocialAccount.objects.get(uid="7001").user == first


def test_a_name_that_an_account_left_is_given_to_nobody_else(client, github):
    sign_in(client, github)
    github.person.login = "countess"
    sign_in(Client(), github)
    github.person = Person(id=7002, login="Ada-GH", name="Mallory", emails=[])

    other = Client()
    sign_in(other, github)

    assert person_of(other)["username"] == "Ada-GH-2"


def test_who_left_a_name_may_have_it_back(client, github):
    sign_in(client, github)
    for login in ["countess", "ada-gh"]:
        github.person.login = login
        sign_in(Client(), github)

    assert User.objects.get().username == "ada-gh"


@pytest.mark.parametrize("local", ["ada-gh", "ADA-GH"])
def test_a_local_account_of_the_same_name_is_not_taken_over(client, github, local):
    recipes.user.make(username=local, email="ada.l@example.org")

    sign_in(client, github)

    assert person_of(client)["username"] == "ada-gh-2"
    assert person_of(client)["email"] == "", "the address is the other account's"
    assert not SocialAccount.objects.filter(user__username=local).exists()


def test_a_name_that_is_taken_is_not_followed(client, github):
    sign_in(client, github)
    recipes.user.make(username="countess")
    github.person.login = "countess"

    sign_in(client, github)

    assert person_of(client)["username"] == "ada-gh"
    assert "user.renamed" not in verbs()


def test_thirty_people_of_one_name_all_get_in(client, github):
    for number in range(2, 30):
        recipes.user.make(username=f"ada-gh-{number}")
    recipes.user.make(username="ada-gh")

    sign_in(client, github)

    assert person_of(client)["username"] == "ada-gh-7001"


@pytest.mark.parametrize(
    ("login", "username"),
    [
        ("\N{FULLWIDTH LATIN SMALL LETTER A}da", "ada"),
        ("a\u200bda", "ada"),
        ("\u202eada", "ada"),
        ("\N{CYRILLIC SMALL LETTER A}da", "github-7001"),
        ("ada\r\nBcc: x@example.org", "github-7001"),
        ("-ada", "github-7001"),
        ("x" * 120, "github-7001"),
        ("ada[bot]", "github-7001"),
        ("ada_corp", "ada_corp"),
    ],
)
def test_a_login_of_odd_characters_becomes_a_plain_user_name(client, github, login, username):
    github.person.login = login

    sign_in(client, github)

    assert person_of(client)["username"] == username


@pytest.mark.parametrize(
    ("name", "fullname"),
    [
        ("Ada\r\nBcc: evil@example.org", "Ada Bcc: evil@example.org"),
        ("Ada\u202e \u200bLovelace\u2066", "Ada Lovelace"),
        ("\N{LATIN SMALL LIGATURE FI}on\N{NO-BREAK SPACE}a", "fion a"),
        ("A\u0308da", "\u00c4da"),
        ("عادة", "عادة"),
        ("\u200b\u0000", ""),
        ("\ud800", ""),
        ("x" * 300, "x" * 255),
        (None, ""),
        (["Ada"], ""),
    ],
)
def test_a_name_of_odd_characters_becomes_a_plain_line(client, github, name, fullname):
    github.person.name = name

    sign_in(client, github)

    assert User.objects.get().fullname == fullname


@pytest.mark.parametrize(
    ("public", "emails", "email"),
    [
        (None, [], ""),
        ("public@example.org", [], "public@example.org"),
        (None, [{"email": "x@example.org", "primary": True, "verified": False}], ""),
        (None, [{"email": "7+a@users.noreply.github.com", "primary": True, "verified": True}], ""),
        ("7+a@users.noreply.github.com", [], ""),
        (None, [{"email": "no address", "primary": True, "verified": True}], ""),
        (None, [{"email": "a@exa\ud800mple.org", "primary": True, "verified": True}], ""),
        (None, ["x@example.org"], ""),
        (None, {"message": "Not Found"}, ""),
        (None, "x@example.org", ""),
    ],
)
def test_the_address_is_one_that_github_verified_or_none(client, github, public, emails, email):
    github.person.email, github.person.emails = public, emails

    answer = sign_in(client, github)

    assert error_of(answer) is None
    assert User.objects.get().email == email


def test_the_id_decides_however_the_names_are_swapped(client, github):
    ada, bob = Person(id=1, login="ada", emails=[]), Person(id=2, login="bob", emails=[])
    pages = {}
    for person in (ada, bob):
        github.person, pages[person.id] = person, Client()
        sign_in(pages[person.id], github)
    keys = dict(SocialAccount.objects.values_list("uid", "user_id"))

    ada.login, bob.login = "bob", "ada"
    for person in (ada, bob):
        github.person = person
        sign_in(Client(), github)

    assert dict(SocialAccount.objects.values_list("uid", "user_id")) == keys
    assert person_of(pages[1])["username"] == "ada"
    assert User.objects.count() == 2


# -- Who is kept out -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("closed_at", "why"), [(None, "account-disabled"), (NOON, "account-closed")]
)
def test_who_was_switched_off_is_told_so_and_stays_out(client, github, closed_at, why):
    sign_in(client, github)
    User.objects.update(is_active=False, closed_at=closed_at)
    github.person.login = "countess"

    answer = sign_in(Client(), github)

    assert error_of(answer) == why
    assert person_of(client) is None
    assert User.objects.get().username == "ada-gh"
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.after) == ("session.refused", {"why": why})


def test_who_says_no_at_github_is_back_on_the_sign_in_page(client, github):
    answer = finish(client, github.deny(start(client)["Location"]))

    assert error_of(answer) == "denied"
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == ["/requests"]
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "code=x&state=forged",
        "code=x&state=",
        "code=x",
        "state=forged",
        "",
        "error=access_denied",
        "error=server_error&state=forged",
        "code=x&state=%00",
        "code=x&state=" + "y" * 5000,
    ],
)
def test_a_callback_that_nobody_began_here_leads_nowhere(client, github, query):
    answer = client.get(f"/accounts/github/login/callback/?{query}")

    assert error_of(answer) == "not-begun-here"
    assert person_of(client) is None
    assert github.seen == []


def test_a_callback_works_once(client, github):
    address = github.approve(start(client)["Location"])
    finish(client, address)
    client.delete("/_allauth/browser/v1/auth/session")

    assert error_of(finish(client, address)) == "not-begun-here"
    assert person_of(client) is None


def test_a_callback_begun_in_another_browser_is_refused(client, github):
    address = github.approve(start(client)["Location"])
    victim = Client()

    assert error_of(finish(victim, address)) == "not-begun-here"
    assert person_of(victim) is None


def test_a_code_of_somebody_else_in_ones_own_state_is_refused(client, github):
    attacker = parse_qs(urlsplit(github.approve(start(Client())["Location"])).query)["code"][0]
    mine = parse_qs(urlsplit(github.approve(start(client)["Location"])).query)["state"][0]

    answer = client.get(f"/accounts/github/login/callback/?code={attacker}&state={mine}")

    assert error_of(answer) == "github-failed", "the proof key (PKCE) does not fit"
    assert person_of(client) is None


def test_an_error_of_github_is_passed_on_in_words(client, github):
    state = parse_qs(urlsplit(start(client)["Location"]).query)["state"][0]

    answer = client.get(
        f"/accounts/github/login/callback/?error=redirect_uri_mismatch&state={state}"
    )

    assert error_of(answer) == "github-refused"


@pytest.mark.parametrize("path", [TOKEN, USER])
@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (stand_in.answers_html, "github-failed"),
        (stand_in.fails, "github-failed"),
        (stand_in.is_silent, "github-silent"),
        (stand_in.hangs_up, "github-unreachable"),
        (stand_in.says([]), "github-failed"),
        (stand_in.says(7), "github-failed"),
        (stand_in.says("access_token"), "github-failed"),
        (stand_in.says({"id": "7001", "login": "ada"}), "github-failed"),
        (stand_in.says({"id": True, "login": "ada"}), "github-failed"),
        (stand_in.says({"id": 7001, "login": ""}), "github-failed"),
        (stand_in.says({"id": 7001, "login": None}), "github-failed"),
        (stand_in.says({"id": 7001, "login": "x" * 999}), "github-failed"),
        (stand_in.says({"access_token": ["x"]}), "github-failed"),
        (stand_in.says({"access_token": "t\u00f6ken"}), "github-failed"),
        (stand_in.says({"access_token": "to\nken"}), "github-failed"),
    ],
)
def test_what_github_answers_wrongly_is_told_and_lets_nobody_in(
    client, github, settings, path, fault, why
):
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 1 if fault is stand_in.is_silent else 10
    github.faults[path] = fault

    answer = sign_in(client, github)

    assert error_of(answer) == why
    assert person_of(client) is None
    assert not User.objects.exists()


@pytest.mark.parametrize("fault", [stand_in.answers_html, stand_in.fails, stand_in.is_silent])
def test_without_the_addresses_signing_in_goes_on(client, github, settings, fault):
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 1 if fault is stand_in.is_silent else 10
    github.faults[EMAILS] = fault

    answer = sign_in(client, github)

    assert error_of(answer) is None
    assert person_of(client)["email"] == ""


def test_a_down_github_can_be_tried_again(client, github):
    github.faults[USER] = stand_in.fails
    sign_in(client, github)
    github.faults.clear()

    assert error_of(sign_in(client, github)) is None


def test_failures_of_one_address_are_counted_and_then_wait(client, github):
    for _ in range(30):
        client.get("/accounts/github/login/callback/?code=x&state=forged")
    address = github.approve(start(client)["Location"])

    assert error_of(finish(client, address)) == "paused"
    assert person_of(client) is None


def test_who_gets_in_is_not_counted(client, github):
    sign_in(client, github)

    assert not SignInTry.objects.exists()


# -- Where one is led ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/\t/evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "https://testserver/sign-in",
        "https://jobs.example.org/",
        "sign-in",
        "",
    ],
)
def test_signing_in_leads_to_paths_of_this_site_alone(client, github, back):
    answer = start(client, back=back)

    assert error_of(answer) == "github-failed"
    assert github.url not in answer["Location"]


@pytest.mark.parametrize(
    "changes",
    [{"process": "connect"}, {"process": ""}, {"provider": "google"}, {"provider": ""}],
)
def test_a_form_that_is_not_ours_leads_back(client, github, changes):
    assert error_of(start(client, **changes)) in ("not-offered", "github-failed")


def test_starting_needs_the_csrf_token(github):
    client = Client(enforce_csrf_checks=True)
    client.get("/api/v3/session")

    without = start(client)
    token = client.cookies["csrftoken"].value
    with_it = start(client, csrfmiddlewaretoken=token)

    assert (without.status_code, without.json()["type"]) == (403, "/problems/csrf-failed")
    assert with_it["Location"].startswith(github.url)


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_starting_from_another_origin_is_refused(github, origin):
    client = Client(enforce_csrf_checks=True)
    client.get("/api/v3/session")
    form = {"provider": "github", "process": "login", "callback_url": BACK}

    answer = client.post(
        START,
        form | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value},
        headers={"Origin": origin},
    )

    assert answer.status_code == 403


def test_a_link_cannot_start_it_and_a_form_cannot_finish_it(client, github):
    assert client.get(START).status_code == 405
    assert client.post("/accounts/github/login/callback/").status_code == 405


def test_where_github_is_off_nothing_of_it_is_there(client, db, settings):
    assert settings.GITHUB_SIGN_IN is False
    assert error_of(start(client)) == "not-offered"
    assert error_of(client.get("/accounts/github/login/callback/?code=x")) == "not-offered"
    ways = Api().get("session").json()["sign_in"]
    assert (ways["password"], ways["github"]) == (True, False)


def test_the_session_says_which_ways_are_on(github, settings):
    settings.PASSWORD_SIGN_IN = False

    ways = Api().get("session").json()["sign_in"]
    assert (ways["password"], ways["github"]) == (False, True)


def test_who_has_a_second_factor_here_is_asked_for_it_after_github_too(github, ada):
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    uid = str(github.person.id)
    SocialAccount.objects.create(user=ada, provider="github", uid=uid, extra_data={"login": "a"})
    give_codes_app(ada)
    browser = Browser()

    sign_in(browser.client, github)

    assert browser.who is None
    flows = browser.get("auth/session").json()["data"]["flows"]
    assert [flow["id"] for flow in flows if flow.get("is_pending")] == ["mfa_authenticate"]
    assert browser.give_code(code_of(SECRET)).status_code == 200
    assert browser.who == "ada-gh"  # the name that GitHub has by now


def test_who_comes_back_after_closing_the_account_is_somebody_new(github, client):
    sign_in(client, github)
    old = User.objects.get()
    body = {"username": old.username}
    client.post("/api/v3/account/close", body, content_type="application/json")

    sign_in(client, github)

    new = User.objects.exclude(pk=old.pk).get()
    assert new.username == f"{old.username}-2"
    assert client.get("/api/v3/session").json()["user"]["username"] == new.username
