"""`GET /api/v3/search`: who finds what, by what."""

import pytest

from server.core import matching
from server.people.roles import Role
from tests.recipes import (
    NOON,
    backend,
    make_job,
    make_job_request,
    make_member,
    make_project,
    org,
    user,
    workspace,
)

URL = "/api/v3/search"


def found(client, text):
    answer = client.get(URL, {"q": text})
    assert answer.status_code == 200, answer.content
    return {
        group["kind"]: [hit["title"] for hit in group["hits"]] for group in answer.json()["results"]
    }


def test_everything_is_found_by_how_its_name_begins(client, w1, tpp):
    winter = make_project(slug="w-study", name="W study", number=None)
    org.make(name="W university", slug="w-university")
    user.make(username="wanda", fullname="Wanda Example")
    backend.make(slug="wales", name="Wales")
    job_request = make_job_request(backend=tpp, workspace=w1)

    groups = client.get(URL, {"q": "W"}).json()["results"]

    assert [group["kind"] for group in groups] == [
        "workspaces",
        "job-requests",
        "projects",
        "orgs",
        "users",
        "backends",
    ]
    assert {group["kind"]: group["hits"][0] for group in groups}["job-requests"] == {
        "title": f"Request {job_request.pk}",
        "subtitle": "w1 on TPP",
        "path": f"/requests/{job_request.pk}",
        "status": "waiting",
        "at": "2026-03-04T12:00:00Z",
        "run_path": None,
    }
    assert {group["hits"][0]["path"] for group in groups} == {
        "/workspaces/w1",
        f"/requests/{job_request.pk}",
        f"/projects/{winter.slug}",
        "/orgs/w-university",
        "/users/wanda",
        "/backends/wales",
    }


def test_a_request_is_found_by_its_number_and_by_numbers_that_begin_so(client, w1, tpp):
    make_job_request(pk=3, backend=tpp, workspace=w1)
    for pk in (4, 48, 49, 499, 4000):
        make_job_request(pk=pk, backend=tpp, workspace=w1)

    titles = found(client, "4")["job-requests"]

    assert titles[0] == "Request 4"
    assert set(titles) == {f"Request {pk}" for pk in (4, 48, 49, 499, 4000)}


def test_a_request_is_found_by_the_beginning_of_its_identifier(client, w1, tpp):
    made = make_job_request(backend=tpp, workspace=w1, identifier="qa4mzn7v2kxt6dhe")

    assert found(client, "QA4M") == {"job-requests": [f"Request {made.pk}"]}
    assert found(client, "qa4") == {}


def test_a_job_is_found_by_its_identifier_or_its_action(client, w1, tpp):
    job = make_job(
        make_job_request(backend=tpp, workspace=w1),
        identifier="zz4mzn7v2kxt6dhe",
        action="plot_cohort",
        status="succeeded",
    )

    assert found(client, "zz4m") == found(client, "plot_cohort") == {"jobs": ["plot_cohort"]}
    [group] = client.get(URL, {"q": "plot_cohort"}).json()["results"]
    assert group["hits"][0]["path"] == f"/requests/{job.job_request_id}/jobs/zz4mzn7v2kxt6dhe"
    assert group["hits"][0]["status"] == "succeeded"


def test_a_job_that_its_runner_no_longer_lists_is_not_found(client, w1, tpp):
    make_job(make_job_request(backend=tpp, workspace=w1), action="gone", hidden_at=NOON)

    assert found(client, "gone") == {}


def test_eight_are_shown_and_that_there_are_more_is_said(client, project, ada):
    for number in range(9):
        workspace.make(name=f"study-{number}", project=project, created_by=ada)

    [group] = client.get(URL, {"q": "study"}).json()["results"]

    assert len(group["hits"]) == 8
    assert group["has_more"] is True


def test_the_name_itself_comes_first_then_what_begins_so(client, project):
    for name in ("an-asthma", "asthma-2", "asthma"):
        workspace.make(name=name, project=project)

    assert found(client, "asthma")["workspaces"] == ["asthma", "asthma-2", "an-asthma"]


def test_archived_workspaces_are_hidden_from_those_who_are_told_of_them(client, w1, ada):
    w1.is_archived = True
    w1.save(update_fields=["is_archived"])

    assert found(client, "w1") == {"workspaces": ["w1"]}

    client.force_login(ada)
    assert found(client, "w1") == {}


def test_where_to_ask_for_runs_is_said_to_those_who_may(client, w1, tpp, ada):
    def run_path():
        return client.get(URL, {"q": "w1"}).json()["results"][0]["hits"][0]["run_path"]

    assert run_path() is None

    client.force_login(ada)
    assert run_path() == "/workspaces/w1/run"


def test_archived_projects_are_hidden(client, project):
    project.is_archived = True
    project.save(update_fields=["is_archived"])

    assert found(client, "asthma-winter") == {}


def test_people_who_cannot_sign_in_and_addresses_are_for_staff(client, db):
    user.make(username="gone", is_active=False)
    user.make(username="wanda", email="secret@example.org")
    petra = user.make(username="petra")
    petra.role_grants.create(role=Role.STAFF_AREA_ADMINISTRATOR, source="staff", created_at=NOON)

    assert found(client, "gone") == found(client, "secret@") == {}

    client.force_login(petra)
    assert found(client, "gone") == {"users": ["gone"]}
    assert found(client, "secret@") == {"users": ["wanda"]}


def test_without_public_reading_only_people_who_are_signed_in_search(client, settings, w1, ada):
    settings.PUBLIC_READ = False

    assert client.get(URL, {"q": "w1"}).status_code == 401

    client.force_login(ada)
    assert found(client, "w1") == {"workspaces": ["w1"]}


@pytest.mark.parametrize(
    "query",
    [{}, {"q": ""}, {"q": "  "}, {"q": "x" * 101}, {"q": "a\0b"}, {"q": "a", "more": "1"}],
    ids=["nothing", "empty", "blanks", "too long", "NUL", "unknown parameter"],
)
def test_what_cannot_be_looked_for_is_refused(client, db, query):
    assert client.get(URL, query).status_code == 400


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "*", "9" * 100, "٣", "\u202e", "😀"])
def test_any_text_is_only_a_text(client, w1, text):
    assert found(client, text) == {}


def test_the_number_of_queries_does_not_grow(client, project, tpp, django_assert_max_num_queries):
    def fill(times):
        for _ in range(times):
            made = workspace.make(project=project)
            make_job(make_job_request(backend=tpp, workspace=made), action="work")
            make_member(make_project(name=f"work {made.pk}", slug=f"work-{made.pk}"), user.make())

    def count(text):
        matching.sizes.forget()
        with django_assert_max_num_queries(99) as captured:
            found(client, text)
        return len(captured)

    fill(1)
    few = [count(text) for text in ("work", "1", "w")]
    fill(12)

    assert max(count(text) for text in ("work", "1", "w")) <= max(few)
    assert max(few) <= 20  # of them five once a minute
