"""Rows of several ranges as one list: all of them, once, in order, and no more read than shown."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from server.audit.models import ActorKind, AuditEvent
from server.core.pagination import paginate
from server.core.ranges import EachOf, Ranges
from tests.plans import plan_of, rows_read
from tests.recipes import NOON

VERBS = ["a.made", "b.made", "c.made"]


@pytest.fixture
def events(db):
    """300 events of three kinds in turn, every tenth about ada; always two in the same second."""
    _happen(300)


def _happen(count):
    AuditEvent.objects.bulk_create(
        AuditEvent(
            at=NOON + timedelta(seconds=number // 2),
            actor_kind=ActorKind.PERSON,
            actor=f"person-{number % 7}",
            verb=VERBS[number % 3],
            target_type="thing",
            target_id=str(number),
            subject="" if number % 10 else "ada",
        )
        for number in range(count)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE audit_auditevent")


ASKED = {
    "two ranges": [Q(actor="person-1"), Q(subject="ada")],
    "the same range twice": [Q(subject="ada"), Q(subject="ada")],
    "a range for each word": [EachOf("verb", ["a.made", "c.made", "nothing"])],
    "a range for each number": [EachOf("id", [3, 1, 7, 10**12])],
    "more than SQLite takes at once": [EachOf("id", range(3, 1000))],
    "some of each": [EachOf("verb", VERBS[:2]), Q(actor="person-2")],
    "none": [],
    "everything": [Q(), Q(subject="ada")],
    "each of none": [EachOf("verb", [])],
    "what cannot be": [Q(pk__in=[]), Q(subject="ada")],
}


@pytest.mark.usefixtures("events")
@pytest.mark.parametrize("ranges", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_hold_every_row_of_the_ranges_once_there_and_back(ranges, limit):
    listed = Ranges(AuditEvent.objects.exclude(actor="person-6"), ranges)
    expected = list(listed.all().order_by("-at", "-id"))
    page = paginate(listed, cursor=None, limit=limit, by="at")
    there = [*page.rows]

    while page.next:
        page = paginate(listed, cursor=page.next, limit=limit, by="at")
        there += page.rows
    back = [*page.rows]
    while page.previous:
        page = paginate(listed, cursor=page.previous, limit=limit, by="at")
        back = [*page.rows, *back]

    assert there == expected
    assert back == expected


@pytest.mark.usefixtures("events")
def test_another_column_is_told_once_a_value(events):
    ranges = Ranges(AuditEvent.objects.all(), [Q(actor="person-1"), EachOf("verb", VERBS)])

    assert ranges.first(12, order=["-at", "-id"], column="verb") == ["c.made", "b.made", "a.made"]


def test_what_is_narrowed_is_in_the_ranges_still(events):
    narrowed = Ranges(AuditEvent.objects.all(), ASKED["two ranges"]).filter(Q(verb="a.made"))

    kinds = {(event.verb, event.actor == "person-1" or event.subject) for event in narrowed.all()}
    assert kinds == {("a.made", True), ("a.made", "ada")}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ranges", "index", "count"),
    [
        ([Q(actor="person-1"), Q(subject="ada")], "audit_about_subject", 300),
        ([EachOf("verb", VERBS)], "audit_of_verb", 6000),  # fewer are soon sorted
    ],
    ids=["conditions", "words"],
)
def test_a_page_reads_the_head_of_each_range(ranges, index, count):
    _happen(count)

    with CaptureQueriesContext(connection) as queries:
        paginate(Ranges(AuditEvent.objects.all(), ranges), cursor=None, limit=4, by="at")

    assert len(queries) == 2
    sql = queries[0]["sql"]
    if connection.vendor == "postgresql":
        assert rows_read(sql) <= 5 * 3 + 5
    assert index in plan_of(sql)
