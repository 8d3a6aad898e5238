"""`repos`: who uses a repository, and the sign-off of its code."""

from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrations import git
from server.audit.models import AuditEvent
from server.outbox.management.commands.run_worker import deliver_due
from server.people.roles import Role
from server.projects.models import Org, Repo
from tests import recipes
from tests.api import Api, pointers_of, problem_of
from tests.recipes import MINUTE, NOON

URL = "repos/opensafely/asthma"


@pytest.fixture
def bob(db):
    return recipes.user.make(username="bob", fullname="Bob Bell", email="bob@example.org")


@pytest.fixture
def staff(db):
    person = recipes.user.make(username="petra", fullname="Petra Staff")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


@pytest.fixture
def repo(w1):
    """The repository of w1, under the name that its address has."""
    Repo.objects.filter(pk=w1.repo_id).update(
        url="https://github.com/opensafely/asthma", owner="opensafely", name="asthma"
    )
    w1.repo.refresh_from_db()
    return w1.repo


def sign_off(workspace, person):
    type(workspace).objects.filter(pk=workspace.pk).update(signed_off_at=NOON, signed_off_by=person)


@pytest.fixture
def ready(repo, w1, ada):
    """Every workspace on it is signed off."""
    sign_off(w1, ada)
    return repo


@pytest.fixture
def researcher_done(ready, ada):
    Repo.objects.filter(pk=ready.pk).update(
        researcher_signed_off_at=NOON, researcher_signed_off_by=ada
    )
    return ready


# -- one repository ------------------------------------------------------------------------------


def test_anyone_reads_where_a_repository_is_used(repo, w1, tpp, ada):
    recipes.make_job_request(workspace=w1, backend=tpp, created_at=NOON + MINUTE)
    recipes.make_job_request(workspace=w1, backend=tpp, created_at=NOON)
    recipes.workspace.make(name="a-first", repo=repo, project=w1.project, created_by=ada)

    shown = Api().get(URL).json()

    assert shown["url"] == "https://github.com/opensafely/asthma"
    assert shown["projects"] == [{"slug": "asthma-winter", "name": "Asthma in winter"}]
    assert [row["name"] for row in shown["workspaces"]] == ["a-first", "w1"]
    assert (shown["workspace_count"], shown["signed_off_workspace_count"]) == (2, 0)
    assert shown["first_run_at"] == "2026-03-04T12:00:00Z"
    assert shown["can"]["sign_off"]["why_not"] == "Sign in to sign off this repository."
    assert shown["workspaces"][1]["is_archived"] is None


def test_a_repository_is_found_in_any_letter_case(repo):
    assert Api().get("repos/OpenSAFELY/Asthma").status_code == 200


@pytest.mark.parametrize("path", ["repos/opensafely/none", "repos/x/asthma", "repos/a%00/b"])
def test_a_repository_that_nothing_uses_is_not_found(repo, path):
    assert problem_of(Api().get(path)) == (404, "not-found")


def test_with_public_read_off_only_signed_in_people_read(repo, bob, settings):
    settings.PUBLIC_READ = False

    for path in (URL, f"{URL}/projects", f"{URL}/events"):
        assert problem_of(Api().get(path)) == (401, "not-signed-in")
        assert Api(bob).get(path).status_code == 200


def test_queries_do_not_grow_with_the_workspaces(repo, django_assert_num_queries):
    Api().get(URL)
    with CaptureQueriesContext(connection) as one:
        Api().get(URL)
    for _ in range(20):
        recipes.workspace.make(repo=repo, project=recipes.make_project())

    assert len(one) <= 3
    with django_assert_num_queries(len(one)):
        Api().get(URL)


# -- the list ------------------------------------------------------------------------------------


def names_of(answer):
    assert answer.status_code == 200, answer.content
    return [row["name"] for row in answer.json()["results"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["done", "waiting", "open"]),
        ({"search": "O/WAIT"}, ["waiting"]),
        ({"has_outputs": "true"}, ["open"]),
        ({"has_outputs": "false"}, ["done", "waiting"]),
        ({"sign_off": "open"}, ["open"]),
        ({"sign_off": "waiting"}, ["waiting"]),
        ({"sign_off": "done"}, ["done"]),
        ({"org": "leeds"}, ["open"]),
        ({"org": "none"}, []),
    ],
)
def test_the_list_is_filtered(ada, query, names):
    by_researcher = {"researcher_signed_off_at": NOON, "researcher_signed_off_by": ada}
    by_staff = {"internal_signed_off_at": NOON, "internal_signed_off_by": ada}
    for minute, (name, fields) in enumerate(
        [
            ("open", {"has_github_outputs": True}),
            ("waiting", by_researcher),
            ("done", by_researcher | by_staff),
        ]
    ):
        row = recipes.repo.make(
            owner="o",
            name=name,
            url=f"https://github.com/o/{name}",
            created_at=NOON + minute * MINUTE,
            **fields,
        )
        slugs = ("leeds", "york") if name == "open" else ("york",)
        for _ in range(2):
            recipes.workspace.make(repo=row, project=recipes.make_project(org_slugs=slugs))

    assert names_of(Api(ada).get("repos", query)) == names


@pytest.mark.parametrize("query", [{"sign_off": "maybe"}, {"has_outputs": "x"}, {"owner": "o"}])
def test_the_list_refuses_what_it_does_not_understand(ada, query):
    answer = Api(ada).get("repos", query)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [f"/{next(iter(query))}"]


def test_the_list_needs_a_person_and_few_queries(repo, ada, django_assert_num_queries):
    assert problem_of(Api().get("repos")) == (401, "not-signed-in")
    api = Api(ada)
    api.get("repos")
    with CaptureQueriesContext(connection) as one:
        api.get("repos")
    for _ in range(20):
        recipes.workspace.make(project=recipes.make_project())

    with django_assert_num_queries(len(one)):
        assert len(names_of(api.get("repos", {"limit": 100}))) == 21
    of_the_list = [query for query in one if "projects_" in query["sql"].split("FROM")[1][:30]]
    assert len(of_the_list) <= 3


# -- signing off for the researchers -------------------------------------------------------------


@time_machine.travel(NOON, tick=False)
def test_a_member_signs_off_and_the_makers_are_told(ready, w1, ada, bob):
    other = recipes.workspace.make(repo=ready, project=w1.project, created_by=bob)
    sign_off(other, bob)
    mute = recipes.user.make(email="mute@example.org", wants_notices=False)
    sign_off(recipes.workspace.make(repo=ready, project=w1.project, created_by=mute), mute)

    answer = Api(ada).post(f"{URL}/sign-off", None)

    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert shown["researcher_signed_off_at"] == "2026-03-04T12:00:00Z"
    assert shown["researcher_signed_off_by"]["username"] == "ada"
    event = AuditEvent.objects.get()
    assert (event.verb, event.target_name, event.actor) == (
        "repo.signed_off",
        "opensafely/asthma",
        "ada",
    )
    assert mail.outbox == []
    deliver_due()
    (message,) = mail.outbox
    assert (message.to, message.bcc) == ([], ["ada@example.org", "bob@example.org"])
    assert message.subject == "opensafely/asthma is signed off"
    assert "Ada Example has signed off the repository" in message.body
    assert "https://jobs.example.org/repos/opensafely/asthma" in message.body


def test_a_repeated_event_is_recognisable(researcher_done):
    from server.notify.handlers import tell_of_signed_off_repo

    for _ in range(2):
        tell_of_signed_off_repo({"repo_id": researcher_done.pk}, "repo.signed_off:1")

    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_a_repository_is_signed_off_after_all_its_workspaces(ready, w1, ada):
    recipes.workspace.make(name="late", repo=ready)

    refused = Api(ada).post(f"{URL}/sign-off", None)

    assert problem_of(refused) == (409, "not-yet-signed-off")
    assert "Still missing: late." in refused.json()["detail"]
    assert "late" in Api(ada).get(URL).json()["can"]["sign_off"]["why_not"]
    assert not AuditEvent.objects.exists()


def test_a_member_of_any_project_that_uses_it_may(ready, bob):
    elsewhere = recipes.workspace.make(repo=ready, project=recipes.make_project())
    recipes.make_member(elsewhere.project, bob)
    sign_off(elsewhere, bob)

    assert Api(bob).get(URL).json()["can"]["sign_off"]["allowed"]
    assert Api(bob).post(f"{URL}/sign-off", None).status_code == 200


def test_nobody_else_signs_off(ready, bob, staff):
    recipes.make_member(recipes.make_project(), bob, Role.PROJECT_DEVELOPER)

    for person in (bob, staff):
        refused = Api(person).post(f"{URL}/sign-off", None)
        assert problem_of(refused) == (403, "forbidden")
    assert problem_of(Api().post(f"{URL}/sign-off", None)) == (401, "not-signed-in")


def test_a_researcher_signs_off_once(researcher_done, ada):
    assert problem_of(Api(ada).post(f"{URL}/sign-off", None)) == (409, "already-signed-off")
    assert Api(ada).get(URL).json()["can"]["sign_off"]["allowed"] is False


# -- signing off for the staff -------------------------------------------------------------------


def test_staff_sign_off_after_a_researcher(researcher_done, staff):
    assert Api(staff).get(URL).json()["can"]["sign_off_internally"]["allowed"]

    answer = Api(staff).post(f"{URL}/internal-sign-off", None)

    assert answer.status_code == 200, answer.content
    assert answer.json()["internal_signed_off_by"]["username"] == "petra"
    assert AuditEvent.objects.get().verb == "repo.signed_off_internally"
    again = Api(staff).post(f"{URL}/internal-sign-off", None)
    assert problem_of(again) == (409, "already-signed-off")


def test_staff_wait_for_a_researcher(ready, staff):
    refused = Api(staff).post(f"{URL}/internal-sign-off", None)

    assert problem_of(refused) == (409, "not-yet-signed-off")


def test_only_staff_sign_off_for_the_staff(researcher_done, ada):
    refused = Api(ada).post(f"{URL}/internal-sign-off", None)

    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "staff_area_access"
    assert problem_of(Api().post(f"{URL}/internal-sign-off", None)) == (401, "not-signed-in")


def test_with_outputs_on_the_git_host_another_role_is_needed(researcher_done, staff):
    Repo.objects.update(has_github_outputs=True)

    refused = Api(staff).post(f"{URL}/internal-sign-off", None)
    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "repo_sign_off_with_outputs"

    recipes.give_role(staff, Role.SIGN_OFF_REPO_WITH_OUTPUTS)
    assert Api(staff).post(f"{URL}/internal-sign-off", None).status_code == 200


@pytest.mark.parametrize("path", ["sign-off", "internal-sign-off"])
def test_an_absent_repository_is_not_signed_off(staff, path):
    assert problem_of(Api(staff).post(f"repos/o/none/{path}", None)) == (404, "not-found")


def test_the_history_tells_who_signed_off(researcher_done, staff):
    Api(staff).post(f"{URL}/internal-sign-off", None)

    (event,) = Api().get(f"{URL}/events").json()["results"]

    assert (event["verb"], event["actor"]["name"]) == ("repo.signed_off_internally", "petra")


# -- where it is used ----------------------------------------------------------------------------


def test_the_projects_that_use_it_are_listed_by_name(repo, w1):
    for name in ("COPD", "Asthma again"):
        recipes.workspace.make(repo=repo, project=recipes.make_project(name=name))
    recipes.workspace.make(repo=repo, project=w1.project)

    found = Api().get(f"{URL}/projects").json()["results"]

    assert [row["name"] for row in found] == ["Asthma again", "Asthma in winter", "COPD"]


def test_an_unknown_repository_of_an_organisation_of_ours_is_used_nowhere(db):
    Org.objects.create(name="Ours", slug="ours", github_orgs=["OpenSAFELY"])

    assert Api().get("repos/opensafely/none/projects").json() == {"results": []}
    assert problem_of(Api().get("repos/others/none/projects")) == (404, "not-found")


# -- at its host ---------------------------------------------------------------------------------


def test_a_renamed_repository_says_where_it_is(ada, git_host):
    git_host.move_repo(
        git.RepoName(owner="opensafely", name="asthma"), to="opensafely/asthma-in-winter"
    )

    shown = Api(ada).get(f"{URL}/at-host").json()

    assert (shown["is_private"], shown["default_branch"]) == (False, "main")
    assert shown["moved_to"] == {
        "url": "https://github.com/opensafely/asthma-in-winter",
        "owner": "opensafely",
        "name": "asthma-in-winter",
    }


def test_who_asks_the_host_is_signed_in_and_told_what_went_wrong(ada, git_host):
    assert problem_of(Api().get(f"{URL}/at-host")) == (401, "not-signed-in")
    assert problem_of(Api(ada).get("repos/opensafely/none/at-host")) == (422, "repo-not-found")
    git_host.fail_with(git.HostUnavailable(host="GitHub", reason="is away"))
    assert problem_of(Api(ada).get(f"{URL}/at-host")) == (503, "git-host-unavailable")


# -- the daily command ---------------------------------------------------------------------------


def refresh():
    out = StringIO()
    call_command("refresh_repos", stdout=out)
    return out.getvalue()


def test_the_topic_says_that_outputs_are_on_the_host(repo, git_host):
    git_host.add_repo("opensafely/asthma", topics=["github-releases"])
    gone = recipes.repo.make(owner="o", name="gone", has_github_outputs=True)

    assert refresh() == "2 asked about, 1 changed, 1 not found.\n"

    repo.refresh_from_db()
    gone.refresh_from_db()
    assert (repo.has_github_outputs, gone.has_github_outputs) == (True, True)
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.after) == (
        "repo.changed",
        "refresh_repos",
        {"has_github_outputs": True},
    )
    assert refresh() == "2 asked about, 0 changed, 1 not found.\n"

    git_host.add_repo("opensafely/asthma")
    refresh()
    repo.refresh_from_db()
    assert repo.has_github_outputs is False


def test_a_host_that_is_away_ends_the_command_with_one_line(repo, git_host):
    git_host.fail_with(git.HostUnavailable(host="GitHub", reason="is away"))

    with pytest.raises(CommandError, match="GitHub is away"):
        refresh()
