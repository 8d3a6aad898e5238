"""Pages by cursor: no row twice, none missed, no cursor but ours."""

import base64
import contextlib
import itertools
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import example, given, settings
from hypothesis import strategies as st

from server.core.errors import InputRefused
from server.core.pagination import page_of, paginate
from server.projects.models import Org
from server.projects.serializers import OrgOut
from tests import recipes
from tests.recipes import NOON


@pytest.fixture
def orgs(db):
    """Ten, of which always two were made in the same moment."""
    return [
        recipes.org.make(slug=f"o{number}", created_at=NOON + timedelta(seconds=number // 2))
        for number in range(10)
    ]


def page(cursor=None, limit=3):
    return paginate(Org.objects.all(), cursor=cursor, limit=limit)


def slugs(rows):
    return [row.slug for row in rows]


NEWEST_FIRST = [f"o{number}" for number in reversed(range(10))]


@pytest.mark.parametrize("limit", [1, 2, 3, 9, 10, 11])
def test_pages_hold_every_row_once_there_and_back(orgs, limit):
    there, cursor, first = [], None, page(None, limit)
    while True:
        current = page(cursor, limit)
        there += slugs(current.rows)
        if current.next is None:
            break
        cursor = current.next
    back = [slugs(current.rows)]
    while current.previous:
        current = page(current.previous, limit)
        back.insert(0, slugs(current.rows))

    assert there == NEWEST_FIRST
    assert list(itertools.chain(*back)) == NEWEST_FIRST
    assert (current.rows, current.previous) == (first.rows, None)


def test_a_page_is_one_query_however_far_on(orgs, django_assert_num_queries):
    cursor = page().next

    with django_assert_num_queries(1):
        page(cursor)


def test_rows_made_meanwhile_move_no_row_to_another_page(orgs):
    first = page()
    recipes.org.make(slug="latest", created_at=NOON + timedelta(days=1))

    assert slugs(page(first.next).rows) == ["o6", "o5", "o4"]


def test_the_row_of_a_cursor_may_be_gone(orgs):
    first = page()
    orgs[7].delete()

    assert slugs(page(first.next).rows) == ["o6", "o5", "o4"]


def test_nothing_is_a_page_without_neighbours(db):
    nothing = page()

    assert (list(nothing.rows), nothing.next, nothing.previous) == ([], None, None)


def test_a_page_is_a_range_of_an_index(orgs, w1):
    from server.projects.models import Workspace

    cursor = page().next
    with CaptureQueriesContext(connection) as queries:
        paginate(Workspace.objects.kept(archived=False), cursor=cursor, limit=3)
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as database:
        if connection.vendor == "postgresql":
            database.execute("SET enable_seqscan = off")
            database.execute("SET enable_bitmapscan = off")
        database.execute(explain + queries[0]["sql"])
        plan = " ".join(str(row) for row in database.fetchall())

    assert "projects_workspace_newest" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def encoded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "!!!",
        "äöü",
        encoded([]),
        encoded({}),
        encoded("abc"),
        encoded(7),
        encoded(["2026-03-04T12:00:00", 1, 0]),
        encoded(["2026-03-04T12:00:00+00:00", "1", 0]),
        encoded(["2026-03-04T12:00:00+00:00", True, 0]),
        encoded(["2026-03-04T12:00:00+00:00", 2**63, 0]),
        encoded(["0001-01-01T00:00:00+14:00", 1, 0]),
        encoded(["9999-12-31T23:59:59-14:00", 1, 0]),
        encoded([None, None, None]),
        encoded(["2026-03-04T12:00:00+00:00", 1, 2]),
        encoded(["2026-03-04T12:00:00+00:00", 1, [0]]),
        encoded(["2026-03-04T13:00:00+01:00", 1, 0]),
        encoded(["2026-03-04", 1, 0]),
        encoded(["2026-03-04T12:00:00+00:00", 1, 0]) + "=",
        base64.b64encode(b"[" * 100_000).decode(),
    ],
)
def test_an_invented_cursor_is_refused(db, cursor):
    with pytest.raises(InputRefused, match="not made here"):
        page(cursor)


@given(st.text() | st.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
@example(encoded(["2026-03-04T12:00:00+00:00", -(2**62), 1]))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_no_cursor_crashes(text):
    with contextlib.suppress(InputRefused):
        paginate(Org.objects.none(), cursor=text, limit=3)


def test_the_shape_of_a_page_is_named_after_its_rows():
    shape = page_of(OrgOut)

    assert shape is page_of(OrgOut)
    assert shape.__name__ == "OrgPageOut"
    assert list(shape().fields) == ["results", "next", "previous"]
