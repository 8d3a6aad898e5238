"""`roles`, `users/NAME/roles`, `role-changes`: what roles are, and how they come and go."""

import threading

import pytest
from django.db import close_old_connections, connection

from server.audit.models import AuditEvent
from server.people.actors import actor_of
from server.people.models import RoleGrant, User
from server.people.permissions import Permission
from server.people.roles import GLOBAL_ROLES, PERMISSIONS, PROJECT_ROLES, Role
from server.people.services import LastAdministrator, set_roles
from tests import recipes
from tests.api import Api, pointers_of, problem_of
from tests.recipes import NOON


def put_roles(api, username, *roles, tag=None):
    tag = tag or api.get(f"users/{username}")["ETag"]
    return api.put(f"users/{username}/roles", {"roles": list(roles)}, if_match=tag)


def roles_of(person):
    return set(person.role_grants.values_list("role", flat=True))


def events():
    return list(AuditEvent.objects.order_by("id").values_list("verb", "before", "after"))


def test_the_catalogue_names_every_role_with_what_it_gives_and_where_it_is_held(db):
    rows = {row["name"]: row for row in Api().get("roles").json()["results"]}

    assert set(rows) == set(Role.values)
    assert rows["ProjectDeveloper"] == {
        "name": "ProjectDeveloper",
        "title": "Project Developer",
        "description": "Runs jobs, makes and archives workspaces, and views outputs.",
        "permissions": sorted(PERMISSIONS[Role.PROJECT_DEVELOPER]),
        "held_on": ["in a project"],
    }
    assert rows["ProjectCollaborator"]["held_on"] == ["everywhere", "in a project"]
    assert rows["Administrator"]["permissions"] == sorted(Permission)
    assert all(row["description"] for row in rows.values())


@pytest.mark.parametrize("role", sorted(GLOBAL_ROLES))
@pytest.mark.parametrize("permission", sorted(Permission))
def test_a_role_held_everywhere_gives_its_permissions_everywhere(ada, role, permission):
    recipes.give_role(ada, role)

    actor = actor_of(ada)

    assert actor.holds(permission) is (permission in PERMISSIONS[role])
    assert actor.holds(permission, project_id=999) is (permission in PERMISSIONS[role])


@pytest.mark.parametrize("role", sorted(PROJECT_ROLES))
@pytest.mark.parametrize("permission", sorted(Permission))
def test_a_role_held_in_a_project_gives_its_permissions_there_alone(db, role, permission):
    person, here = recipes.user.make(), recipes.make_project()
    recipes.make_member(here, person, role)

    actor = actor_of(person)

    assert actor.holds(permission, project_id=here.pk) is (permission in PERMISSIONS[role])
    assert not actor.holds(permission)
    assert not actor.holds(permission, project_id=here.pk + 1)


def test_roles_are_set_as_they_are_given_each_once_and_each_on_record(ada, petra):
    recipes.give_role(ada, Role.TECH_SUPPORT)

    answer = put_roles(Api(petra), "ada", "OutputChecker", "OutputPublisher", "OutputChecker")

    assert answer.json()["account"]["roles"] == ["OutputChecker", "OutputPublisher"]
    assert events() == [
        ("role.given", {}, {"role": "OutputChecker"}),
        ("role.given", {}, {"role": "OutputPublisher"}),
        ("role.taken", {"role": "TechSupport"}, {}),
    ]
    assert set(AuditEvent.objects.values_list("subject", "actor")) == {("ada", "petra")}


def test_a_role_counts_from_the_next_call_and_no_longer_after_it_is_taken(ada, petra):
    api, staff = Api(ada), Api(petra)
    assert api.get("users", {"missing": "org"}).status_code == 403

    put_roles(staff, "ada", "StaffAreaAdministrator")
    assert api.get("users", {"missing": "org"}).status_code == 200

    put_roles(staff, "ada")
    assert api.get("users", {"missing": "org"}).status_code == 403


@pytest.mark.parametrize("role", ["ProjectDeveloper", "ProjectCoordinator"])
def test_a_role_of_projects_is_refused_everywhere_naming_where_it_is_held(ada, petra, role):
    refused = put_roles(Api(petra), "ada", "OutputChecker", role)

    assert problem_of(refused) == (400, "validation-failed")
    assert refused.json()["errors"] == [
        {
            "pointer": "/roles/1",
            "detail": f"{role} cannot be held everywhere. It is held on: in a project.",
        }
    ]
    assert roles_of(ada) == set()


def test_an_unknown_role_is_refused_naming_those_there_are(ada, petra):
    refused = put_roles(Api(petra), "ada", "King")

    assert pointers_of(refused) == ["/roles/0"]
    assert all(role in refused.json()["detail"] for role in Role.values)


def test_two_who_set_roles_at_once_do_not_overwrite_each_other(ada, petra):
    api = Api(petra)
    tag = api.get("users/ada")["ETag"]
    put_roles(api, "ada", "OutputChecker", tag=tag)

    stale = put_roles(api, "ada", "TechSupport", tag=tag)

    assert problem_of(stale) == (412, "stale-version")
    assert roles_of(ada) == {"OutputChecker"}


def test_only_an_administrator_makes_and_unmakes_administrators(ada, petra, root):
    refused = put_roles(Api(petra), "ada", "Administrator")
    assert problem_of(refused) == (403, "forbidden")
    assert problem_of(put_roles(Api(petra), "root")) == (403, "forbidden")
    assert put_roles(Api(petra), "root", "Administrator", "TechSupport").status_code == 200

    assert put_roles(Api(root), "ada", "Administrator").status_code == 200
    assert put_roles(Api(root), "ada").status_code == 200
    assert (roles_of(ada), roles_of(root)) == (set(), {"Administrator", "TechSupport"})


def test_nobody_gives_himself_what_he_may_not_give(petra):
    assert problem_of(put_roles(Api(petra), "petra", "Administrator")) == (403, "forbidden")


def test_the_last_administrator_keeps_the_role_also_against_himself(root):
    api = Api(root)

    assert problem_of(put_roles(api, "root")) == (409, "last-administrator")
    off = api.patch("users/root", {"is_active": False}, if_match='"v1"')
    assert problem_of(off) == (409, "last-administrator")
    give = {"role": "Administrator", "change": "take", "usernames": ["root"]}
    answer = api.post("role-changes", give).json()

    assert answer["changed"] == []
    assert "without an Administrator" in answer["skipped"][0]["reason"]
    assert roles_of(root) == {"Administrator"}
    assert User.objects.get(pk=root.pk).is_active
    assert not AuditEvent.objects.exists()


def test_an_administrator_who_is_switched_off_does_not_count(root):
    other = recipes.user.make(username="other", is_active=False)
    recipes.give_role(other, Role.ADMINISTRATOR)

    assert problem_of(put_roles(Api(root), "root")) == (409, "last-administrator")
    assert put_roles(Api(root), "other").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_two_last_administrators_who_leave_at_once_one_stays():
    people = [recipes.user.make(username=name) for name in ("one", "two")]
    for person in people:
        recipes.give_role(person, Role.ADMINISTRATOR)
    barrier, outcomes = threading.Barrier(2), []

    def leave(person):
        close_old_connections()
        try:
            actor = actor_of(person)
            barrier.wait()
            set_roles(actor=actor, user=person, roles=[], version=1, now=NOON)
            outcomes.append("left")
        except LastAdministrator:
            outcomes.append("kept")
        finally:
            connection.close()

    threads = [threading.Thread(target=leave, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["kept", "left"]
    assert RoleGrant.objects.filter(role=Role.ADMINISTRATOR).count() == 1


def test_a_role_is_given_to_many_and_who_is_skipped_is_told_why(ada, petra):
    bob = recipes.user.make(username="bob")
    recipes.give_role(bob, Role.OUTPUT_CHECKER)
    recipes.user.make(username="zoe", is_active=False)
    body = {
        "role": "OutputChecker",
        "change": "give",
        "usernames": ["Ada", "bob", "zoe", "nobody", "Ada"],
    }

    answer = Api(petra).post("role-changes", body)

    assert answer.json() == {
        "changed": ["ada"],
        "skipped": [
            {"username": "bob", "reason": "Holds Output Checker already."},
            {"username": "zoe", "reason": "The account is switched off."},
            {"username": "nobody", "reason": "There is no person of this name."},
        ],
    }
    assert events() == [("role.given", {}, {"role": "OutputChecker"})]


def test_a_role_is_taken_from_many(ada, petra):
    recipes.give_role(ada, Role.OUTPUT_CHECKER)
    body = {"role": "OutputChecker", "change": "take", "usernames": ["ada", "petra"]}

    answer = Api(petra).post("role-changes", body)

    assert answer.json()["changed"] == ["ada"]
    assert answer.json()["skipped"] == [
        {"username": "petra", "reason": "Does not hold Output Checker."}
    ]
    assert roles_of(ada) == set()


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"role": "King"}, "/role"),
        ({"role": "ProjectDeveloper"}, "/role"),
        ({"change": "keep"}, "/change"),
        ({"usernames": []}, "/usernames"),
    ],
)
def test_a_change_of_many_that_makes_no_sense_is_refused(ada, petra, body, pointer):
    whole = {"role": "OutputChecker", "change": "give", "usernames": ["ada"]}

    assert pointers_of(Api(petra).post("role-changes", whole | body)) == [pointer]


def test_administrator_is_not_given_to_many_by_others(ada, petra):
    body = {"role": "Administrator", "change": "give", "usernames": ["ada"]}

    assert problem_of(Api(petra).post("role-changes", body)) == (403, "forbidden")
