"""`session`: who is asking and what they may do, always 200."""

import pytest
from django.test import Client

from server.people.models import RoleSource
from server.people.permissions import Permission
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, problem_of
from tests.recipes import NOON


def test_a_visitor_is_nobody_and_gets_the_csrf_cookie(db, django_assert_num_queries):
    api = Api()

    with django_assert_num_queries(0):
        answer = api.get("session")

    assert answer.status_code == 200
    assert answer.json() == {
        "user": None,
        "viewer": None,
        "can": {
            "create_workspace": False,
            "create_project": False,
            "administer": False,
            "see_archived": False,
            "staff_area": False,
        },
        "public_read": True,
        "sign_in": {"password": True, "github": False, "second_step": None},
        "development": False,
        "version": "0.1.0",
    }
    cookie = api.client.cookies["csrftoken"]
    assert cookie.value
    assert (cookie["samesite"], bool(cookie["secure"])) == ("Lax", True)


def test_a_person_is_shown_with_roles(ada):
    ada.role_grants.create(role=Role.TECH_SUPPORT, source=RoleSource.STAFF, created_at=NOON)
    ada.role_grants.create(role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=NOON)

    answer = Api(ada).get("session")

    assert answer.json()["user"] == {
        "username": "ada",
        "name": "Ada Example",
        "email": "ada@example.org",
        "initials": "AE",
        "roles": ["Administrator", "TechSupport"],
        "permissions": sorted(Permission),
        "projects": [],
        "orgs": [],
        "backends": [],
        "is_staff": True,
        "needs_welcome": True,
    }
    assert answer.json()["can"] == {
        "create_workspace": True,
        "create_project": True,
        "administer": True,
        "see_archived": True,
        "staff_area": True,
    }


def test_a_person_is_shown_with_all_he_belongs_to_in_three_queries(
    ada, project, tpp, django_assert_num_queries
):
    recipes.make_member(recipes.make_project(slug="a-second"), ada)
    project.orgs.get().memberships.create(user=ada)
    recipes.give_role(ada, Role.OUTPUT_PUBLISHER)
    api = Api(ada)

    with django_assert_num_queries(3):
        user = api.get("session").json()["user"]

    assert user["permissions"] == ["snapshot_publish"]
    assert [(each["slug"], each["roles"]) for each in user["projects"]] == [
        ("a-second", []),
        ("asthma-winter", ["ProjectDeveloper"]),
    ]
    assert "job_run" in user["projects"][1]["permissions"]
    assert (user["orgs"], user["backends"], user["is_staff"]) == (
        ["example-university"],
        ["tpp"],
        False,
    )


def test_a_role_less_than_administrator_does_not_administer(ada):
    ada.role_grants.create(role=Role.TECH_SUPPORT, source=RoleSource.STAFF, created_at=NOON)

    assert Api(ada).get("session").json()["can"]["administer"] is False


def test_the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites(ada):
    ada.set_password("correct horse")
    ada.save(update_fields=["password"])

    answer = Api().client.post(
        "/_allauth/browser/v1/auth/login",
        {"username": "ada", "password": "correct horse"},
        content_type="application/json",
    )

    cookie = answer.cookies["sessionid"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")


@pytest.mark.parametrize(
    "value", ['"' + r"\000" * 12 + '"', '"' + r"\355\240\200" * 9 + '"', "é" * 12, "x" * 4000]
)
@pytest.mark.parametrize("path", ["/api/v3/session", "/_allauth/browser/v1/auth/session"])
def test_a_cookie_that_is_no_key_of_a_session_is_a_visitors(db, value, path):
    answer = Client().get(path, headers={"cookie": f"sessionid={value}"})

    assert answer.status_code == (200 if path.endswith("v3/session") else 401)


@pytest.mark.parametrize(
    ("fullname", "initials"),
    [("", "A"), ("Ada", "A"), ("ada lovelace", "AL"), ("Ada de la Cruz", "AC"), ("  ", "A")],
)
def test_initials_are_of_the_first_and_the_last_word(db, fullname, initials):
    assert recipes.user.make(username="ada", fullname=fullname).initials == initials


def test_a_personal_token_is_a_person_too(ada):
    answer = Api().get("session", authorization=bearer(ada))

    assert answer.json()["user"]["username"] == "ada"


@pytest.mark.parametrize("fields", [{"revoked_at": NOON}, {"expires_at": NOON, "created_at": None}])
def test_a_token_that_ended_is_refused(ada, fields):
    if "created_at" in fields:
        fields = {"created_at": NOON.replace(year=2025), "expires_at": NOON.replace(month=1)}
    secret = recipes.make_personal_token(ada, **fields)

    answer = Api().get("session", authorization=f"Bearer {secret}")

    assert problem_of(answer) == (401, "invalid-token")
    assert answer["WWW-Authenticate"] == 'Bearer realm="api"'


@pytest.mark.parametrize("value", ["Bearer", "Bearer nope", "Bearer osj_user_" + "a" * 49])
def test_a_token_that_is_none_is_refused_without_a_query(db, value, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = Api().get("session", authorization=value)

    assert problem_of(answer) == (401, "invalid-token")


def test_the_token_of_a_backend_is_no_persons(tpp):
    secret = recipes.make_backend_token(tpp)

    answer = Api().get("session", authorization=f"Bearer {secret}")

    assert problem_of(answer) == (401, "invalid-token")


def test_the_token_of_a_person_who_was_switched_off_is_refused(ada):
    header = bearer(ada)
    ada.is_active = False
    ada.save(update_fields=["is_active"])

    answer = Api().get("session", authorization=header)

    assert problem_of(answer) == (401, "invalid-token")


def test_a_change_by_session_needs_the_csrf_token(ada):
    api = Api(ada)
    api.client.handler.enforce_csrf_checks = True

    without = api.post("tokens", {"name": "x"})
    api.get("session")
    token = api.client.cookies["csrftoken"].value
    with_it = api.post("tokens", {"name": "x"}, x_csrftoken=token, referer="https://testserver/")

    assert problem_of(without) == (403, "csrf-failed")
    assert with_it.status_code == 201


def test_another_origin_is_answered_only_when_it_is_listed(db, settings):
    settings.CORS_ALLOWED_ORIGINS = ["https://tools.example.org"]
    listed = Api().get("session", origin="https://tools.example.org")
    other = Api().get("session", origin="https://evil.example.org")

    assert listed["Access-Control-Allow-Origin"] == "https://tools.example.org"
    assert "Access-Control-Allow-Origin" not in other
    assert "Access-Control-Allow-Credentials" not in listed
    assert "Idempotency-Replayed" in listed["Access-Control-Expose-Headers"]


def test_another_origin_may_send_the_headers_of_edits(db, settings):
    settings.CORS_ALLOWED_ORIGINS = ["https://tools.example.org"]
    answer = Api().client.options(
        "/api/v3/workspaces/w1",
        headers={
            "Origin": "https://tools.example.org",
            "Access-Control-Request-Method": "PATCH",
        },
    )

    allowed = answer["Access-Control-Allow-Headers"]
    assert {"authorization", "if-match", "idempotency-key", "if-none-match"} <= {
        name.strip() for name in allowed.split(",")
    }
