"""Change counters: they move with the change, and a new epoch makes old tags worthless."""

import pytest
import time_machine
from django.db import IntegrityError, transaction

from server.core import counters
from server.core.models import ChangeCounter, CounterTopic
from tests.recipes import MINUTE, NOON, SECOND


def value_of(topic, object_id=0):
    return ChangeCounter.objects.get(topic=topic, object_id=object_id).value


def test_the_shared_counter_comes_with_the_migrations(db):
    assert value_of(CounterTopic.SHARED) == 0


def test_a_change_moves_its_own_counter_in_one_query(tpp, emis, django_assert_num_queries):
    before = value_of(CounterTopic.BACKEND, emis.pk)

    with django_assert_num_queries(1):
        counters.bump_backend(tpp.pk)
    counters.bump_shared()

    assert value_of(CounterTopic.BACKEND, tpp.pk) > 0
    assert value_of(CounterTopic.SHARED) > 0
    assert value_of(CounterTopic.BACKEND, emis.pk) == before


def test_changes_of_one_moment_and_of_a_clock_that_is_set_back_are_told_apart(tpp):
    values = []
    for moment in (NOON, NOON, NOON - MINUTE):
        with time_machine.travel(moment, tick=False):
            counters.bump_backend(tpp.pk)
        values.append(value_of(CounterTopic.BACKEND, tpp.pk))

    assert values == sorted(set(values))


def test_a_database_that_is_put_back_repeats_no_value(tpp):
    with time_machine.travel(NOON, tick=False):
        counters.bump_backend(tpp.pk)
        backup = value_of(CounterTopic.BACKEND, tpp.pk)
        for _ in range(100):
            counters.bump_backend(tpp.pk)
    handed_out = value_of(CounterTopic.BACKEND, tpp.pk)
    ChangeCounter.objects.filter(object_id=tpp.pk).update(value=backup)

    with time_machine.travel(NOON + SECOND, tick=False):
        counters.bump_backend(tpp.pk)

    assert value_of(CounterTopic.BACKEND, tpp.pk) > handed_out


def test_a_counter_that_is_missing_is_made(db):
    counters.bump_backend(4711)
    made = value_of(CounterTopic.BACKEND, 4711)
    counters.bump_backend(4711)

    assert value_of(CounterTopic.BACKEND, 4711) > made > 0


def test_a_counter_that_another_change_makes_meanwhile_is_moved(db, monkeypatch):
    make = ChangeCounter.objects.get_or_create

    def make_second(**fields):
        make(**fields)
        return make(**fields)

    monkeypatch.setattr(
        type(ChangeCounter.objects), "get_or_create", lambda _, **f: make_second(**f)
    )
    with time_machine.travel(NOON, tick=False):
        counters.bump_backend(4711)

    assert value_of(CounterTopic.BACKEND, 4711) == NOON.timestamp() * 1000 + 1


def test_a_change_that_is_rolled_back_moves_nothing(tpp):
    def change():
        with transaction.atomic():
            counters.bump_backend(tpp.pk)
            raise LookupError

    with pytest.raises(LookupError):
        change()

    assert value_of(CounterTopic.BACKEND, tpp.pk) == 0


def test_a_new_epoch_is_one_for_all_counters_and_unlike_the_old_ones(tpp, emis):
    before = set(ChangeCounter.objects.values_list("epoch", flat=True))

    count = counters.begin_new_epoch()

    after = set(ChangeCounter.objects.values_list("epoch", flat=True))
    assert count == ChangeCounter.objects.count()
    assert len(after) == 1
    assert before.isdisjoint(after)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"topic": "shared"}, "core_changecounter"),
        ({"topic": "rumour"}, "core_changecounter_topic_known"),
        ({"topic": "backend", "object_id": 4711, "value": -1}, "core_changecounter_value"),
    ],
)
def test_a_counter_that_cannot_be_is_refused(db, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        ChangeCounter.objects.create(**fields)
