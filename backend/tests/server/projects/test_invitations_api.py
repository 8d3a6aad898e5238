"""Invitations: by GitHub's number, some fail and others do not, only the guest answers."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrations import git
from integrations.github_users.fake import FakeGitHubUsers
from server.audit.models import AuditEvent
from server.outbox.models import OutboxMessage
from server.people.roles import Role
from server.projects.models import ProjectInvitation
from tests import recipes
from tests.api import Api, pointers_of, problem_of

INVITATIONS = "projects/asthma-winter/invitations"


@pytest.fixture
def carol(project):
    """Who coordinates the project."""
    person = recipes.user.make(username="carol", fullname="Carol Example")
    recipes.make_member(project, person, Role.PROJECT_COORDINATOR)
    return person


@pytest.fixture
def joe(db):
    return recipes.user.make(username="joe", email="joe@example.org")


@pytest.fixture
def github(settings, monkeypatch):
    """People sign in by GitHub, which knows octo (7)."""
    settings.GITHUB_SIGN_IN = True
    people = FakeGitHubUsers()
    people.add_person("octo", github_id=7)
    monkeypatch.setattr("integrations.github_users.get_directory", lambda: people)
    return people


def sign_in_by_github(username, *, github_id):
    """An account that GitHub's sign-in has made."""
    person = recipes.user.make(username=username)
    SocialAccount.objects.create(user=person, provider="github", uid=str(github_id))
    return person


def invite(who, *usernames, roles=("ProjectDeveloper",)):
    return Api(who).post(INVITATIONS, {"usernames": usernames, "roles": roles})


def mine(person):
    return Api(person).get("invitations").json()["results"]


def verbs():
    events = AuditEvent.objects.filter(verb__startswith="project_invitation").order_by("id")
    return [(event.verb, event.actor, event.subject) for event in events]


# --- inviting


def test_without_github_local_accounts_are_invited_and_each_failure_is_told(carol, joe, ada):
    answer = invite(carol, "JOE", "nobody", "ada")

    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert [(row["username"], row["roles"]) for row in told["invited"]] == [
        ("joe", ["ProjectDeveloper"])
    ]
    assert [(row["username"], row["detail"]) for row in told["failed"]] == [
        ("nobody", "There is no account 'nobody' here that is in use."),
        ("ada", "ada is a member of Asthma in winter already."),
    ]
    assert verbs() == [("project_invitation.sent", "carol", "joe")]
    assert OutboxMessage.objects.get().topic == "project_invitation.sent"


def test_a_person_who_never_signed_in_is_invited_by_the_number_that_github_gives(carol, github):
    answer = invite(carol, "OCTO", "nobody")

    assert [row["username"] for row in answer.json()["invited"]] == ["octo"]
    assert "GitHub knows no person called 'nobody'" in answer.json()["failed"][0]["detail"]
    row = ProjectInvitation.objects.get()
    assert (row.github_id, row.user) == (7, None)


def test_the_invitation_waits_for_the_number_and_not_for_the_name(carol, github, project):
    invite(carol, "octo")
    github.add_person("octo-two", github_id=7)  # the name is free now
    github.add_person("octo", github_id=8)  # and somebody else takes it
    impostor = sign_in_by_github("octo", github_id=8)
    meant = sign_in_by_github("octo-two", github_id=7)

    assert mine(impostor) == []
    [invitation] = mine(meant)
    stolen = Api(impostor).post(f"invitations/{invitation['id']}/accept", {})
    assert problem_of(stolen) == (404, "not-found")
    accepted = Api(meant).post(f"invitations/{invitation['id']}/accept", {})

    assert accepted.status_code == 200
    assert project.memberships.get(user=meant).roles == ["ProjectDeveloper"]
    assert ProjectInvitation.objects.get().user == meant


def test_with_github_a_local_account_of_the_same_name_is_not_meant(carol, github, joe):
    answer = invite(carol, "joe")

    assert answer.json()["invited"] == []
    assert mine(joe) == []


def test_who_is_known_here_by_the_number_is_invited_under_the_own_account(carol, github):
    person = sign_in_by_github("renamed", github_id=7)

    invite(carol, "octo")

    assert ProjectInvitation.objects.get().user == person
    assert len(mine(person)) == 1


def test_a_person_is_invited_once_at_a_time(carol, joe, github, settings):
    invite(carol, "octo")
    assert "invited" in invite(carol, "octo").json()["failed"][0]["detail"]
    settings.GITHUB_SIGN_IN = False
    invite(carol, "joe")
    assert "invited" in invite(carol, "joe").json()["failed"][0]["detail"]


def test_one_name_twice_is_one_invitation(carol, joe):
    answer = invite(carol, "joe", "Joe")

    assert (len(answer.json()["invited"]), answer.json()["failed"]) == (1, [])


def test_the_same_key_invites_once(carol, joe):
    body = {"usernames": ["joe"], "roles": []}
    first = Api(carol).post(INVITATIONS, body, Idempotency_Key="k")
    second = Api(carol).post(INVITATIONS, body, Idempotency_Key="k")

    assert first.json() == second.json()
    assert ProjectInvitation.objects.count() == 1


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (
            git.HostUnavailable(host="GitHub", reason="has not answered for 10 s"),
            (503, "git-host-unavailable"),
        ),
        (git.AccessRefused(host="GitHub", status=401), (503, "git-host-unavailable")),
        (git.RateLimited(host="GitHub", retry_at=recipes.NOON), (503, "git-rate-limited")),
    ],
)
def test_where_github_cannot_be_asked_nobody_is_invited_and_it_is_said(
    carol, github, error, problem
):
    github.fail_with(error)

    answer = invite(carol, "octo")

    assert problem_of(answer) == problem
    assert "GitHub" in answer.json()["detail"]
    assert not ProjectInvitation.objects.exists()


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"usernames": [], "roles": []}, ["/usernames"]),
        ({"usernames": ["joe"], "roles": ["Administrator"]}, ["/roles/0"]),
        ({"usernames": ["joe"], "roles": [], "x": 1}, ["/x"]),
        ({"usernames": ["a"] * 51, "roles": []}, ["/usernames"]),
    ],
)
def test_an_invitation_that_cannot_be_is_refused(carol, joe, body, pointers):
    answer = Api(carol).post(INVITATIONS, body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == pointers


def test_only_who_manages_the_members_sees_invites_and_cancels(carol, ada, joe):
    [row] = invite(carol, "joe").json()["invited"]
    for person, expected in ((ada, (403, "forbidden")), (None, (401, "not-signed-in"))):
        answers = [
            Api(person).get(INVITATIONS),
            invite(person, "joe"),
            Api(person).delete(f"{INVITATIONS}/{row['id']}"),
        ]
        assert [problem_of(answer) for answer in answers] == [expected] * 3


def test_who_coordinates_another_project_does_not_reach_the_invitation_through_it(carol, joe):
    [row] = invite(carol, "joe").json()["invited"]
    eve = recipes.user.make(username="eve")
    recipes.make_member(recipes.make_project(slug="eves"), eve, Role.PROJECT_COORDINATOR)

    answer = Api(eve).delete(f"projects/eves/invitations/{row['id']}")

    assert problem_of(answer) == (404, "not-found")
    assert ProjectInvitation.objects.filter(pk=row["id"]).exists()


def test_what_is_not_there_is_not_found(carol):
    api = Api(carol)
    answers = [
        api.get("projects/none/invitations"),
        api.post("projects/none/invitations", {"usernames": ["joe"], "roles": []}),
        api.delete(f"{INVITATIONS}/999"),
        api.post("invitations/999/accept", {}),
        api.post("invitations/999/decline", {}),
        api.post("invitations/99999999999999999999/accept", {}),
    ]

    assert {problem_of(answer) for answer in answers} == {(404, "not-found")}


# --- answering


def test_accepting_gives_the_roles_and_a_second_time_changes_nothing(carol, joe, project):
    [row] = invite(carol, "joe").json()["invited"]

    first = Api(joe).post(f"invitations/{row['id']}/accept", {})
    second = Api(joe).post(f"invitations/{row['id']}/accept", {})

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()
    assert project.memberships.get(user=joe).roles == ["ProjectDeveloper"]
    assert project.memberships.get(user=joe).created_by == carol
    assert verbs()[1:] == [("project_invitation.accepted", "joe", "joe")]
    assert mine(joe) == []
    assert Api(carol).get(INVITATIONS).json()["results"] == []


def test_who_was_removed_does_not_come_back_by_the_old_invitation(carol, joe, project):
    [row] = invite(carol, "joe").json()["invited"]
    Api(joe).post(f"invitations/{row['id']}/accept", {})
    Api(carol).delete("projects/asthma-winter/members/joe")

    Api(joe).post(f"invitations/{row['id']}/accept", {})

    assert not project.memberships.filter(user=joe).exists()


def test_who_is_added_otherwise_has_no_invitation_left(carol, joe, github, project):
    person = sign_in_by_github("late", github_id=9)
    ProjectInvitation.objects.create(project=project, username="late", github_id=9)

    added = Api(carol).post("projects/asthma-winter/members", {"usernames": ["late"], "roles": []})

    assert added.status_code == 201
    assert mine(person) == []
    assert verbs() == [("project_invitation.cancelled", "carol", "late")]


def test_declining_lets_the_invitation_go(carol, joe, project):
    [row] = invite(carol, "joe").json()["invited"]

    answer = Api(joe).post(f"invitations/{row['id']}/decline", {})

    assert answer.status_code == 204
    assert verbs()[1:] == [("project_invitation.declined", "joe", "joe")]
    late = Api(joe).post(f"invitations/{row['id']}/accept", {})
    assert problem_of(late) == (404, "not-found")
    assert not project.memberships.filter(user=joe).exists()


def test_a_cancelled_invitation_cannot_be_accepted(carol, joe, project):
    [row] = invite(carol, "joe").json()["invited"]

    answer = Api(carol).delete(f"{INVITATIONS}/{row['id']}")

    assert answer.status_code == 204
    late = Api(joe).post(f"invitations/{row['id']}/accept", {})
    assert problem_of(late) == (404, "not-found")
    assert verbs()[1:] == [("project_invitation.cancelled", "carol", "joe")]
    assert invite(carol, "joe").json()["failed"] == []


def test_nobody_else_answers_or_sees_an_invitation(carol, joe, ada):
    [row] = invite(carol, "joe").json()["invited"]

    answers = [
        Api(ada).post(f"invitations/{row['id']}/{verb}", {}) for verb in ("accept", "decline")
    ]

    assert [problem_of(answer) for answer in answers] == [(404, "not-found")] * 2
    assert mine(ada) == []
    for answer in (Api().get("invitations"), Api().post(f"invitations/{row['id']}/accept", {})):
        assert problem_of(answer) == (401, "not-signed-in")


@pytest.mark.parametrize("path", [INVITATIONS, "invitations"])
def test_the_number_of_queries_does_not_grow(carol, joe, project, path, django_assert_num_queries):
    person = joe if path == "invitations" else carol
    invite(carol, "joe")
    api = Api(person)
    with CaptureQueriesContext(connection) as few:
        api.get(path)
    for _ in range(10):
        other = recipes.make_project() if path == "invitations" else project
        guest = joe if path == "invitations" else recipes.user.make()
        ProjectInvitation.objects.create(project=other, user=guest, username=guest.username)

    with django_assert_num_queries(len(few)):
        assert len(api.get(path).json()["results"]) == 11
