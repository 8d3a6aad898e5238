"""Every list of /api/v3/ is paged by keys, counts nothing, and refuses what it does not know."""

from collections.abc import Iterator
from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator

from server.people.models import User
from server.people.roles import Role
from server.projects.models import Workspace
from tests import recipes
from tests.api import Api

# Lists that a page shows as a whole: of things of which there are few, or that have a cap.
WHOLE_LISTS = {
    "/api/v3/users/{username}/tokens",
}


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    """(path, operation) of everything that is read by GET from /api/v3/."""
    schema = SchemaGenerator().get_schema(request=None, public=True)
    for path, methods in schema["paths"].items():
        if path.startswith("/api/v3/") and "get" in methods:
            yield path, methods["get"]


def query_names(operation: dict[str, Any]) -> set[str]:
    return {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}


def paged() -> list[str]:
    return [path for path, operation in operations() if "cursor" in query_names(operation)]


def filled(path: str) -> str:
    """The path with names that exist, or that nobody has: the refusal comes before the look-up."""
    known = {"name": "w1", "slug": "asthma-winter", "username": "ada"}
    parts = path.removeprefix("/api/v3/").split("/")
    return "/".join(known.get(part[1:-1], "1") if part.startswith("{") else part for part in parts)


@pytest.fixture
def staff(db: None, w1: Workspace) -> Api:
    person = recipes.user.make(username="boss")
    recipes.give_role(person, Role.ADMINISTRATOR)
    return Api(person)


def test_there_are_lists() -> None:
    assert len(paged()) > 15


def test_nothing_that_is_read_takes_a_parameter_that_nobody_knows(staff: Api) -> None:
    took = {}
    for path, _ in operations():
        answer = staff.get(f"{filled(path)}?no_such_parameter=1")
        if answer.status_code != 422 and answer.status_code != 400:
            took[path] = answer.status_code

    assert took == {}


def test_no_list_tells_a_total_or_takes_a_page_number() -> None:
    for path, operation in operations():
        names = query_names(operation)
        assert names.isdisjoint({"page", "offset", "page_size"}), path


def test_no_page_of_a_list_counts_rows(staff: Api, ada: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counting = {}
    for path in paged():
        with CaptureQueriesContext(connection) as captured:
            staff.get(filled(path))
        found = [each["sql"] for each in captured if each["sql"].startswith("SELECT COUNT(")]
        if found:
            counting[path] = found

    assert counting == {}
