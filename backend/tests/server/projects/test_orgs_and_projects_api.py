"""`orgs` and `projects`: read by anyone, in pages."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import recipes
from tests.api import Api, problem_of
from tests.recipes import NOON


@pytest.fixture
def two_projects(db):
    recipes.make_project(
        slug="asthma",
        name="Asthma in winter",
        number="148",
        org_slugs=("oxford", "bristol"),
        created_at=NOON,
    )
    recipes.make_project(
        slug="diabetes",
        name="Diabetes",
        org_slugs=("bristol",),
        created_at=NOON + timedelta(days=1),
    )


def test_organisations_are_listed_with_the_number_of_their_projects(two_projects):
    answer = Api().get("orgs")

    assert answer.status_code == 200
    counts = {row["slug"]: row["projects"] for row in answer.json()["results"]}
    assert counts == {"oxford": 1, "bristol": 2}


def test_an_organisation_is_read(two_projects):
    shown = Api().get("orgs/bristol").json()

    assert (shown["slug"], shown["name"], shown["projects"]) == ("bristol", "Bristol", 2)


def test_a_project_is_read_with_its_leading_organisation_first(two_projects):
    project = Api().get("projects/asthma").json()

    can = project.pop("can")
    assert {verb: verdict["allowed"] for verb, verdict in can.items()} == dict.fromkeys(
        [
            "edit_status",
            "rename",
            "edit",
            "archive",
            "manage_members",
            "manage_webhooks",
            "create_workspace",
        ],
        False,
    )
    assert project.pop("updated_at")
    assert project == {
        "slug": "asthma",
        "name": "Asthma in winter",
        "number": "148",
        "title": "148 - Asthma in winter",
        "description": "",
        "orgs": [
            {"slug": "oxford", "name": "Oxford", "is_lead": True},
            {"slug": "bristol", "name": "Bristol", "is_lead": False},
        ],
        "status": "ongoing",
        "status_description": "",
        "category": "unknown",
        "copilot": None,
        "copilot_support_ends_at": None,
        "copilot_notes": None,
        "is_archived": False,
        "workspaces": 0,
        "members": 0,
        "created_at": "2026-03-04T12:00:00Z",
        "version": 1,
    }


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({}, ["diabetes", "asthma"]),
        ({"org": "oxford"}, ["asthma"]),
        ({"org": "bristol"}, ["diabetes", "asthma"]),
        ({"search": "WINTER"}, ["asthma"]),
        ({"search": "148"}, ["asthma"]),
        ({"search": "%"}, []),
        ({"limit": 1}, ["diabetes"]),
        ({"status": "ongoing"}, ["diabetes", "asthma"]),
        ({"status": "retired"}, []),
        ({"archived": True}, []),
    ],
)
def test_projects_are_filtered(two_projects, query, slugs):
    answer = Api().get("projects", query)

    assert [row["slug"] for row in answer.json()["results"]] == slugs


@pytest.mark.parametrize("path", ["orgs", "projects"])
def test_pages_lead_on_and_back(two_projects, path):
    first = Api().get(path, {"limit": 1}).json()
    second = Api().get(path, {"limit": 1, "cursor": first["next"]}).json()
    back = Api().get(path, {"limit": 1, "cursor": second["previous"]}).json()

    assert first["results"] != second["results"]
    assert (first["previous"], second["next"]) == (None, None)
    assert back == first


@pytest.mark.parametrize("path", ["orgs", "projects"])
def test_the_number_of_queries_does_not_grow(two_projects, path, django_assert_num_queries):
    with CaptureQueriesContext(connection) as few:
        Api().get(path)
    for number in range(30):
        recipes.make_project(org_slugs=(f"o{number}", "bristol"))

    with django_assert_num_queries(len(few)):
        Api().get(path, {"limit": 100})


@pytest.mark.parametrize("path", ["orgs/none", "projects/none", "projects/a.b", "orgs/%00"])
def test_what_is_not_there_is_not_found(two_projects, path):
    assert problem_of(Api().get(path)) == (404, "not-found")


@pytest.mark.parametrize("path", ["orgs", "projects", "orgs/oxford", "projects/asthma"])
def test_an_unknown_query_parameter_is_refused(two_projects, path):
    assert problem_of(Api().get(path, {"colour": "red"})) == (400, "validation-failed")


@pytest.mark.parametrize("path", ["orgs", "projects", "orgs/oxford", "projects/asthma"])
def test_with_public_read_off_only_signed_in_people_read(two_projects, ada, settings, path):
    settings.PUBLIC_READ = False

    assert problem_of(Api().get(path)) == (401, "not-signed-in")
    assert Api(ada).get(path).status_code == 200
