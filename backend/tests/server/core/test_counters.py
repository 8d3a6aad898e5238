"""Change counters: they move with the change, and a new epoch makes old tags worthless."""

import pytest
from django.db import IntegrityError, transaction

from server.core import counters
from server.core.models import ChangeCounter, CounterTopic


def value_of(topic, object_id=0):
    return ChangeCounter.objects.get(topic=topic, object_id=object_id).value


def test_the_shared_counter_comes_with_the_migrations(db):
    assert value_of(CounterTopic.SHARED) == 0


def test_a_change_moves_its_own_counter_by_one_in_one_query(tpp, emis, django_assert_num_queries):
    before = value_of(CounterTopic.BACKEND, emis.pk)

    with django_assert_num_queries(1):
        counters.bump_backend(tpp.pk)
    counters.bump_shared()

    assert value_of(CounterTopic.BACKEND, tpp.pk) == 1
    assert value_of(CounterTopic.SHARED) == 1
    assert value_of(CounterTopic.BACKEND, emis.pk) == before


def test_a_counter_that_is_missing_is_made(db):
    counters.bump_backend(4711)
    counters.bump_backend(4711)

    assert value_of(CounterTopic.BACKEND, 4711) == 1


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
