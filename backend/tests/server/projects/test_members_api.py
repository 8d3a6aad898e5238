"""`projects/…/members`: several people at once, roles that count at once, both on record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import AuditEvent
from server.people.models import User
from server.people.roles import Role
from server.projects.models import ProjectMembership
from tests import recipes
from tests.api import Api, pointers_of, problem_of

MEMBERS = "projects/asthma-winter/members"


@pytest.fixture
def carol(project):
    """Who coordinates the project."""
    person = recipes.user.make(username="carol")
    recipes.make_member(project, person, Role.PROJECT_COORDINATOR)
    return person


@pytest.fixture
def joe(db):
    return recipes.user.make(username="joe", fullname="Joe Example")


def verbs():
    events = AuditEvent.objects.filter(verb__startswith="project_member").order_by("id")
    return [(event.verb, event.subject, event.after) for event in events]


def test_members_are_listed_with_their_roles_to_anyone(project, ada):
    rows = Api().get(MEMBERS).json()["results"]

    assert [(row["user"], row["roles"]) for row in rows] == [
        ({"username": "ada", "name": "Ada Example"}, ["ProjectDeveloper"])
    ]


def test_ten_thousand_members_are_paged_in_four_queries(project, django_assert_max_num_queries):
    people = User.objects.bulk_create(
        User(username=f"p{number}", password="!") for number in range(10_000)
    )
    ProjectMembership.objects.bulk_create(
        ProjectMembership(project=project, user=person) for person in people
    )

    with django_assert_max_num_queries(4):
        first = Api().get(MEMBERS, {"limit": 100}).json()
    second = Api().get(MEMBERS, {"limit": 100, "cursor": first["next"]}).json()

    names = [row["user"]["username"] for row in first["results"] + second["results"]]
    assert len(set(names)) == 200
    with django_assert_max_num_queries(4):
        assert Api().get("projects").json()["results"][0]["members"] == 10_001


def test_a_coordinator_adds_several_people_with_roles(project, carol, joe):
    eve = recipes.user.make(username="eve")

    answer = Api(carol).post(MEMBERS, {"usernames": ["JOE", "eve"], "roles": ["ProjectDeveloper"]})

    assert answer.status_code == 201
    added = {row["user"]["username"]: row["roles"] for row in answer.json()["results"]}
    assert added == {"joe": ["ProjectDeveloper"], "eve": ["ProjectDeveloper"]}
    assert Api(eve).get("workspaces").status_code == 200
    assert verbs() == [
        ("project_member.added", "joe", {"user": "joe", "roles": []}),
        ("project_member.roles_changed", "joe", {"user": "joe", "roles": ["ProjectDeveloper"]}),
        ("project_member.added", "eve", {"user": "eve", "roles": []}),
        ("project_member.roles_changed", "eve", {"user": "eve", "roles": ["ProjectDeveloper"]}),
    ]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"usernames": ["joe", "nobody"], "roles": []}, ["/usernames/1"]),
        ({"usernames": ["ada", "joe"], "roles": []}, ["/usernames/0"]),
        ({"usernames": ["gone"], "roles": []}, ["/usernames/0"]),
        ({"usernames": [], "roles": []}, ["/usernames"]),
        ({"usernames": ["joe"], "roles": ["Administrator"]}, ["/roles/0"]),
        ({"usernames": ["joe"], "roles": ["Wizard"]}, ["/roles/0"]),
        ({"usernames": ["joe"]}, ["/roles"]),
    ],
)
def test_all_of_them_are_added_or_none(project, carol, joe, body, pointers):
    recipes.user.make(username="gone", is_active=False)

    answer = Api(carol).post(MEMBERS, body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == pointers
    assert not project.memberships.filter(user=joe).exists()


def test_roles_count_from_the_next_call_on(project, carol, joe, w1, tpp):
    recipes.make_member(project, joe)
    assert Api(joe).get("workspaces/w1").json()["can"]["edit"]["allowed"] is False

    answer = Api(carol).patch(f"{MEMBERS}/joe", {"roles": ["ProjectDeveloper"]})

    assert answer.json()["roles"] == ["ProjectDeveloper"]
    assert Api(joe).get("workspaces/w1").json()["can"]["edit"]["allowed"] is True
    event = AuditEvent.objects.get(verb="project_member.roles_changed")
    assert event.before == {"user": "joe", "roles": []}

    assert Api(carol).patch(f"{MEMBERS}/joe", {"roles": []}).json()["roles"] == []

    assert Api(joe).get("workspaces/w1").json()["can"]["edit"]["allowed"] is False


def test_who_is_removed_loses_the_roles_and_both_are_on_record(project, carol, ada, w1):
    answer = Api(carol).delete(f"{MEMBERS}/ada")

    assert answer.status_code == 204
    assert Api(ada).get("workspaces/w1").json()["can"]["edit"]["allowed"] is False
    assert [verb for verb, _, _ in verbs()] == [
        "project_member.roles_changed",
        "project_member.removed",
    ]
    assert problem_of(Api(carol).delete(f"{MEMBERS}/ada")) == (404, "not-found")


@pytest.mark.parametrize("who", ["ada", "joe", None])
def test_others_change_no_members(project, carol, ada, joe, who):
    person = {"ada": ada, "joe": joe, None: None}[who]
    expected = (403, "forbidden") if person else (401, "not-signed-in")
    api = Api(person)

    answers = [
        api.post(MEMBERS, {"usernames": ["joe"], "roles": []}),
        api.patch(f"{MEMBERS}/ada", {"roles": []}),
        api.delete(f"{MEMBERS}/ada"),
    ]

    assert [problem_of(answer) for answer in answers] == [expected] * 3
    assert not verbs()
    if person:
        assert {answer.json()["permission"] for answer in answers} == {"project_manage_members"}


def test_a_coordinator_manages_his_own_project_alone(carol, joe):
    recipes.make_project(slug="foreign")

    answer = Api(carol).post("projects/foreign/members", {"usernames": ["joe"], "roles": []})

    assert problem_of(answer) == (403, "forbidden")


def test_who_edits_project_roles_manages_every_project(project, joe):
    support = recipes.user.make(username="support")
    recipes.give_role(support, Role.TECH_SUPPORT)

    answer = Api(support).post(MEMBERS, {"usernames": ["joe"], "roles": []})

    assert answer.status_code == 201


@pytest.mark.parametrize("path", ["projects/none/members", "projects/none/members/ada"])
def test_members_of_no_project_are_not_found(carol, path):
    api = Api(carol)
    answers = [api.delete(path)] if path.endswith("ada") else [api.get(path)]
    answers += [api.patch(f"{MEMBERS}/nobody", {"roles": []})]

    assert {problem_of(answer) for answer in answers} == {(404, "not-found")}


def test_the_number_of_queries_does_not_grow(project, django_assert_num_queries):
    with CaptureQueriesContext(connection) as few:
        Api().get(MEMBERS)
    for _ in range(20):
        recipes.make_member(project, recipes.user.make(), Role.PROJECT_DEVELOPER)

    with django_assert_num_queries(len(few)):
        Api().get(MEMBERS, {"limit": 100})
