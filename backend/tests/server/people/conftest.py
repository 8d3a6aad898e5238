"""People of these tests: a member of staff and an Administrator."""

import pytest

from server.people.roles import Role
from tests import recipes


@pytest.fixture
def petra(db):
    """A member of staff who manages people."""
    person = recipes.user.make(username="petra", fullname="Petra Staff")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


@pytest.fixture
def root(db):
    """The only Administrator."""
    person = recipes.user.make(username="root")
    recipes.give_role(person, Role.ADMINISTRATOR)
    return person
