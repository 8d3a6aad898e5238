"""`users`: everybody's page and staff's, filters, and the changes that staff make."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import AuditEvent
from server.people.models import User
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON

MORNING = NOON - timedelta(hours=3)


def names(answer):
    assert answer.status_code == 200, answer.content
    return {row["username"] for row in answer.json()["results"]}


def tag_of(username, api):
    return api.get(f"users/{username}")["ETag"]


def test_everybody_sees_name_and_projects_and_no_address(ada, project, tpp):
    shown = {
        "username": "ada",
        "name": "Ada Example",
        "projects": [
            {"slug": "asthma-winter", "name": "Asthma in winter", "roles": ["ProjectDeveloper"]}
        ],
        "account": None,
    }

    assert Api().get("users").json()["results"] == [shown]
    assert Api().get("users/Ada").json() == shown


def test_each_project_is_shown_once_with_the_roles_held_there(ada, project):
    second, third = (recipes.make_project(slug=slug, name=slug) for slug in ("second", "third"))
    recipes.make_member(second, ada, Role.PROJECT_COORDINATOR, Role.PROJECT_COLLABORATOR)
    recipes.make_member(third, ada)

    shown = Api().get("users/ada").json()["projects"]

    assert [(each["slug"], each["roles"]) for each in shown] == [
        ("asthma-winter", ["ProjectDeveloper"]),
        ("second", ["ProjectCollaborator", "ProjectCoordinator"]),
        ("third", []),
    ]


def test_with_public_read_off_visitors_see_nobody(ada, settings):
    settings.PUBLIC_READ = False

    assert problem_of(Api().get("users")) == (401, "not-signed-in")
    assert problem_of(Api().get("users/ada")) == (401, "not-signed-in")


def test_who_is_not_there_is_not_found(petra):
    assert problem_of(Api().get("users/nobody")) == (404, "not-found")
    assert problem_of(Api(petra).patch("users/nobody", {}, if_match='"v1"')) == (404, "not-found")


def test_staff_see_the_account(ada, project, tpp, petra):
    recipes.make_personal_token(ada, name="weekly")
    recipes.give_role(ada, Role.OUTPUT_CHECKER)
    project.orgs.get().memberships.create(user=ada)

    account = Api(petra).get("users/ada").json()["account"]

    assert (account["email"], account["roles"]) == ("ada@example.org", ["OutputChecker"])
    assert account["orgs"] == [{"slug": "example-university", "name": "Example-University"}]
    assert account["backends"] == [{"slug": "tpp", "name": "TPP"}]
    assert [(token["name"], "token" in token) for token in account["tokens"]] == [("weekly", False)]
    assert account["sessions"] == 0
    assert account["can"]["change"]["allowed"]
    assert account["can"]["make_administrator"] == {
        "allowed": False,
        "why_not": "Only an Administrator can give or take the role Administrator.",
        "permission": None,
    }


@pytest.fixture
def people(ada, project, tpp, petra):
    """Ada has all; Bob nothing; Zoe is switched off; Petra holds a role."""
    recipes.user.make(username="bob", fullname="Robert Éclair", email="bob@example.org")
    recipes.user.make(username="zoe", is_active=False)
    project.orgs.get().memberships.create(user=ada)
    return petra


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"ada", "bob", "zoe", "petra"}),
        ({"search": "AD"}, {"ada"}),
        ({"search": "exam"}, {"ada"}),
        ({"search": "éclair"}, {"bob"}),
        ({"search": "bob@"}, {"bob"}),
        ({"search": "da"}, set()),
        ({"search": "%"}, set()),
        ({"backend": "tpp"}, {"ada"}),
        ({"org": "example-university"}, {"ada"}),
        ({"role": "StaffAreaAdministrator"}, {"petra"}),
        ({"any_roles": "true"}, {"ada", "petra"}),
        ({"any_roles": "false"}, {"bob", "zoe"}),
        ({"missing": "backend"}, {"bob", "zoe", "petra"}),
        ({"missing": "org", "any_roles": "true"}, {"petra"}),
        ({"missing": "project"}, {"bob", "zoe", "petra"}),
        ({"disabled": "true"}, {"zoe"}),
    ],
)
def test_staff_filter_people(people, query, found):
    if connection.vendor == "sqlite" and query.get("search") == "éclair":
        query = {"search": "Éclair"}  # SQLite folds the case of ASCII letters alone

    assert names(Api(people).get("users", query)) == found


def test_everybody_finds_those_who_can_sign_in_by_name_and_not_by_address(people, ada):
    assert names(Api(ada).get("users")) == {"ada", "bob", "petra"}
    assert names(Api().get("users", {"search": "rob"})) == {"bob"}
    assert names(Api().get("users", {"search": "bob@"})) == set()


@pytest.mark.parametrize("query", [{"backend": "tpp"}, {"any_roles": "true"}, {"disabled": "true"}])
def test_the_other_filters_are_for_staff(people, ada, query):
    refused = Api(ada).get("users", query)

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "user_manage"
    assert problem_of(Api().get("users", query)) == (401, "not-signed-in")


@pytest.mark.parametrize(
    ("query", "pointer"),
    [({"role": "King"}, "/role"), ({"missing": "cat"}, "/missing"), ({"colour": "red"}, "/colour")],
)
def test_unknown_filters_are_refused(petra, query, pointer):
    assert pointers_of(Api(petra).get("users", query)) == [pointer]


@pytest.mark.parametrize("query", [{}, {"any_roles": "true", "missing": "org"}])
def test_the_list_takes_two_queries_beside_who_asks(people, tpp, project, query):
    api = Api(people)
    with CaptureQueriesContext(connection) as few:
        api.get("users", query)
    for number in range(40):
        person = recipes.user.make(username=f"p{number}")
        recipes.make_member(project, person, Role.PROJECT_DEVELOPER, Role.PROJECT_COORDINATOR)
        tpp.memberships.create(user=person)

    with CaptureQueriesContext(connection) as many:
        rows = api.get("users", {"limit": 100, **query}).json()["results"]

    assert len(rows) >= 40
    assert len(few) == len(many) == 3 + 2  # session, user, what he holds; page, what they hold


def test_staff_change_a_name_on_record(ada, petra):
    api = Api(petra)

    answer = api.patch("users/ada", {"fullname": "Ada L"}, if_match=tag_of("ada", api))

    assert answer.json()["name"] == "Ada L"
    assert answer["ETag"].startswith('"v2.')
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.subject) == ("user.changed", "petra", "ada")
    assert (event.before, event.after) == ({"fullname": "Ada Example"}, {"fullname": "Ada L"})


def test_a_change_needs_the_version_that_was_read(ada, petra):
    api = Api(petra)
    tag = tag_of("ada", api)
    api.patch("users/ada", {"fullname": "One"}, if_match=tag)

    assert problem_of(api.patch("users/ada", {"fullname": "Two"})) == (428, "version-required")
    stale = api.patch("users/ada", {"fullname": "Two"}, if_match=tag)
    assert problem_of(stale) == (412, "stale-version")


@pytest.mark.parametrize("name", ["Ada\r\nBcc: eve@example.org", "\u202eAda", "A\u200bda"])
def test_a_name_is_one_line_of_characters_that_are_seen(ada, petra, name):
    answer = Api(petra).patch("users/ada", {"fullname": name}, if_match='"v1"')

    assert pointers_of(answer) == ["/fullname"]
    assert User.objects.get(username="ada").fullname == "Ada Example"


@pytest.mark.parametrize("body", [{"email": "x@example.org"}, {"username": "eve"}, {"roles": []}])
def test_nothing_else_of_an_account_is_changed(ada, petra, body):
    assert problem_of(Api(petra).patch("users/ada", body, if_match='"v1"'))[0] == 400


def test_an_account_that_is_switched_off_is_signed_out_and_its_tokens_are_refused(ada, petra):
    ada_api, header = Api(), bearer(ada)
    ada.set_password("correct horse")
    ada.save(update_fields=["password"])
    login = {"username": "ada", "password": "correct horse"}
    path = "/_allauth/browser/v1/auth/login"
    ada_api.client.post(path, login, content_type="application/json")
    assert ada_api.get("session").json()["user"]["username"] == "ada"
    assert UserSession.objects.filter(user=ada).count() == 1

    api = Api(petra)
    off = api.patch("users/ada", {"is_active": False}, if_match=tag_of("ada", api))

    assert off.json()["account"]["is_active"] is False
    assert ada_api.get("session").json()["user"] is None
    assert problem_of(Api().get("session", authorization=header)) == (401, "invalid-token")
    verbs = list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == [
        "session.started",
        "user.changed",
        "user.signed_out",
        "personal_token.revoked",
    ]

    on = api.patch("users/ada", {"is_active": True}, if_match=off["ETag"])
    assert on.json()["account"]["is_active"] is True
    assert ada_api.get("session").json()["user"] is None
    assert problem_of(Api().get("session", authorization=header)) == (401, "invalid-token")


def test_a_closed_account_stays_switched_off(ada, petra):
    User.objects.filter(pk=ada.pk).update(is_active=False, closed_at=NOON)

    refused = Api(petra).patch("users/ada", {"is_active": True}, if_match='"v1"')

    assert pointers_of(refused) == ["/is_active"]


@pytest.mark.parametrize(
    "call",
    [
        lambda api: api.patch("users/ada", {"fullname": "x"}, if_match='"v1"'),
        lambda api: api.put("users/ada/roles", {"roles": []}, if_match='"v1"'),
        lambda api: api.delete("users/ada/sessions"),
        lambda api: api.delete("users/ada/tokens/1"),
        lambda api: api.post(
            "role-changes", {"role": "OutputChecker", "change": "give", "usernames": ["ada"]}
        ),
    ],
)
def test_changes_of_accounts_are_for_staff(ada, call):
    assert problem_of(call(Api())) == (401, "not-signed-in")
    refused = call(Api(ada))
    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "user_manage"
    assert not AuditEvent.objects.exists()


def test_the_account_of_an_administrator_is_for_administrators(petra, root):
    recipes.make_personal_token(root)
    token = root.tokens.get()
    api = Api(petra)

    for refused in (
        api.patch("users/root", {"is_active": False}, if_match='"v1"'),
        api.delete("users/root/sessions"),
        api.delete(f"users/root/tokens/{token.pk}"),
    ):
        assert problem_of(refused) == (403, "forbidden")
    assert api.get("users/root").json()["account"]["can"]["change"]["allowed"] is False


def test_staff_revoke_a_token(ada, petra):
    header = bearer(ada)
    token = ada.tokens.get()
    api = Api(petra)

    assert api.delete(f"users/ada/tokens/{token.pk}").status_code == 204
    assert api.delete(f"users/ada/tokens/{token.pk}").status_code == 204

    assert problem_of(Api().get("session", authorization=header)) == (401, "invalid-token")
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.subject) == ("personal_token.revoked", "petra", "ada")
    assert problem_of(api.delete(f"users/petra/tokens/{token.pk}")) == (404, "not-found")


def test_staff_sign_a_person_out_everywhere(ada, petra):
    for _ in range(2):
        Api(ada)
    count = UserSession.objects.filter(user=ada).count()

    answer = Api(petra).delete("users/ada/sessions")

    assert answer.json() == {"sessions": count}
    assert not UserSession.objects.filter(user=ada).exists()


def test_when_a_person_was_last_seen_is_noted_every_five_minutes(ada, monkeypatch):
    User.objects.filter(pk=ada.pk).update(last_seen_at=None)
    times = iter([NOON, NOON + timedelta(minutes=4), NOON + timedelta(minutes=5)])
    api, seen = Api(ada), []

    for _ in range(3):
        now = next(times)
        monkeypatch.setattr("server.people.authentication.clock.now", lambda now=now: now)
        api.get("session")
        seen.append(User.objects.get(pk=ada.pk).last_seen_at)

    assert seen == [NOON, NOON, NOON + timedelta(minutes=5)]


def test_a_token_counts_as_being_seen(ada):
    User.objects.filter(pk=ada.pk).update(last_seen_at=MORNING)

    Api().get("session", authorization=bearer(ada))

    assert User.objects.get(pk=ada.pk).last_seen_at > MORNING
