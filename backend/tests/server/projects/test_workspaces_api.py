"""`workspaces`: listing, reading and changing them."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.people.models import RoleSource
from server.people.roles import Role
from server.projects.models import Workspace
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON
from tests.server.projects.conftest import STUDY


def shared_counter():
    return ChangeCounter.objects.get(topic=CounterTopic.SHARED).value


@pytest.fixture
def bob(db):
    return recipes.user.make(username="bob", fullname="")


@pytest.fixture
def admin(db):
    person = recipes.user.make(username="boss")
    person.role_grants.create(role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=NOON)
    return person


# -- the list ------------------------------------------------------------------------------------


def test_anyone_reads_the_list(w1):
    answer = Api().get("workspaces")

    assert answer.status_code == 200
    (shown,) = answer.json()["results"]
    assert shown["name"] == "w1"
    assert shown["project"] == {"slug": "asthma-winter", "name": "Asthma in winter"}
    assert shown["orgs"] == ["Example-University"]
    assert shown["repo"]["url"] == w1.repo.url
    assert shown["created_by"] == {"username": "ada", "name": "Ada Example"}
    assert shown["created_at"] == "2026-03-04T12:00:00Z"
    assert shown["can"]["edit"] == {
        "allowed": False,
        "why_not": "Sign in to change this workspace.",
        "permission": "workspace_create",
    }


def test_no_answer_holds_an_e_mail_address(w1, ada):
    answers = [Api().get(path) for path in ("workspaces", "workspaces/w1", "projects", "orgs")]

    assert not any("@" in answer.content.decode() for answer in answers)


def test_with_public_read_off_only_signed_in_people_read(w1, bob, settings):
    settings.PUBLIC_READ = False

    assert problem_of(Api().get("workspaces")) == (401, "not-signed-in")
    assert problem_of(Api().get("workspaces/w1")) == (401, "not-signed-in")
    assert Api(bob).get("workspaces").status_code == 200
    assert Api().get("workspaces", authorization=bearer(bob)).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_list(w1, django_assert_num_queries):
    Api().get("workspaces")
    with CaptureQueriesContext(connection) as one:
        Api().get("workspaces")
    for number in range(30):
        recipes.workspace.make(project=recipes.make_project(org_slugs=(f"o{number}", "b")))

    with django_assert_num_queries(len(one)):
        answer = Api().get("workspaces", {"limit": 100})

    assert len(answer.json()["results"]) == 31


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["c-study", "b-study"]),
        ({"archived": "true"}, ["a-study"]),
        ({"search": "B-St"}, ["b-study"]),
        ({"search": "git-of-c"}, ["c-study"]),
        ({"search": "_"}, []),
        ({"project": "p1"}, ["b-study"]),
        ({"project": "none"}, []),
        ({"org": "o1"}, ["b-study"]),
        ({"org": "both"}, ["c-study", "b-study"]),
        ({"org": "none"}, []),
        ({"mine": "true"}, ["c-study"]),
        ({"mine": "true", "project": "p1"}, []),
    ],
)
def test_the_list_is_filtered(ada, bob, query, names):
    p1 = recipes.make_project(slug="p1", org_slugs=("o1", "both"))
    p2 = recipes.make_project(slug="p2", org_slugs=("o2", "both"))
    recipes.make_member(p1, ada, Role.PROJECT_COLLABORATOR)
    for minute, (name, maker, project) in enumerate(
        [("a-study", ada, p1), ("b-study", bob, p1), ("c-study", ada, p2)]
    ):
        recipes.workspace.make(
            name=name,
            created_by=maker,
            project=project,
            repo=recipes.repo.make(url=f"https://github.com/o/git-of-{name}"),
            is_archived=name == "a-study",
            created_at=NOON + timedelta(minutes=minute),
        )

    answer = Api(ada).get("workspaces", query)

    assert [row["name"] for row in answer.json()["results"]] == names


def test_mine_needs_a_person(w1):
    assert problem_of(Api().get("workspaces", {"mine": "true"})) == (401, "not-signed-in")


@pytest.mark.parametrize(
    "query",
    [
        {"sort": "name"},
        {"mine": "perhaps"},
        {"limit": "0"},
        {"limit": "101"},
        {"cursor": "invented"},
        {"search": "a\0b"},
    ],
)
def test_the_list_refuses_a_query_that_it_does_not_understand(w1, query):
    answer = Api().get("workspaces", query)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [f"/{next(iter(query))}"]


# -- one workspace -------------------------------------------------------------------------------


def test_one_workspace_is_read(w1, ada):
    answer = Api(ada).get("workspaces/w1")

    assert answer.status_code == 200
    assert answer.json()["version"] == 1
    assert answer["ETag"].startswith('"v1.')


@pytest.mark.parametrize("name", ["none", "a.b", "%00", "W1", "x" * 300])
def test_a_workspace_that_is_none_is_not_found(w1, name):
    assert problem_of(Api().get(f"workspaces/{name}")) == (404, "not-found")


def test_the_tag_is_another_one_when_the_project_is_renamed_or_somebody_else_asks(w1, ada):
    before = Api().get("workspaces/w1")["ETag"]
    for_ada = Api(ada).get("workspaces/w1")["ETag"]
    w1.project.name = "Asthma in summer"
    w1.project.save(update_fields=["name"])

    assert len({before, for_ada, Api().get("workspaces/w1")["ETag"]}) == 3


def test_the_maker_changes_a_workspace(w1, ada):
    api = Api(ada)
    tag = api.get("workspaces/w1")["ETag"]

    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        answer = api.patch(
            "workspaces/w1",
            {"purpose": "Why", "is_archived": True, "should_notify": True},
            if_match=tag,
        )

    assert answer.status_code == 200, answer.content
    assert answer["ETag"].startswith('"v2.')
    shown = answer.json()
    assert (shown["purpose"], shown["is_archived"], shown["should_notify"]) == ("Why", True, True)
    assert shown["version"] == 2
    assert shown["updated_at"] == "2026-03-04T13:00:00Z"
    assert shown["can"]["run"]["why_not"].startswith("This workspace is archived.")
    event = AuditEvent.objects.get()
    assert event.verb == "workspace.changed"
    assert event.before == {"purpose": "", "is_archived": False, "should_notify": False}
    assert event.after == {"purpose": "Why", "is_archived": True, "should_notify": True}


def test_an_administrator_changes_what_others_made(w1, admin):
    answer = Api(admin).patch("workspaces/w1", {"purpose": "x"}, if_match='"v1"')

    assert answer.status_code == 200
    assert Workspace.objects.get().updated_by == admin


def test_a_stranger_is_told_who_may_change_it(w1, bob, git_host):
    answer = Api(bob).patch("workspaces/w1", {"branch": "none"}, if_match='"v1"')

    assert problem_of(answer) == (403, "forbidden")
    assert answer.json()["permission"] == "workspace_create"
    assert "Project Developer" in answer.json()["detail"]
    assert not AuditEvent.objects.exists()


def test_a_visitor_is_told_to_sign_in(w1):
    answer = Api().patch("workspaces/w1", {"purpose": "x"}, if_match='"v1"')

    assert problem_of(answer) == (401, "not-signed-in")


def test_an_edit_without_a_version_is_refused(w1, ada):
    for headers in ({}, {"if_match": "*"}):
        answer = Api(ada).patch("workspaces/w1", {"purpose": "x"}, **headers)
        assert problem_of(answer) == (428, "version-required")


@pytest.mark.parametrize(
    "tag", ['"v0"', '"v2"', '"abc"', "v1", '"v99999999999999999999"', '"v1", "v2"']
)
@pytest.mark.parametrize("changes", [{"purpose": "x"}, {}])
def test_an_edit_of_another_version_changes_nothing(w1, ada, tag, changes):
    answer = Api(ada).patch("workspaces/w1", changes, if_match=tag)

    assert problem_of(answer) == (412, "stale-version")
    w1.refresh_from_db()
    assert (w1.purpose, w1.version) == ("", 1)


def test_an_edit_that_changes_nothing_keeps_the_version(w1, ada):
    answer = Api(ada).patch("workspaces/w1", {"purpose": "", "is_archived": False}, if_match='"v1"')

    assert answer.status_code == 200
    assert answer.json()["version"] == 1
    assert not AuditEvent.objects.exists()


def test_a_new_branch_must_exist_and_is_shown_to_runners(w1, ada, git_host):
    w1.repo.url = STUDY
    w1.repo.save(update_fields=["url"])
    api, before = Api(ada), shared_counter()

    gone = api.patch("workspaces/w1", {"branch": "none"}, if_match='"v1"')
    assert (problem_of(gone), pointers_of(gone)) == ((400, "validation-failed"), ["/branch"])
    assert shared_counter() == before

    there = api.patch("workspaces/w1", {"branch": "revision"}, if_match='"v1"')
    assert there.json()["branch"] == "Revision"
    assert shared_counter() > before


def test_a_new_purpose_is_nothing_that_runners_are_shown(w1, ada):
    before = shared_counter()

    Api(ada).patch("workspaces/w1", {"purpose": "x"}, if_match='"v1"')

    assert shared_counter() == before


@pytest.mark.parametrize(
    "changes", [{"name": "w2"}, {"is_archived": "maybe"}, {"purpose": None}, {"branch": "a\0"}, []]
)
def test_an_edit_that_cannot_be_is_refused(w1, ada, changes):
    answer = Api(ada).patch("workspaces/w1", changes, if_match='"v1"')

    assert problem_of(answer) == (400, "validation-failed")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(w1, ada, method):
    answer = getattr(Api(ada).client, method)("/api/v3/workspaces/w1")

    assert problem_of(answer) == (405, "method-not-allowed")
    assert "PATCH" in answer["Allow"]
