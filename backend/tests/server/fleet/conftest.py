"""People who manage backends, and people who do not."""

import pytest

from server.people.roles import Role
from tests import recipes


@pytest.fixture
def petra(db):
    """Staff: manages backends."""
    person = recipes.user.make(username="petra")
    recipes.give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person
