"""The reading side of the record: which events, in which order, and how much of them."""

from datetime import timedelta

import pytest

from server.audit.models import ActorKind, AuditEvent
from server.audit.serializers import changes_of
from server.audit.services import Author, record
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
