"""The reading side of the record: which events, in which order, and how much of them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import ActorKind, AuditEvent
from server.audit.serializers import changes_of
from server.audit.services import Author, record
from server.core.pagination import paginate
from tests.plans import plan_of, rows_read
from tests.recipes import NOON

ADA, BOB = Author(ActorKind.PERSON, "ada"), Author(ActorKind.PERSON, "bob")


def keep(**fields):
    values = {"by": ADA, "verb": "thing.changed", "target_type": "thing", "target_id": 1}
    return record(**values | {"now": NOON} | fields)


def test_the_history_of_an_object_holds_its_own_events_alone(db):
    mine = keep(target_id=7)
    keep(target_id=8)
    keep(target_type="other", target_id=7)

    assert list(AuditEvent.objects.of_target("thing", 7)) == [mine]


def test_what_a_person_did_counts_by_token_too_but_not_a_backend_of_that_name(db):
    by_hand = keep()
    by_token = keep(by=Author(ActorKind.TOKEN, "ada", via="osj_user_x"))
    keep(by=Author(ActorKind.BACKEND, "ada"))
    keep(by=BOB)

    assert set(AuditEvent.objects.by_person("ada")) == {by_hand, by_token}


def test_what_is_by_or_about_a_person_is_found(db):
    by = keep()
    about = keep(by=BOB, subject="ada")
    keep(by=BOB, subject="bob")

    assert set(AuditEvent.objects.by_or_about_person("ada")) == {by, about}
    assert list(AuditEvent.objects.about_person("ada")) == [about]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [(None, None, [0, 1, 2]), (1, None, [1, 2]), (None, 1, [0]), (1, 2, [1])],
)
def test_a_range_of_time_holds_its_beginning_and_not_its_end(db, since, until, found):
    events = [keep(now=NOON + timedelta(hours=hours)) for hours in range(3)]
    at = [event.at for event in events]
    asked = (None if since is None else at[since], None if until is None else at[until])

    rows = AuditEvent.objects.between(*asked).order_by("at")

    assert list(rows) == [events[position] for position in found]


def test_the_changes_of_an_event_name_each_field_once():
    event = AuditEvent(before={"a": 1, "b": 2}, after={"b": 3, "c": None})

    assert changes_of(event) == [
        {"field": "a", "before": 1, "after": None},
        {"field": "b", "before": 2, "after": 3},
        {"field": "c", "before": None, "after": None},
    ]
    assert changes_of(event, public_fields={"b"}) == [{"field": "b", "before": 2, "after": 3}]


@pytest.fixture
def long_record(db):
    """100 events of workspaces, 2,900 of runs, and three of a project, older than those."""
    AuditEvent.objects.bulk_create(
        AuditEvent(
            at=NOON + timedelta(seconds=number),
            actor_kind=ActorKind.PERSON,
            actor=f"person-{number % 50}",
            verb=f"{kind}.created",
            target_type=kind,
            target_id=str(number),
            target_name=f"run-{number}",
        )
        for number, kind in enumerate(["workspace"] * 100 + ["job_request"] * 2900)
    )
    project = {"target_type": "project", "target_name": "Asthma", "verb": "project.changed"}
    keep(**project, now=NOON - timedelta(hours=1))
    keep(**project, by=Author(ActorKind.PERSON, "person-7"), now=NOON - timedelta(hours=2))
    keep(**project, by=BOB, subject="person-8", now=NOON - timedelta(hours=3))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE audit_auditevent")


@pytest.mark.usefixtures("long_record")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"target_type": "project"}, 3),
        ({"target_type": "workspace"}, 25),
        ({"target_type": "project", "target": "asthma"}, 3),
        ({"target_type": "project", "target": "nothing"}, 0),
        ({"target_type": "job_request", "target": "RUN-1007"}, 1),
        ({"target_type": "job_request", "until": NOON}, 0),
        ({"person": "person-7", "target_type": "project"}, 1),
        ({"person": "person-8", "target_type": "project"}, 1),
        ({"person": "nobody", "target_type": "job_request"}, 0),
        ({"verb": ["project.changed", "nothing"], "target_type": "project"}, 3),
        ({"verb": ["project.changed"], "target_type": "job_request"}, 0),
        ({"verb": ["job_request.created"], "person": "bob"}, 0),
    ],
    ids=str,
)
def test_no_filter_reads_the_whole_record(asked, found):
    events = AuditEvent.objects.asked_for(**asked)

    with CaptureQueriesContext(connection) as queries:
        page = paginate(events, cursor=None, limit=25, by="at")

    assert len(page.rows) == found
    sql = queries[0]["sql"]
    if connection.vendor == "postgresql":
        assert rows_read(sql) <= 150  # at most the 60 that a person did
    else:
        assert not re.search("audit_by_time|SCAN audit", plan_of(sql))
