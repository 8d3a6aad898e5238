"""Each invariant that the database holds for this app, broken once."""

import pytest
from django.db import IntegrityError

from server.projects.models import (
    OrgMembership,
    ProjectCollaboration,
    ProjectDataPermission,
    ProjectMembership,
    ProjectRoleGrant,
)
from tests import recipes
from tests.recipes import NOON


def refused(constraint):
    """What both databases say: PostgreSQL the constraint's name, SQLite it or the columns."""
    return pytest.raises(IntegrityError, match=constraint)


@pytest.mark.parametrize("recipe", [recipes.org, recipes.project])
@pytest.mark.parametrize(
    ("slug", "constraint"), [("With Blanks", "slug_form"), ("", "slug_form"), ("api", "slug_free")]
)
def test_slugs_have_a_form_and_are_no_route_words(db, recipe, slug, constraint):
    with refused(constraint):
        recipe.make(slug=slug)


@pytest.mark.parametrize("recipe", [recipes.org, recipes.project])
@pytest.mark.parametrize("field", ["name", "slug"])
def test_names_and_slugs_are_given_once(db, recipe, field):
    recipe.make(**{field: "same"})

    with refused(field):
        recipe.make(**{field: "same"})


def test_a_person_is_in_an_organisation_once(db):
    org, user = recipes.org.make(), recipes.user.make()
    OrgMembership.objects.create(org=org, user=user)

    with refused("projects_orgmembership"):
        OrgMembership.objects.create(org=org, user=user)


def test_a_project_has_a_known_status(db):
    with refused("projects_project_status_known"):
        recipes.project.make(status="dreaming")


@pytest.mark.parametrize("number", ["", "0", "012", "POS-2026-0123", "POS-1999-1234", "x"])
def test_a_project_number_has_one_of_two_forms(db, number):
    with refused("projects_project_number_form"):
        recipes.project.make(number=number)


@pytest.mark.parametrize("number", ["1", "148", "POS-2026-1234"])
def test_a_project_number_is_given_once(db, number):
    recipes.project.make(number=number)

    with refused("number"):
        recipes.project.make(number=number)


def test_an_organisation_takes_part_once(db):
    part = recipes.make_project().collaborations.get()

    with refused("projects_projectcollaboration|projects_collaboration_once"):
        ProjectCollaboration.objects.create(org=part.org, project=part.project)


def test_one_organisation_leads(db):
    project = recipes.make_project()

    with refused("projects_projectcollaboration|projects_collaboration_one_lead"):
        ProjectCollaboration.objects.create(org=recipes.org.make(), project=project, is_lead=True)


def test_a_person_is_in_a_project_once(project, ada):
    with refused("projects_projectmembership|projects_membership_once"):
        ProjectMembership.objects.create(project=project, user=ada)


def test_a_member_holds_a_role_once_and_only_roles_of_projects(project, ada):
    membership = ProjectMembership.objects.get(project=project, user=ada)

    with refused("projects_projectrolegrant|projects_rolegrant_once"):
        ProjectRoleGrant.objects.create(membership=membership, role="ProjectDeveloper")


def test_a_role_above_projects_is_not_held_in_one(project, ada):
    membership = ProjectMembership.objects.get(project=project, user=ada)

    with refused("projects_rolegrant_role_is_local"):
        ProjectRoleGrant.objects.create(membership=membership, role="Administrator")


def test_a_data_permission_is_given_once(project, ada):
    values = {"project": project, "granted_at": NOON, "granted_by": ada}
    ProjectDataPermission.objects.create(permission="include_t1oo", **values)

    with refused("projects_projectdatapermission|projects_datapermission_once"):
        ProjectDataPermission.objects.create(permission="include_t1oo", **values)


def test_a_data_permission_is_a_known_one(project, ada):
    with refused("projects_datapermission_known"):
        ProjectDataPermission.objects.create(
            project=project, permission="everything", granted_at=NOON, granted_by=ada
        )


def test_a_repository_is_one_in_any_letter_case(db):
    recipes.repo.make(url="https://github.com/o/r")

    with refused("projects_repo_url_any_case"):
        recipes.repo.make(url="https://GitHub.com/O/R")


@pytest.mark.parametrize("field", ["owner", "name"])
def test_a_repository_has_owner_and_name(db, field):
    with refused("projects_repo_named"):
        recipes.repo.make(**{field: ""})


def test_a_workspace_name_is_one_in_any_letter_case(w1):
    with refused("projects_workspace_name_any_case"):
        recipes.workspace.make(name="W1")


@pytest.mark.parametrize("name", ["a/b", "a b", "", "ä", "a\n"])
def test_a_workspace_name_has_a_form(db, name):
    with refused("projects_workspace_name_form"):
        recipes.workspace.make(name=name)


def test_a_workspace_name_is_no_route_word(db):
    with refused("projects_workspace_name_free"):
        recipes.workspace.make(name="api")


def test_a_workspace_has_a_branch(db):
    with refused("projects_workspace_branch_set"):
        recipes.workspace.make(branch="")
