"""Staff set where a person belongs, and let many new people in at once."""

import pytest

from server.audit.models import AuditEvent
from server.people.roles import Role
from server.projects.models import Org
from tests import recipes
from tests.api import Api, pointers_of, problem_of


@pytest.fixture
def petra(db):
    person = recipes.user.make(username="petra")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


@pytest.fixture
def orgs(db):
    return [
        Org.objects.create(slug=slug, name=slug.title()) for slug in ("leeds", "oxford", "kings")
    ]


def put(api, what, *slugs, username="ada", tag=None):
    tag = tag or api.get(f"users/{username}")["ETag"]
    return api.put(f"users/{username}/{what}", {what: list(slugs)}, if_match=tag)


def events():
    rows = AuditEvent.objects.order_by("id")
    return [(e.verb, e.target_name.lower(), e.actor, e.subject) for e in rows]


def test_the_organisations_of_a_person_are_replaced_on_record(ada, petra, orgs):
    api = Api(petra)
    put(api, "orgs", "leeds", "oxford")

    answer = put(api, "orgs", "oxford", "kings")

    assert [org["slug"] for org in answer.json()["account"]["orgs"]] == ["kings", "oxford"]
    assert events() == [
        ("org_member.added", "leeds", "petra", "ada"),
        ("org_member.added", "oxford", "petra", "ada"),
        ("org_member.removed", "leeds", "petra", "ada"),
        ("org_member.added", "kings", "petra", "ada"),
    ]
    assert set(ada.org_memberships.values_list("created_by__username", flat=True)) == {"petra"}


def test_the_backends_of_a_person_are_replaced_on_record(ada, petra, tpp):
    recipes.make_backend("emis")
    AuditEvent.objects.exists()

    answer = put(Api(petra), "backends", "emis")

    assert [each["slug"] for each in answer.json()["account"]["backends"]] == ["emis"]
    assert events() == [
        ("backend_member.removed", "tpp", "petra", "ada"),
        ("backend_member.added", "emis", "petra", "ada"),
    ]


@pytest.mark.parametrize("what", ["orgs", "backends"])
def test_what_there_is_not_is_refused(ada, petra, what):
    assert pointers_of(put(Api(petra), what, "nowhere")) == [f"/{what}/0"]


@pytest.mark.parametrize("what", ["orgs", "backends"])
def test_two_who_set_at_once_do_not_overwrite_each_other(ada, petra, what):
    api = Api(petra)
    tag = api.get("users/ada")["ETag"]
    assert put(api, what, tag=tag).status_code == 200

    assert problem_of(put(api, what, tag=tag)) == (412, "stale-version")
    assert problem_of(api.put(f"users/ada/{what}", {what: []})) == (428, "version-required")


@pytest.mark.parametrize(
    "call",
    [
        lambda api: api.put("users/ada/orgs", {"orgs": []}, if_match='"v1"'),
        lambda api: api.put("users/ada/backends", {"backends": []}, if_match='"v1"'),
        lambda api: api.post("users/ada/roles/clear", {}),
        lambda api: api.post("user-approvals", {"usernames": ["ada"], "orgs": ["leeds"]}),
    ],
)
def test_letting_in_is_for_those_who_manage_people(ada, orgs, call):
    assert problem_of(call(Api())) == (401, "not-signed-in")
    refused = call(Api(ada))
    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "user_manage"
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("path", ["orgs", "backends"])
def test_nobody_is_let_in_who_is_not_there(petra, path):
    answer = Api(petra).put(f"users/nobody/{path}", {path: []}, if_match='"v1"')

    assert problem_of(answer) == (404, "not-found")


def test_every_role_of_a_person_is_taken_everywhere_and_in_projects_with_events(
    ada, project, petra
):
    recipes.make_member(recipes.make_project(slug="second"), ada)
    recipes.give_role(ada, Role.OUTPUT_CHECKER)
    recipes.give_role(ada, Role.TECH_SUPPORT)
    api = Api(petra)

    answer = api.post("users/ada/roles/clear", {})

    assert answer.json()["account"]["roles"] == []
    assert [each["roles"] for each in answer.json()["projects"]] == [[], []]
    assert [verb for verb, *_ in events()] == [
        "role.taken",
        "role.taken",
        "project_member.roles_changed",
    ]
    assert api.post("users/ada/roles/clear", {}).status_code == 200
    assert len(events()) == 3


def test_the_roles_of_an_administrator_are_cleared_by_another_alone(petra):
    root = recipes.user.make(username="root")
    recipes.give_role(root, Role.ADMINISTRATOR)

    assert problem_of(Api(petra).post("users/root/roles/clear", {})) == (403, "forbidden")
    assert problem_of(Api(root).post("users/root/roles/clear", {})) == (409, "last-administrator")


def test_many_are_approved_in_one_step_and_a_repeat_changes_nothing(ada, petra, orgs, tpp):
    recipes.user.make(username="bob")
    recipes.user.make(username="zoe", is_active=False)
    api = Api(petra)
    body = {
        "usernames": ["ADA", "bob", "zoe", "nobody"],
        "orgs": ["leeds", "oxford"],
        "backends": ["tpp"],
    }

    first, second = api.post("user-approvals", body).json(), api.post("user-approvals", body).json()

    skipped = [
        {"username": "zoe", "reason": "The account is switched off."},
        {"username": "nobody", "reason": "There is no person of this name."},
    ]
    assert first == {"changed": ["ada", "bob"], "skipped": skipped}
    had = "Belongs to all of these already."
    assert second == {
        "changed": [],
        "skipped": [{"username": name, "reason": had} for name in ("ada", "bob")] + skipped,
    }
    assert len(events()) == 5  # four organisations, and one backend that only bob had not


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/orgs"),
        ({"orgs": ["nowhere"]}, "/orgs/0"),
        ({"backends": ["tpp", "nowhere"]}, "/backends/1"),
        ({"usernames": [], "orgs": ["leeds"]}, "/usernames"),
    ],
)
def test_an_approval_that_makes_no_sense_is_refused(ada, petra, tpp, orgs, body, pointer):
    answer = Api(petra).post("user-approvals", {"usernames": ["ada"]} | body)

    assert pointers_of(answer) == [pointer]
