"""The table is whole, the service answers as it says, and changes are on record."""

import pytest

from server.people import roles
from server.people.permissions import Permission
from tests.permissions import matrix, page
from tests.permissions.roles import GIVES, HELD_EVERYWHERE, HELD_IN_A_PROJECT, PERMISSIONS
from tests.permissions.rows import ROWS

PARTS = 6  # so that the processes of a test run share the work


def test_every_endpoint_has_a_row_and_every_row_an_endpoint():
    assert matrix.missing_rows() == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_call_is_answered_and_recorded_as_the_table_says(db, part):
    verdict = matrix.run(ROWS[part::PARTS])

    assert verdict.surprises == []
    assert verdict.cells >= 2_000 / PARTS


def test_a_row_that_changes_something_says_what_it_leaves_on_record():
    silent = [row.title for row in ROWS if row.changes and not (row.leaves or row.unrecorded)]

    assert silent == []


def test_each_role_gives_what_the_table_of_roles_says():
    assert {role.value: held for role, held in roles.PERMISSIONS.items()} == GIVES
    assert sorted(Permission) == list(PERMISSIONS)


def test_each_role_is_held_where_the_table_of_roles_says():
    assert set(HELD_EVERYWHERE) == roles.GLOBAL_ROLES
    assert set(HELD_IN_A_PROJECT) == roles.PROJECT_ROLES


def test_the_page_of_permissions_is_what_the_table_gives():
    assert page.PAGE.read_text() == page.page(), "write it with: make permissions"
