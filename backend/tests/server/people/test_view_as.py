"""Seeing the service as somebody else: his view, nothing changed, on record."""

import pytest

from server.audit.models import AuditEvent
from server.people.models import User
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, problem_of


def begin(person, username):
    api = Api(person)
    answer = api.post("session/view-as", {"username": username})
    assert answer.status_code == 204, answer.content
    return api


def events():
    return list(AuditEvent.objects.order_by("id").values_list("verb", "actor", "subject"))


def test_staff_see_what_the_person_would_see(ada, project, petra):
    api = begin(petra, "ada")

    session = api.get("session").json()

    assert session["user"]["username"] == "ada"
    assert session["viewer"] == {"username": "petra", "name": "Petra Staff"}
    assert (session["can"]["create_workspace"], session["can"]["staff_area"]) == (True, False)
    assert api.get("users/ada").json()["account"] is None
    assert problem_of(api.get("users/ada/events")) == (403, "forbidden")


def test_the_view_ends_when_asked_and_both_ends_are_on_record(ada, petra):
    api = begin(petra, "ada")

    assert api.delete("session/view-as").status_code == 204
    assert api.delete("session/view-as").status_code == 204

    session = api.get("session").json()
    assert (session["user"]["username"], session["viewer"]) == ("petra", None)
    assert events() == [("view_as.begun", "petra", "ada"), ("view_as.ended", "petra", "ada")]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "path",
    [
        "/api/v3/tokens",
        "/api/v3/users/ada",
        "/api/v3/session/view-as/",
        "/api/v3/nowhere",
        "/api/v2/jobs/",
        "/_allauth/browser/v1/auth/login",
        "/workspaces",
    ],
)
def test_nothing_is_changed_meanwhile_at_any_address(ada, petra, method, path):
    api = begin(petra, "ada")

    refused = getattr(api.client, method)(path, {}, content_type="application/json")

    assert problem_of(refused) == (403, "viewing-as")
    assert "as ada does" in refused.json()["detail"]


def test_another_view_is_begun_after_the_first_is_ended(ada, petra):
    recipes.user.make(username="bob")
    api = begin(petra, "ada")

    refused = api.post("session/view-as", {"username": "bob"})

    assert problem_of(refused) == (403, "viewing-as")


def test_signing_out_ends_the_view_and_the_session_of_the_viewer(ada, petra):
    api = begin(petra, "ada")

    api.client.delete("/_allauth/browser/v1/auth/session")

    assert api.get("session").json()["user"] is None
    assert events()[-2:] == [
        ("view_as.ended", "petra", "ada"),
        ("session.ended", "petra", "petra"),
    ]


def test_the_view_ends_with_the_right_to_it(ada, petra):
    api = begin(petra, "ada")
    petra.role_grants.all().delete()

    session = api.get("session").json()

    assert (session["user"]["username"], session["viewer"]) == ("petra", None)
    assert events()[-1] == ("view_as.ended", "petra", "ada")


def test_the_view_ends_when_the_person_gets_a_role_that_others_may_not_see_with(ada, petra):
    api = begin(petra, "ada")
    recipes.give_role(ada, Role.OUTPUT_CHECKER)

    assert api.get("session").json()["user"]["username"] == "petra"


def test_the_view_does_not_count_as_being_seen(ada, petra):
    User.objects.filter(pk=ada.pk).update(last_seen_at=None)

    begin(petra, "ada").get("session")

    assert User.objects.get(pk=ada.pk).last_seen_at is None


@pytest.mark.parametrize(
    ("viewer", "viewed", "why"),
    [
        ("ada", "petra", "user_manage"),
        ("petra", "petra", "yourself"),
        ("petra", "root", "Only an Administrator"),
        ("petra", "checker", "Only an Administrator"),
        ("petra", "off", "switched off"),
    ],
)
def test_who_may_not_view_as_whom(ada, petra, root, viewer, viewed, why):
    recipes.give_role(recipes.user.make(username="checker"), Role.OUTPUT_CHECKER)
    recipes.user.make(username="off", is_active=False)

    refused = Api(User.objects.get(username=viewer)).post("session/view-as", {"username": viewed})

    assert problem_of(refused) == (403, "forbidden")
    assert why in refused.json()["detail"]
    assert not AuditEvent.objects.exists()


def test_an_administrator_views_as_anybody(ada, petra, root):
    assert begin(root, "petra").get("session").json()["can"]["staff_area"] is True


def test_a_visitor_a_token_and_a_wrong_name(ada, petra):
    path, body = "session/view-as", {"username": "ada"}

    assert problem_of(Api().post(path, body)) == (401, "not-signed-in")
    assert problem_of(Api().post(path, body, authorization=bearer(petra))) == (403, "forbidden")
    assert problem_of(Api(petra).post(path, {"username": "x"})) == (404, "not-found")
    assert problem_of(Api(petra).post(path, {})) == (400, "validation-failed")


def test_an_answer_to_nobody_does_not_vary_by_the_session(db):
    assert "Cookie" not in Api().client.get("/health-check/").get("Vary", "")


def test_every_control_is_off_meanwhile_with_the_reason(ada, w1, tpp, petra):
    job_request = recipes.make_job_request(workspace=w1, backend=tpp, created_by=ada)
    org = w1.project.collaborations.get().org
    api = begin(petra, "ada")
    addresses = [
        f"workspaces/{w1.name}",
        f"projects/{w1.project.slug}",
        f"repos/{w1.repo.owner}/{w1.repo.name}",
        f"job-requests/{job_request.identifier}",
        f"backends/{tpp.slug}",
        f"orgs/{org.slug}",
        "site-alerts",
        "account",
    ]

    verdicts = [
        verdict for address in addresses for verdict in api.get(address).json()["can"].values()
    ]

    assert not any(verdict["allowed"] for verdict in verdicts)
    run = api.get(addresses[0]).json()["can"]["run"]
    assert run["why_not"] == "You are viewing as Ada Example; changes are off."
    assert run["permission"] is None
    assert Api(ada).get(addresses[0]).json()["can"]["run"]["allowed"]


def test_what_the_viewed_person_lacks_is_said_before_that_changes_are_off(ada, w1, petra):
    move = begin(petra, "ada").get(f"workspaces/{w1.name}").json()["can"]["move"]

    assert move["permission"] == "staff_area_access"
