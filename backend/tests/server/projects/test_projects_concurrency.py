"""Two people who change the same thing in the same moment: one after the other, nobody a 500."""

from functools import partial

import pytest

from server.audit.models import AuditEvent
from server.people.roles import Role
from server.projects.models import (
    OrgMembership,
    ProjectInvitation,
    ProjectMembership,
    ProjectRoleGrant,
    Redirect,
)
from tests import recipes
from tests.api import Api
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def carol(project):
    """Who coordinates the project."""
    person = recipes.user.make(username="carol")
    recipes.make_member(project, person, Role.PROJECT_COORDINATOR)
    return person


@pytest.fixture
def joe(project):
    """A member without a role."""
    person = recipes.user.make(username="joe")
    recipes.make_member(project, person)
    return person


@pytest.fixture
def root():
    person = recipes.user.make(username="root")
    recipes.give_role(person, Role.ADMINISTRATOR)
    return person


def statuses(calls):
    """How each call was answered, lowest first; a call is a method of `Api` and its arguments."""
    bound = [
        partial(getattr(Api(person), method), *arguments) for person, method, *arguments in calls
    ]
    return sorted(answer.status_code for answer in at_once(*bound))


def count(verb):
    return AuditEvent.objects.filter(verb=verb).count()


def test_roles_set_at_once_are_those_of_the_last_and_no_sum(carol, joe):
    wanted = [["ProjectDeveloper"], ["ProjectCoordinator"], ["ProjectCollaborator"]]
    path = "projects/asthma-winter/members/joe"

    answered = statuses([(carol, "patch", path, {"roles": roles}) for roles in wanted])

    held = ProjectRoleGrant.objects.filter(membership__user=joe).values_list("role", flat=True)
    assert answered == [200, 200, 200]
    assert list(held) in wanted


def test_the_same_role_given_at_once_is_given_once(carol, joe):
    path, body = "projects/asthma-winter/members/joe", {"roles": ["ProjectDeveloper"]}

    assert statuses([(carol, "patch", path, body)] * 4) == [200] * 4
    assert ProjectRoleGrant.objects.filter(membership__user=joe).count() == 1
    assert count("project_member.roles_changed") == 1


def test_a_member_removed_and_given_a_role_at_once_is_out_once(carol, joe):
    path, body = "projects/asthma-winter/members/joe", {"roles": ["ProjectDeveloper"]}

    answered = statuses([(carol, "delete", path)] * 2 + [(carol, "patch", path, body)] * 2)

    assert set(answered) <= {200, 204, 404}
    assert not ProjectMembership.objects.filter(user=joe).exists()
    assert count("project_member.removed") == 1


def test_an_invitation_is_answered_or_cancelled_but_never_both(carol, project):
    guest = recipes.user.make(username="guest")
    invitation = ProjectInvitation.objects.create(
        project=project, username="guest", user=guest, created_by=carol
    )
    mine, theirs = f"invitations/{invitation.pk}", f"{project.slug}/invitations/{invitation.pk}"

    answered = statuses(
        [
            (guest, "post", f"{mine}/accept", None),
            (guest, "post", f"{mine}/accept", None),
            (guest, "post", f"{mine}/decline", None),
            (carol, "delete", f"projects/{theirs}"),
        ]
    )

    is_in = ProjectMembership.objects.filter(user=guest).exists()
    assert set(answered) <= {200, 204, 404}
    assert (200 in answered, 204 in answered) == (is_in, not is_in)
    assert ProjectInvitation.objects.exists() == is_in
    assert AuditEvent.objects.filter(verb__startswith="project_invitation.").count() == 1


def test_of_two_organisations_that_take_one_address_at_once_one_gets_it(root):
    recipes.org.make(slug="one")
    recipes.org.make(slug="two")

    def rename(slug):
        return Api(root).patch(f"orgs/{slug}", {"slug": "three"}, if_match='"v1"').status_code

    assert sorted(at_once(lambda: rename("one"), lambda: rename("two"))) == [200, 400]


def test_a_person_added_to_an_organisation_by_two_at_once_is_in_it_once(root, joe):
    recipes.org.make(slug="uni")

    assert statuses([(root, "post", "orgs/uni/members", {"usernames": ["joe"]})] * 4) == [200] * 4
    assert OrgMembership.objects.filter(user=joe).count() == count("org_member.added") == 1


def test_what_is_taken_away_by_two_at_once_is_on_record_once(root, project, joe):
    OrgMembership.objects.create(org=recipes.org.make(slug="uni"), user=joe)
    redirect = Redirect.objects.create(
        old_path="/old/", project=project, created_by=root, expires_at="2999-01-01T00:00:00Z"
    )

    for path in ("orgs/uni/members/joe", f"redirects/{redirect.pk}"):
        assert set(statuses([(root, "delete", path)] * 3)) <= {204, 404}

    assert count("org_member.removed") == count("redirect.deleted") == 1
