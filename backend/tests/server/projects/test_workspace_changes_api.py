"""Who may change what of a workspace; moving, archiving many, signing off, and who is told."""

import pytest

from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.people.roles import Role
from server.projects.models import Redirect
from server.projects.services import archive_workspaces
from tests import recipes
from tests.api import Api, pointers_of, problem_of
from tests.recipes import NOON


def shared_counter():
    return ChangeCounter.objects.get(topic=CounterTopic.SHARED).value


@pytest.fixture
def bob(db):
    return recipes.user.make(username="bob", fullname="Bob Bell")


@pytest.fixture
def staff(db):
    person = recipes.user.make(username="petra", fullname="Petra Staff")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


# -- each field by its own policy ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "changes", "missing"),
    [
        (Role.PROJECT_COORDINATOR, {"purpose": "x"}, None),
        (Role.PROJECT_COORDINATOR, {"is_archived": True}, None),
        (Role.PROJECT_COORDINATOR, {"should_notify": True}, "workspace_toggle_notifications"),
        (Role.PROJECT_DEVELOPER, {"should_notify": True}, None),
        (Role.PROJECT_DEVELOPER, {"project": "other"}, "staff_area_access"),
        (Role.PROJECT_DEVELOPER, {"purpose": "x", "project": "other"}, "staff_area_access"),
        (Role.PROJECT_COLLABORATOR, {"purpose": "x"}, "workspace_create"),
        (Role.PROJECT_COLLABORATOR, {"is_archived": True}, "workspace_archive"),
    ],
)
def test_each_field_needs_its_own_permission(w1, bob, role, changes, missing):
    recipes.make_project(slug="other")
    recipes.make_member(w1.project, bob, role)

    answer = Api(bob).patch("workspaces/w1", changes, if_match='"v1"')

    assert answer.status_code == (403 if missing else 200), answer.content
    assert answer.json().get("permission") == missing


def test_staff_archive_and_move_but_change_no_purpose(w1, staff):
    api = Api(staff)

    assert api.patch("workspaces/w1", {"is_archived": True}, if_match='"v1"').status_code == 200
    refused = api.patch("workspaces/w1", {"purpose": "x"}, if_match='"v2"')
    assert problem_of(refused) == (403, "forbidden")


# -- moving --------------------------------------------------------------------------------------


def test_a_moved_workspace_leaves_its_old_address(w1, staff):
    recipes.make_project(slug="copd", name="COPD")
    before = shared_counter()

    answer = Api(staff).patch("workspaces/w1", {"project": "copd"}, if_match='"v1"')

    assert answer.status_code == 200, answer.content
    assert answer.json()["project"] == {"slug": "copd", "name": "COPD"}
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.workspace, redirect.created_by) == (
        "/asthma-winter/w1/",
        w1,
        staff,
    )
    assert (redirect.org, redirect.project) == (None, None)
    event = AuditEvent.objects.get()
    assert (event.verb, event.before, event.after) == (
        "workspace.changed",
        {"project": "asthma-winter"},
        {"project": "copd"},
    )
    assert shared_counter() > before


def test_a_workspace_that_moves_to_and_fro_leaves_only_addresses_that_it_has_not(w1, staff):
    recipes.make_project(slug="copd")
    api = Api(staff)
    for version, slug in enumerate(["copd", "asthma-winter", "copd"], start=1):
        answer = api.patch("workspaces/w1", {"project": slug}, if_match=f'"v{version}"')
        assert answer.status_code == 200

    paths = sorted(Redirect.objects.values_list("old_path", flat=True))
    assert paths == ["/asthma-winter/w1/"]


def test_a_move_to_where_it_is_changes_nothing(w1, staff):
    answer = Api(staff).patch("workspaces/w1", {"project": "asthma-winter"}, if_match='"v1"')

    assert answer.json()["version"] == 1
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("slug", ["none", "closed"])
def test_a_move_to_no_living_project_is_refused(w1, staff, slug):
    recipes.make_project(slug="closed", is_archived=True)

    answer = Api(staff).patch("workspaces/w1", {"project": slug}, if_match='"v1"')

    assert (problem_of(answer), pointers_of(answer)) == ((400, "validation-failed"), ["/project"])


def test_an_old_move_is_stale(w1, staff):
    recipes.make_project(slug="copd")

    answer = Api(staff).patch("workspaces/w1", {"project": "copd"}, if_match='"v9"')

    assert problem_of(answer) == (412, "stale-version")
    assert not Redirect.objects.exists()


# -- archiving many ------------------------------------------------------------------------------


def test_staff_archive_many_and_are_told_what_was_skipped(w1, staff):
    recipes.workspace.make(name="w2", is_archived=True)

    answer = Api(staff).post("workspaces/archive", {"names": ["w1", "w2", "none", "w1"]})

    assert answer.status_code == 200, answer.content
    assert answer.json() == {
        "done": ["w1"],
        "skipped": [
            {"name": "w2", "reason": "It is archived already."},
            {"name": "none", "reason": "There is no workspace of this name."},
        ],
    }
    w1.refresh_from_db()
    assert (w1.is_archived, w1.version, w1.updated_by) == (True, 2, staff)
    event = AuditEvent.objects.get()
    assert (event.verb, event.target_name, event.after) == (
        "workspace.changed",
        "w1",
        {"is_archived": True},
    )


def test_only_staff_archive_many(w1, ada):
    refused = Api(ada).post("workspaces/archive", {"names": ["w1"]})

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "staff_area_access"
    assert problem_of(Api().post("workspaces/archive", {"names": ["w1"]})) == (
        401,
        "not-signed-in",
    )


@pytest.mark.parametrize("body", [{}, {"names": []}, {"names": ["x"] * 501}, {"names": "w1"}])
def test_archiving_many_needs_names(staff, body):
    assert problem_of(Api(staff).post("workspaces/archive", body)) == (400, "validation-failed")


def test_no_workspace_is_called_like_the_address_for_many(project, ada, git_host):
    body = {"name": "Archive", "repo": "https://github.com/o/r", "branch": "main"}

    answer = Api(ada).post("workspaces", body | {"project": "asthma-winter"})

    assert pointers_of(answer) == ["/name"]


def test_the_service_itself_asks_who_archives(w1, ada):
    from server.core.errors import PermissionRefused
    from server.people.actors import actor_of

    with pytest.raises(PermissionRefused):
        archive_workspaces(actor=actor_of(ada), names=["w1"], now=NOON)


# -- signing off ---------------------------------------------------------------------------------


def test_a_member_signs_a_workspace_off_once(w1, ada):
    answer = Api(ada).post("workspaces/w1/sign-off", None)

    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert shown["signed_off_by"] == {"username": "ada", "name": "Ada Example"}
    assert shown["signed_off_at"] is not None
    assert shown["can"]["sign_off"]["why_not"] == "This workspace is signed off."
    assert AuditEvent.objects.get().verb == "workspace.signed_off"

    again = Api(ada).post("workspaces/w1/sign-off", None)
    assert problem_of(again) == (409, "already-signed-off")
    assert AuditEvent.objects.count() == 1


def test_any_member_signs_off_whatever_his_roles(w1, bob):
    recipes.make_member(w1.project, bob)

    assert Api(bob).post("workspaces/w1/sign-off", None).status_code == 200


def test_nobody_but_members_signs_off(w1, staff):
    refused = Api(staff).post("workspaces/w1/sign-off", None)

    assert problem_of(refused) == (403, "forbidden")
    assert "Members of the project Asthma in winter may." in refused.json()["detail"]
    assert problem_of(Api().post("workspaces/w1/sign-off", None)) == (401, "not-signed-in")
    assert problem_of(Api(staff).post("workspaces/none/sign-off", None)) == (404, "not-found")


# -- who is told that it is archived -------------------------------------------------------------


@pytest.fixture
def archived(w1):
    w1.is_archived = True
    w1.save(update_fields=["is_archived"])
    return recipes.workspace.make(name="w2", project=w1.project)


def names_of(answer):
    return sorted(row["name"] for row in answer.json()["results"])


def test_people_without_a_role_are_not_told_what_is_archived(archived, bob):
    recipes.make_member(archived.project, bob)  # with no role there
    for api in (Api(), Api(bob)):
        shown = api.get("workspaces/w1")
        assert shown.json()["is_archived"] is None
        assert "archived" not in shown.json()["can"]["run"]["why_not"]
        assert names_of(api.get("workspaces")) == ["w1", "w2"]


def test_people_without_a_role_cannot_ask_what_is_archived(archived, bob):
    for value in ("true", "false"):
        query = {"archived": value}
        assert problem_of(Api().get("workspaces", query)) == (401, "not-signed-in")
        assert problem_of(Api(bob).get("workspaces", query)) == (403, "forbidden")


def test_people_with_any_role_are_told_what_is_archived(archived, bob):
    recipes.make_member(recipes.make_project(), bob, Role.PROJECT_COLLABORATOR)
    api = Api(bob)

    assert api.get("workspaces/w1").json()["is_archived"] is True
    assert names_of(api.get("workspaces")) == ["w2"]
    assert names_of(api.get("workspaces", {"archived": "true"})) == ["w1"]


# -- why not, and who can help -------------------------------------------------------------------


def run_of(api):
    shown = api.get("workspaces/w1").json()
    return shown["can"]["run"], [person["name"] for person in shown["helpers"]]


def test_the_first_reason_against_running_counts(w1, bob):
    """Archived, then no permission, then no backend; each is seen when the one before is gone."""
    recipes.make_member(w1.project, bob, Role.PROJECT_COLLABORATOR)
    w1.is_archived = True
    w1.save(update_fields=["is_archived"])
    assert run_of(Api(bob))[0]["why_not"].startswith("This workspace is archived.")

    w1.is_archived = False
    w1.save(update_fields=["is_archived"])
    assert run_of(Api(bob))[0]["permission"] == "job_run"

    bob.project_memberships.get().role_grants.create(role=Role.PROJECT_DEVELOPER)
    assert run_of(Api(bob))[0]["why_not"].startswith("You are a member of no backend")

    recipes.make_backend("tpp", members=[bob])
    assert run_of(Api(bob)) == ({"allowed": True, "why_not": None, "permission": None}, [])


def test_without_the_permission_the_projects_people_can_help(w1, bob, staff):
    cora = recipes.user.make(username="cora", fullname="Cora Lead")
    recipes.make_member(w1.project, cora, Role.PROJECT_COORDINATOR)
    gone = recipes.user.make(username="gone", fullname="A Gone", is_active=False)
    recipes.make_member(w1.project, gone, Role.PROJECT_COORDINATOR)
    w1.project.copilot = recipes.user.make(username="pilot", fullname="Pia Pilot")
    w1.project.save(update_fields=["copilot"])

    assert run_of(Api(bob))[1] == ["Cora Lead", "Pia Pilot"]
    assert run_of(Api())[1] == []


def test_without_people_in_the_project_staff_can_help(w1, bob):
    support = recipes.user.make(username="sam", fullname="Sam Support")
    recipes.give_role(support, Role.TECH_SUPPORT)

    assert run_of(Api(bob))[1] == ["Sam Support"]


def test_without_a_backend_staff_can_help(w1, ada, staff):
    assert run_of(Api(ada))[1] == ["Petra Staff"]


def test_who_may_archive_can_help_with_an_archived_workspace(archived, ada, bob):
    recipes.make_member(archived.project, bob, Role.PROJECT_COORDINATOR)

    assert run_of(Api(ada))[1] == ["Bob Bell"]


def test_who_can_help_costs_two_queries_more(w1, ada, bob, tpp, django_assert_max_num_queries):
    api = Api(ada)
    api.get("workspaces/w1")
    stranger = Api(bob)
    stranger.get("workspaces/w1")

    # session, person, what he holds; workspace, its organisations in two; two for who can help.
    with django_assert_max_num_queries(8):
        stranger.get("workspaces/w1")


# -- history -------------------------------------------------------------------------------------


@pytest.fixture
def changed(w1, ada):
    Api(ada).patch("workspaces/w1", {"purpose": "Why"}, if_match='"v1"')
    Api(ada).patch("workspaces/w1", {"is_archived": True}, if_match='"v2"')
    Api(ada).post("workspaces/w1/sign-off", None)


def history_for(person):
    answer = Api(person).get("workspaces/w1/events")
    assert answer.status_code == 200, answer.content
    return [
        (event["verb"], [change["field"] for change in event["changes"]])
        for event in answer.json()["results"]
    ]


def test_the_history_of_a_workspace_is_read_by_who_reads_the_workspace(changed, ada):
    assert history_for(ada) == [
        ("workspace.signed_off", []),
        ("workspace.changed", ["is_archived"]),
        ("workspace.changed", ["purpose"]),
    ]


def test_the_history_does_not_tell_people_without_a_role_what_is_archived(changed, bob):
    for person in (None, bob):
        assert [fields for _, fields in history_for(person)] == [[], ["purpose"]]


def test_no_workspace_has_no_history(db, django_assert_num_queries):
    assert problem_of(Api().get("workspaces/none/events")) == (404, "not-found")


def test_the_history_of_a_workspace_takes_few_queries(changed, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):  # the workspace with its organisations, the events
        Api().get("workspaces/w1/events")
