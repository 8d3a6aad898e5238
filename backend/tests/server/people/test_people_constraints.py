"""Each invariant that the database holds for this app, broken once; roles as a table."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from server.people.models import PersonalToken, RoleGrant, RoleSource
from server.people.permissions import Permission
from server.people.roles import GLOBAL_ROLES, PERMISSIONS, PROJECT_ROLES, Role, permissions_of
from tests import recipes
from tests.recipes import NOON


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"username": "ADA"}, "people_user_username_any_case"),
        ({"username": "ada"}, "username"),
        ({"username": ""}, "people_user_username_set"),
        ({"email": "ADA@example.org"}, "people_user_email_any_case"),
    ],
)
def test_a_person_that_cannot_be_is_refused(ada, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        recipes.user.make(**fields)


def test_people_without_an_address_are_many(db):
    assert [recipes.user.make(email="").email for _ in range(2)] == ["", ""]


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({}, "people_rolegrant"),
        ({"role": "ProjectDeveloper"}, "people_rolegrant_role_is_global"),
        ({"role": "King"}, "people_rolegrant_role_is_global"),
        ({"role": "TechSupport", "source": "rumour"}, "people_rolegrant_source_known"),
    ],
)
def test_a_role_that_cannot_be_is_refused(ada, fields, constraint):
    values = {"role": Role.ADMINISTRATOR, "source": RoleSource.STAFF, "created_at": NOON}
    RoleGrant.objects.create(user=ada, **values)

    with pytest.raises(IntegrityError, match=constraint):
        RoleGrant.objects.create(user=ada, **values | fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({}, "digest"),
        ({"digest": "e" * 64, "name": ""}, "people_token_named"),
        ({"digest": "e" * 64, "expires_at": NOON}, "people_token_lives"),
    ],
)
def test_a_token_that_cannot_be_is_refused(ada, fields, constraint):
    values = {
        "user": ada,
        "name": "x",
        "prefix": "p",
        "digest": "d" * 64,
        "created_at": NOON,
        "expires_at": NOON + timedelta(days=1),
    }
    PersonalToken.objects.create(**values)

    with pytest.raises(IntegrityError, match=constraint):
        PersonalToken.objects.create(**values | fields)


def test_every_role_is_held_somewhere_and_gives_known_permissions():
    assert set(PERMISSIONS) == set(Role) == GLOBAL_ROLES | PROJECT_ROLES
    assert PERMISSIONS[Role.ADMINISTRATOR] == frozenset(Permission)


def test_roles_add_up_and_a_name_that_is_no_role_any_more_gives_nothing():
    both = permissions_of(["OutputPublisher", "SignOffRepoWithOutputs", "CoreDeveloper"])

    assert both == {Permission.SNAPSHOT_PUBLISH, Permission.REPO_SIGN_OFF_WITH_OUTPUTS}
    assert permissions_of([]) == frozenset()
