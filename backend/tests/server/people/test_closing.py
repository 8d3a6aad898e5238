"""Closing an account, and taking one's data along."""

import json

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from server.audit.models import AuditEvent
from server.jobs.models import JobRequest
from server.people.actors import actor_of
from server.people.models import RoleGrant, User
from server.people.roles import Role
from server.people.services import AlreadyClosed, LastAdministrator, close_account
from server.projects.models import Org, OrgMembership, Project, ProjectInvitation
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON
from tests.server.people.second_factor import (
    PASSWORD,
    SECRET,
    Browser,
    code_of,
    give_codes_app,
)


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
    browser = Browser(user_agent="Firefox on Linux")
    browser.give_password()
    return browser


def close(browser, username="ada", password=PASSWORD):
    body = {"username": username, "password": password}
    return browser.client.post("/api/v3/account/close", body, content_type="application/json")


def export(browser):
    answer = browser.client.get("/api/v3/account/export")
    assert answer.streaming
    return answer, json.loads(b"".join(answer.streaming_content))


@pytest.fixture
def busy(ada, w1, tpp):
    """Ada with all that a person can have; the run that she asked for."""
    recipes.give_role(ada, Role.SERVICE_ADMINISTRATOR)
    OrgMembership.objects.create(org=Org.objects.get(), user=ada)
    other = recipes.make_project(slug="other", name="Other", org_slugs=())
    ProjectInvitation.objects.create(project=other, username="ada", user=ada)
    Project.objects.filter(pk=other.pk).update(copilot=ada)
    SocialAccount.objects.create(user=ada, provider="github", uid="7", extra_data={"login": "ada"})
    return recipes.make_job_request(workspace=w1, backend=tpp, created_by=ada)


def test_of_a_closed_account_the_user_name_alone_stays(browser, busy, ada):
    token = bearer(ada)
    other = Browser()
    other.give_password()
    give_codes_app(ada)

    assert close(browser).status_code == 204

    assert (browser.who, other.who) == (None, None)
    assert Api().get("session", authorization=token).status_code == 401
    ada.refresh_from_db()
    assert (ada.username, ada.fullname, ada.email) == ("ada", "", "")
    assert (ada.is_active, ada.closed_at, ada.has_usable_password()) == (False, NOON, False)
    for related in ("role_grants", "project_memberships", "org_memberships"):
        assert not getattr(ada, related).exists(), related
    assert not ada.backend_memberships.exists()
    for model in (Authenticator, SocialAccount, UserSession, Session, ProjectInvitation):
        assert not model.objects.exists(), model
    assert not Project.objects.filter(copilot=ada).exists()
    assert JobRequest.objects.get().created_by == ada
    shown = Api().get(f"job-requests/{busy.identifier}").json()["created_by"]
    assert shown == {"username": "ada", "name": "ada"}


def test_all_that_closing_takes_is_on_record_by_the_person(browser, busy, ada):
    bearer(ada)
    give_codes_app(ada)
    close(browser)

    events = AuditEvent.objects.filter(subject="ada").exclude(verb="session.started")
    assert sorted(events.values_list("verb", flat=True)) == [
        "backend_member.removed",
        "org_member.removed",
        "personal_token.revoked",
        "project.changed",
        "project_invitation.declined",
        "project_member.removed",
        "project_member.roles_changed",
        "role.taken",
        "second_factor.removed",
        "user.closed",
        "user.signed_out",
    ]
    assert set(events.values_list("actor", "actor_kind")) == {("ada", "person")}
    assert "ada@example.org" not in str(list(events.values()))


def test_nobody_signs_in_by_a_closed_account(browser, ada):
    close(browser)

    assert Browser().give_password().status_code == 400


@pytest.mark.parametrize(
    ("username", "password", "pointer"),
    [
        ("", PASSWORD, "/username"),
        ("bob", PASSWORD, "/username"),
        ("ada", "", "/password"),
        ("ada", "wrong", "/password"),
        ("ada", f" {PASSWORD}", "/password"),
    ],
)
def test_one_must_say_that_one_means_it(browser, ada, username, password, pointer):
    answer = close(browser, username, password)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    assert browser.who == "ada"


def test_passwords_are_not_tried_here_without_end(browser):
    statuses = [close(browser, password=f"wrong {n}").status_code for n in range(100)]

    assert statuses == [400] * 5 + [429] * 95
    assert problem_of(close(browser)) == (429, "throttled")


def test_without_a_password_the_user_name_is_enough(ada):
    ada.set_unusable_password()
    ada.save(update_fields=["password"])
    browser = Browser()
    browser.client.force_login(ada)

    assert close(browser, "ADA", "").status_code == 204
    assert User.objects.get(pk=ada.pk).closed_at == NOON


def test_the_last_administrator_stays(browser, ada):
    recipes.give_role(ada, Role.ADMINISTRATOR)
    recipes.give_role(recipes.user.make(is_active=False), Role.ADMINISTRATOR)

    assert problem_of(close(browser)) == (409, "last-administrator")

    assert browser.who == "ada"
    assert RoleGrant.objects.filter(user=ada).exists()
    can = browser.client.get("/api/v3/account").json()["can"]["close"]
    assert can["allowed"] is False
    assert "last Administrator" in can["why_not"]
    recipes.give_role(recipes.user.make(), Role.ADMINISTRATOR)
    assert browser.client.get("/api/v3/account").json()["can"]["close"]["allowed"] is True
    assert close(browser).status_code == 204


def test_of_two_administrators_who_close_at_once_one_stays(ada):
    recipes.give_role(ada, Role.ADMINISTRATOR)
    bob = recipes.user.make(username="bob")
    recipes.give_role(bob, Role.ADMINISTRATOR)
    actors = [actor_of(ada), actor_of(bob)]

    close_account(actor=actors[0], now=NOON)
    with pytest.raises(LastAdministrator):
        close_account(actor=actors[1], now=NOON)

    assert User.objects.get(username="bob").is_active


def test_an_account_is_closed_once(ada):
    actor = actor_of(ada)
    close_account(actor=actor, now=NOON)

    with pytest.raises(AlreadyClosed):
        close_account(actor=actor, now=NOON)


def test_closing_and_exporting_are_for_the_person_in_a_browser(ada):
    token = bearer(ada, scopes=["read", "run", "write"])
    body = {"username": "ada", "password": PASSWORD}

    assert problem_of(Api().get("account/export")) == (401, "not-signed-in")
    assert problem_of(Api().post("account/close", body)) == (401, "not-signed-in")
    assert problem_of(Api().get("account/export", authorization=token)) == (403, "forbidden")
    assert problem_of(Api().post("account/close", body, authorization=token))[0] == 403


def test_who_views_as_somebody_is_shown_neither_sessions_nor_data(ada, browser):
    root = recipes.user.make(username="root")
    recipes.give_role(root, Role.ADMINISTRATOR)
    api = Api(root)
    assert api.post("session/view-as", {"username": "ada"}).status_code == 204

    for path in ("account/export", "sessions"):
        answer = api.get(path)
        assert problem_of(answer) == (403, "forbidden")
        assert "himself" in answer.json()["detail"]


def test_an_export_holds_all_that_is_kept_and_no_secret(browser, busy, ada):
    secret = bearer(ada, name="nightly").removeprefix("Bearer ")
    give_codes_app(ada)
    give_role_of_staff = recipes.user.make(username="petra")
    recipes.give_role(give_role_of_staff, Role.ADMINISTRATOR)
    Api(give_role_of_staff).put("users/ada/roles", {"roles": []}, if_match='"v1"')

    answer, kept = export(browser)

    assert answer["Content-Disposition"] == 'attachment; filename="ada-2026-03-04.json"'
    assert answer["Cache-Control"] == "no-store"
    assert kept["profile"]["email"] == "ada@example.org"
    assert kept["roles"] == []
    assert [row["slug"] for row in kept["projects"]] == ["asthma-winter"]
    assert kept["projects"][0]["roles"] == ["ProjectDeveloper"]
    assert [row["slug"] for row in kept["backends"]] == ["tpp"]
    assert kept["orgs"][0]["slug"] == "example-university"
    assert [row["by"] for row in kept["sign_in"]] == ["password", "github", "totp"]
    assert kept["sessions"][0]["user_agent"] == "Firefox on Linux"
    assert [row["name"] for row in kept["tokens"]] == ["nightly"]
    assert [row["workspace"] for row in kept["job_requests"]] == ["w1"]
    (taken,) = [row for row in kept["events"] if row["verb"] == "role.taken"]
    assert (taken["actor"], taken["about"]) == ("petra", "ada")
    assert "address" not in taken
    (came,) = [row for row in kept["events"] if row["verb"] == "session.started"]
    assert came["address"] == "127.0.0.1"
    text = json.dumps(kept)
    for hidden in (secret, SECRET, ada.password, browser.client.session.session_key, "digest"):
        assert hidden not in text


def test_an_export_takes_the_same_queries_however_many_runs(
    browser, busy, w1, tpp, ada, django_assert_num_queries
):
    for _ in range(20):
        recipes.make_job_request(workspace=w1, backend=tpp, created_by=ada)
    browser.client.get("/api/v3/session")

    # Session, person, holdings; then those again, ways in, sessions, tokens, runs, notices, earlier
    # names, events.
    with django_assert_num_queries(12):
        _, kept = export(browser)

    assert len(kept["job_requests"]) == 21


def test_an_account_with_a_second_factor_is_closed_by_password_alone_once_signed_in(ada):
    give_codes_app(ada)
    browser = Browser()
    browser.give_password()
    browser.give_code(code_of(SECRET))

    assert close(browser).status_code == 204
