"""The tables for staff: figures of projects, repositories that are due, repositories shared."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrations import git
from integrations.git.fake import FakeGitHost
from server.people.roles import Role
from server.projects.models import ProjectCategory
from server.staff.dashboards import facts
from tests import recipes
from tests.api import Api, pointers_of, problem_of
from tests.plans import rows_read
from tests.recipes import MINUTE, NOON

DAY = timedelta(days=1)
TABLES = ["copiloting", "projects", "repos", "repos-with-multiple-projects"]


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def petra(db):
    person = recipes.user.make(username="petra", fullname="Petra Example")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


def rows_of(person, table):
    answer = Api(person).get(f"dashboards/{table}")
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_a_project_is_shown_with_counts_and_dates(petra, w1, tpp):
    w1.project.copilot = petra
    w1.project.copilot_support_ends_at = NOON + DAY
    w1.project.save(update_fields=["copilot", "copilot_support_ends_at"])
    other = recipes.workspace.make(project=w1.project)
    for workspace, age in [(w1, 3), (w1, 2), (other, 9)]:
        recipes.make_job_request(workspace=workspace, backend=tpp, created_at=NOON - age * DAY)
    recipes.make_job_request(backend=tpp, created_at=NOON - 99 * DAY)

    [row] = [each for each in rows_of(petra, "copiloting") if each["slug"] == "asthma-winter"]

    assert (row["workspaces"], row["members"]) == (2, 1)
    assert row["runs"] == {"value": 3, "capped": False}
    assert row["first_run_at"] == "2026-02-23T12:00:00Z"
    assert row["last_run_at"] == "2026-03-02T12:00:00Z"
    assert row["copilot"] == {"username": "petra", "name": "Petra Example"}
    assert row["copilot_support_ends_at"] == "2026-03-05T12:00:00Z"
    assert row["orgs"][0]["slug"] == "example-university"
    assert row["files_released"] == 0


def test_a_project_that_never_ran_says_so(petra, project):
    [row] = rows_of(petra, "projects")

    assert (row["runs"]["value"], row["first_run_at"], row["last_run_at"]) == (0, None, None)


def test_runs_are_counted_up_to_a_limit(petra, w1, tpp, monkeypatch):
    monkeypatch.setattr(facts, "MOST_COUNTED", 2)
    for _ in range(4):
        recipes.make_job_request(workspace=w1, backend=tpp)

    assert rows_of(petra, "projects")[0]["runs"] == {"value": 2, "capped": True}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite does not tell what it read")
def test_no_more_runs_are_read_than_counted_however_many_workspaces(project, tpp, monkeypatch):
    monkeypatch.setattr(facts, "MOST_COUNTED", 5)
    for _ in range(10):
        workspace = recipes.workspace.make(project=project)
        for _ in range(10):
            recipes.make_job_request(workspace=workspace, backend=tpp)

    with CaptureQueriesContext(connection) as queries:
        facts.figures_of([project])

    assert len(queries) == 1
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE jobs_jobrequest")
        # As with so many that neither reading nor sorting them all is cheaper.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    assert rows_read(queries[0]["sql"]) < 30


def test_the_services_own_projects_are_left_out_of_what_copilots_support(petra):
    recipes.make_project(slug="own", category=ProjectCategory.INTERNAL)
    recipes.make_project(slug="theirs", category=ProjectCategory.APPROVED)

    assert [row["slug"] for row in rows_of(petra, "copiloting")] == ["theirs"]
    assert {row["slug"] for row in rows_of(petra, "projects")} == {"own", "theirs"}


@pytest.mark.parametrize(("age", "is_due"), [(336, True), (334, False)])
def test_a_repository_is_due_eleven_months_after_its_first_run(petra, w1, tpp, age, is_due):
    recipes.make_job_request(workspace=w1, backend=tpp, created_at=NOON - age * DAY)
    recipes.make_job_request(workspace=w1, backend=tpp, created_at=NOON - DAY)
    recipes.workspace.make()

    assert [row["url"] for row in rows_of(petra, "repos")] == ([w1.repo.url] if is_due else [])


def test_repositories_of_several_projects_are_listed(petra, w1):
    recipes.workspace.make(project=w1.project, repo=w1.repo)
    assert rows_of(petra, "repos-with-multiple-projects") == []

    recipes.workspace.make(repo=w1.repo)

    [row] = rows_of(petra, "repos-with-multiple-projects")
    assert (row["url"], len(row["projects"])) == (w1.repo.url, 2)


@pytest.mark.parametrize("table", TABLES)
def test_the_number_of_queries_does_not_grow(petra, tpp, table, django_assert_num_queries):
    def add():
        row = recipes.make_project()
        for _ in range(2):
            workspace = recipes.workspace.make(project=row)
            recipes.workspace.make(repo=workspace.repo)
            for age in (1, 400):
                recipes.make_job_request(
                    workspace=workspace, backend=tpp, created_at=NOON - age * DAY
                )

    add()
    api = Api(petra)
    with CaptureQueriesContext(connection) as few:
        first = api.get(f"dashboards/{table}").json()["results"]
    for _ in range(4):
        add()

    with django_assert_num_queries(len(few)):
        assert len(api.get(f"dashboards/{table}").json()["results"]) > len(first)
    assert len(few) <= 7  # session, person and roles among them


@pytest.mark.parametrize("column", ["-created_at", "created_at"])
def test_the_first_and_the_newest_run_are_read_from_an_index(w1, tpp, column):
    from server.jobs.models import JobRequest

    recipes.make_job_request(workspace=w1, backend=tpp)
    rows = JobRequest.objects.filter(project=w1.project).values("created_at")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")

    plan = rows.order_by(column, column.replace("created_at", "id"))[:1].explain()

    assert "jobs_request_of_project" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("table", [*TABLES, "repos/at-host?repo=a/b"])
def test_the_tables_are_for_staff(ada, table):
    refused = Api(ada).get(f"dashboards/{table}")

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "staff_area_access"
    assert problem_of(Api().get(f"dashboards/{table}")) == (401, "not-signed-in")


@pytest.mark.parametrize("table", TABLES)
def test_an_unknown_query_parameter_is_refused(petra, table):
    assert problem_of(Api(petra).get(f"dashboards/{table}", {"org": "x"})) == (
        400,
        "validation-failed",
    )


def test_a_table_is_read_page_by_page(petra):
    for number in range(3):
        recipes.make_project(slug=f"p{number}", created_at=NOON + number * MINUTE)

    first = Api(petra).get("dashboards/projects", {"limit": 2}).json()
    second = Api(petra).get("dashboards/projects", {"limit": 2, "cursor": first["next"]}).json()

    assert [row["slug"] for row in first["results"] + second["results"]] == ["p2", "p1", "p0"]


# -- What the git host says ------------------------------------------------------------------------


@pytest.fixture
def host(monkeypatch):
    host = FakeGitHost()
    monkeypatch.setattr("integrations.git.get_host", lambda: host)
    return host


def marks(person, *repos):
    answer = Api(person).get("dashboards/repos/at-host", {"repo": list(repos)})
    assert answer.status_code == 200, answer.content
    return [
        (row["name"], row["is_private"], row["is_non_research"]) for row in answer.json()["results"]
    ]


def test_the_host_says_what_is_private_and_no_research(petra, host):
    host.add_repo("opensafely/one", is_private=True)
    host.add_repo("opensafely/two", topics=["non-research"])
    for name in ("one", "two", "gone"):
        recipes.repo.make(name=name, url=f"https://github.com/opensafely/{name}")

    asked = ["opensafely/one", "opensafely/two", "opensafely/gone", "opensafely/not-ours"]

    assert marks(petra, *asked) == [
        ("one", True, False),
        ("two", False, True),
        ("gone", None, None),
    ]


def test_a_host_that_is_away_breaks_nothing(petra, host):
    recipes.repo.make(name="one")
    host.fail_with(git.RateLimited(host="GitHub", retry_at=NOON))

    assert marks(petra, "opensafely/one") == [("one", None, None)]


@pytest.mark.parametrize("query", [{}, {"repo": "no-slash"}, {"repo": ["a/b"] * 101}])
def test_what_is_asked_must_be_names_of_repositories(petra, query):
    answer = Api(petra).get("dashboards/repos/at-host", query)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer)[0].startswith("/repo")
