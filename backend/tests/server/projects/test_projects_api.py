"""Making and changing projects; each field by its own permission."""

from threading import Event

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.people.roles import Role
from server.projects.models import Project, Redirect, Repo
from tests import recipes
from tests.api import Api, pointers_of, problem_of

NEW = {"name": "Heat and health", "orgs": ["example-university"]}


@pytest.fixture
def petra(db):
    """Who runs the service."""
    person = recipes.user.make(username="petra", fullname="Petra Staff")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    recipes.give_role(person, Role.SERVICE_ADMINISTRATOR)
    return person


@pytest.fixture
def carol(project):
    """Who coordinates ada's project."""
    person = recipes.user.make(username="carol")
    recipes.make_member(project, person, Role.PROJECT_COORDINATOR)
    return person


def change(person, changes, *, version=1, slug="asthma-winter"):
    return Api(person).patch(f"projects/{slug}", changes, If_Match=f'"v{version}"')


# --- making


def test_staff_make_a_project_whose_address_is_made_from_its_name(petra, project):
    recipes.make_project(slug="other", org_slugs=("leeds",))

    answer = Api(petra).post(
        "projects", NEW | {"number": "149", "orgs": ["leeds", "example-university"]}
    )

    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert answer["Location"] == "/api/v3/projects/heat-and-health"
    assert (made["slug"], made["title"]) == ("heat-and-health", "149 - Heat and health")
    assert [(org["slug"], org["is_lead"]) for org in made["orgs"]] == [
        ("leeds", True),
        ("example-university", False),
    ]
    event = AuditEvent.objects.get(verb="project.created")
    assert (event.actor, event.after["orgs"]) == ("petra", ["leeds", "example-university"])


def test_the_same_key_makes_one_project(petra, project):
    api = Api(petra)
    first = api.post("projects", NEW, Idempotency_Key="k1")
    second = api.post("projects", NEW, Idempotency_Key="k1")

    assert (first.status_code, second.status_code) == (201, 201)
    assert second["Idempotency-Replayed"] == "true"
    assert Project.objects.filter(name=NEW["name"]).count() == 1


@pytest.mark.parametrize(
    ("changes", "pointer", "words"),
    [
        ({"name": "Asthma in winter", "slug": "x"}, "/name", "already exists"),
        ({"name": "A\u202eB"}, "/name", "cannot be seen"),
        ({"name": "A\u200bB"}, "/name", "cannot be seen"),
        ({"name": "A\r\nBcc: x"}, "/name", "cannot be seen"),
        ({"name": " "}, "/name", "blank"),
        ({"name": "!!!"}, "/slug", "No letter"),
        ({"name": "Staff"}, "/slug", "own addresses"),
        ({"slug": "asthma-winter"}, "/slug", "already exists"),
        ({"slug": "Capitals"}, "/slug", "lower-case"),
        ({"slug": "a/b"}, "/slug", "valid"),
        ({"number": "0149"}, "/number", ""),
        ({"number": "POS-2025-0123", "copilot": "petra"}, "/number", ""),
        ({"number": "POS-2025-1234"}, "/copilot", "needs a co-pilot"),
        ({"number": "148"}, "/number", "already exists"),
        ({"copilot": "ada"}, "/copilot", "no member of staff"),
        ({"orgs": []}, "/orgs", "at least one"),
        ({"orgs": ["nowhere"]}, "/orgs/0", "no organisation"),
        ({"colour": "red"}, "/colour", "no member"),
    ],
)
def test_a_project_that_cannot_be_is_refused_at_the_value(petra, project, changes, pointer, words):
    recipes.make_project(number="148")

    answer = Api(petra).post("projects", NEW | changes)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointer in pointers_of(answer) or pointers_of(answer) == [""]
    assert words in str(answer.json()["errors"])
    assert not AuditEvent.objects.filter(verb="project.created").exists()


def test_a_number_for_supported_studies_is_taken_with_a_copilot(petra, project):
    answer = Api(petra).post("projects", NEW | {"number": "POS-2025-1234", "copilot": "Petra"})

    assert answer.status_code == 201
    assert answer.json()["copilot"] == {"username": "petra", "name": "Petra Staff"}


def test_an_address_that_leads_to_a_project_which_moved_is_taken(petra, project):
    assert change(petra, {"slug": "asthma-cold"}).status_code == 200

    answer = Api(petra).post("projects", NEW | {"slug": "asthma-winter"})

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/slug"]


def test_only_holders_of_project_create_make_projects(ada, carol):
    assert problem_of(Api().post("projects", NEW)) == (401, "not-signed-in")
    for person in (ada, carol):
        answer = Api(person).post("projects", NEW)
        assert problem_of(answer) == (403, "forbidden")
        assert answer.json()["permission"] == "project_create"


def test_the_forms_are_offered_the_next_number_and_who_may_support(petra, ada, project):
    for number in ("9", "148", "POS-2026-9999"):
        recipes.make_project(number=number)

    answer = Api(petra).get("project-choices")

    assert answer.json() == {
        "next_number": "149",
        "copilots": [{"username": "petra", "name": "Petra Staff"}],
    }
    assert problem_of(Api(ada).get("project-choices")) == (403, "forbidden")
    assert problem_of(Api().get("project-choices")) == (401, "not-signed-in")


def test_the_first_number_is_one(petra):
    assert Api(petra).get("project-choices").json()["next_number"] == "1"


# --- changing


@pytest.mark.parametrize(
    ("changes", "who"),
    [
        ({"status": "postponed"}, {"ada", "petra"}),
        ({"status_description": "Waits for *data*."}, {"ada", "petra"}),
        ({"name": "Asthma"}, {"carol", "petra"}),
        ({"slug": "asthma"}, {"petra"}),
        ({"number": "150"}, {"petra"}),
        ({"description": "About asthma."}, {"petra"}),
        ({"category": "approved"}, {"petra"}),
        ({"orgs": ["leeds"]}, {"petra"}),
        ({"copilot": "petra"}, {"petra"}),
        ({"copilot_support_ends_at": "2026-09-01T00:00:00Z"}, {"petra"}),
        ({"copilot_notes": "Slow."}, {"petra"}),
        ({"is_archived": True}, {"petra"}),
        ({"status": "postponed", "name": "Asthma"}, {"petra"}),
    ],
)
def test_each_field_is_changed_by_those_who_may(project, ada, carol, petra, changes, who):
    recipes.make_project(slug="other", org_slugs=("leeds",))
    joe = recipes.user.make(username="joe")
    statuses = {}
    for person in (ada, carol, petra, joe):
        version = Project.objects.get(pk=project.pk).version
        slug = Project.objects.get(pk=project.pk).slug
        answer = change(person, changes, version=version, slug=slug)
        statuses[person.username] = answer.status_code
        if answer.status_code == 403:
            assert answer.json()["permission"]

    assert {name for name, status in statuses.items() if status == 200} == who
    assert set(statuses.values()) == {200, 403}


def test_a_change_is_on_record_with_what_was_before(project, ada):
    answer = change(ada, {"status": "postponed", "status_description": "Waits for data."})

    assert (answer.json()["status"], answer.json()["version"]) == ("postponed", 2)
    assert answer["ETag"].startswith('"v2.')
    event = AuditEvent.objects.get(verb="project.changed")
    assert event.before == {"status": "ongoing", "status_description": ""}
    assert event.after == {"status": "postponed", "status_description": "Waits for data."}


def test_two_people_who_edit_at_once_do_not_overwrite_each_other(project, ada, petra):
    assert change(ada, {"status": "postponed"}).status_code == 200

    answer = change(petra, {"status": "retired"})

    assert problem_of(answer) == (412, "stale-version")
    assert Project.objects.get().status == "postponed"


def test_a_change_needs_a_version(project, ada):
    answer = Api(ada).patch("projects/asthma-winter", {"status": "retired"})

    assert problem_of(answer) == (428, "version-required")


def test_what_is_as_it_was_is_no_change(project, ada):
    answer = change(ada, {"status": "ongoing"})

    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert not AuditEvent.objects.filter(verb="project.changed").exists()


def test_visitors_change_nothing(project):
    assert problem_of(change(None, {"status": "retired"})) == (401, "not-signed-in")


def test_a_project_that_is_not_there_is_not_found(ada, db):
    assert problem_of(change(ada, {"status": "retired"}, slug="none")) == (404, "not-found")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"name": "Taken"}, "/name"),
        ({"slug": "taken"}, "/slug"),
        ({"slug": "staff"}, "/slug"),
        ({"slug": ""}, "/slug"),
        ({"number": "7"}, "/number"),
        ({"number": "POS-2026-1234"}, "/copilot"),
        ({"status": "lost"}, "/status"),
        ({"orgs": []}, "/orgs"),
        ({"copilot": "ada"}, "/copilot"),
        ({"created_at": "2026-01-01T00:00:00Z"}, "/created_at"),
    ],
)
def test_a_value_that_cannot_be_is_refused_at_its_place(project, petra, changes, pointer):
    recipes.make_project(slug="taken", name="Taken", number="7")

    answer = change(petra, changes)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]


def test_the_copilot_of_a_supported_study_cannot_be_taken_away(petra):
    recipes.make_project(slug="pos", number="POS-2026-1234", copilot=petra)

    answer = change(petra, {"copilot": None}, slug="pos")

    assert pointers_of(answer) == ["/copilot"]


def test_links_to_the_old_slug_lead_on(project, petra, client):
    shared = ChangeCounter.objects.filter(topic=CounterTopic.SHARED)
    before = shared.get().value

    answer = change(petra, {"slug": "asthma-cold"})

    assert answer.json()["slug"] == "asthma-cold"
    assert Redirect.objects.filter(project=project).count() == 2
    moved = client.get("/projects/asthma-winter/settings")
    assert (moved.status_code, moved["Location"]) == (301, "/projects/asthma-cold/settings")
    assert client.get("/asthma-winter/w1/")["Location"].startswith("/asthma-cold/w1")
    assert shared.get().value > before  # runners are shown the slug


def test_organisations_are_replaced_and_the_first_leads(project, petra):
    for slug in ("leeds", "bath"):
        recipes.make_project(slug=f"of-{slug}", org_slugs=(slug,))

    answer = change(petra, {"orgs": ["leeds", "example-university", "bath"]})

    assert [(org["slug"], org["is_lead"]) for org in answer.json()["orgs"]] == [
        ("leeds", True),
        ("bath", False),
        ("example-university", False),
    ]
    event = AuditEvent.objects.get(verb="project.changed")
    assert event.before == {"orgs": ["example-university"]}


def test_only_staff_see_who_supports_a_project(project, petra, ada):
    change(
        petra,
        {
            "copilot": "petra",
            "copilot_notes": "Slow.",
            "copilot_support_ends_at": "2026-09-01T00:00:00Z",
        },
    )

    seen, hidden = (Api(who).get("projects/asthma-winter").json() for who in (petra, ada))

    assert seen["copilot"]["username"] == "petra"
    assert (seen["copilot_notes"], seen["copilot_support_ends_at"]) == (
        "Slow.",
        "2026-09-01T00:00:00Z",
    )
    names = ("copilot", "copilot_notes", "copilot_support_ends_at")
    assert [hidden[name] for name in names] == [None, None, None]


# --- archiving


def test_an_archived_project_takes_no_runs_and_no_workspaces_until_it_is_restored(
    project, petra, ada, w1, tpp
):
    waiting = recipes.make_job_request(workspace=w1, backend=tpp, created_by=ada)

    archived = change(petra, {"is_archived": True})

    assert archived.json()["is_archived"] is True
    assert archived.json()["can"]["create_workspace"]["allowed"] is False
    run = {"backend": "tpp", "actions": ["run_all"]}
    refused = Api(ada).post("workspaces/w1/job-requests", run)
    assert problem_of(refused) == (409, "workspace-archived")
    assert "The project Asthma in winter is archived" in refused.json()["detail"]
    assert waiting in type(waiting).objects.active_for(tpp)  # what was asked for goes on
    assert Api().get("projects").json()["results"] == []
    assert len(Api().get("projects", {"archived": True}).json()["results"]) == 1

    restored = change(petra, {"is_archived": False}, version=2)

    assert restored.json()["is_archived"] is False
    assert Api(ada).get("workspaces/w1").json()["can"]["run"]["allowed"] is True


# --- lists


def test_my_projects_and_those_in_which_i_may_make_workspaces(project, ada, carol, petra):
    reader = recipes.make_project(slug="read-only")
    recipes.make_member(reader, ada, Role.PROJECT_COLLABORATOR)
    recipes.make_project(slug="foreign")

    def slugs(person, **query):
        rows = Api(person).get("projects", query).json()["results"]
        return {row["slug"] for row in rows}

    assert slugs(ada, mine=True) == {"asthma-winter", "read-only"}
    assert slugs(ada, may_create_workspace=True) == {"asthma-winter"}
    assert slugs(petra, may_create_workspace=True) == set()
    recipes.give_role(petra, Role.ADMINISTRATOR)
    assert slugs(petra, may_create_workspace=True) == {"asthma-winter", "read-only", "foreign"}
    assert problem_of(Api().get("projects", {"mine": True})) == (401, "not-signed-in")
    assert slugs(None, may_create_workspace=True) == set()


def test_requests_are_listed_by_project(project, w1, tpp):
    mine = recipes.make_job_request(workspace=w1, backend=tpp)
    recipes.make_job_request(backend=tpp)

    answer = Api().get("job-requests", {"project": "asthma-winter"})

    assert [row["number"] for row in answer.json()["results"]] == [mine.pk]
    assert problem_of(Api().get("job-requests", {"project": "none"})) == (400, "validation-failed")


def test_a_project_is_read_in_three_queries_and_the_session(
    project, ada, django_assert_num_queries
):
    api = Api(ada)
    with CaptureQueriesContext(connection) as of_session:
        api.get("session")

    with django_assert_num_queries(len(of_session) + 3):
        api.get("projects/asthma-winter")


# --- repositories


def test_the_repositories_are_told_with_what_the_git_host_says(project, git_host):
    git_host.add_repo("opensafely/secret", is_private=True)
    for name in ("asthma", "asthma", "secret", "gone"):
        url = f"https://github.com/opensafely/{name}"
        repo = Repo.objects.filter(url=url).first() or recipes.repo.make(name=name, url=url)
        recipes.workspace.make(project=project, repo=repo)

    answer = Api().get("projects/asthma-winter/repos")

    assert [(row["name"], row["is_private"]) for row in answer.json()["results"]] == [
        ("asthma", False),
        ("gone", None),
        ("secret", True),
    ]
    assert problem_of(Api().get("projects/none/repos")) == (404, "not-found")


def test_a_git_host_that_does_not_answer_leaves_the_repositories_unknown(
    project, w1, git_host, monkeypatch, settings
):
    ended = Event()
    settings.GIT_TIMEOUT_S = 0.05
    monkeypatch.setattr(git_host, "get_repo", lambda repo: ended.wait(10))

    answer = Api().get("projects/asthma-winter/repos")
    ended.set()

    assert [row["is_private"] for row in answer.json()["results"]] == [None]


# --- history


def test_the_history_is_read_by_anyone_and_what_staff_note_by_staff(project, petra, ada):
    change(petra, {"status": "postponed", "copilot_notes": "Slow."})
    Api(petra).post("projects/asthma-winter/invitations", {"usernames": ["petra"], "roles": []})

    def fields(person):
        rows = Api(person).get("projects/asthma-winter/events").json()["results"]
        return [(row["verb"], {each["field"] for each in row["changes"]}) for row in rows]

    assert fields(None) == [("project.changed", {"status"})]
    assert fields(petra) == [
        ("project_invitation.sent", {"user", "roles"}),
        ("project.changed", {"status", "copilot_notes"}),
    ]
    assert problem_of(Api().get("projects/none/events")) == (404, "not-found")
