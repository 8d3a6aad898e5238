"""Work after commit: stored once, claimed by one, retried, given up, swept."""

import itertools
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from unittest.mock import Mock

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from server.core import clock, sweeps
from server.outbox import registry, services
from server.outbox.management.commands import run_worker
from server.outbox.models import OutboxMessage
from server.outbox.registry import PATIENCE
from server.outbox.services import LEASE, Event, claim, deliver, publish
from tests.recipes import MINUTE, NOON, SECOND

_topics = itertools.count(1)


@pytest.fixture
def handled(monkeypatch):
    """A topic of this test alone, with the calls of its handler; `fails` holds errors to raise."""
    monkeypatch.setattr(registry, "_handlers", {})
    calls = Calls()
    registry.register(calls.topic, calls.handle)
    return calls


class Calls:
    def __init__(self):
        self.topic = f"test.happened-{next(_topics)}"
        self.made = []
        self.fails = []

    def handle(self, payload, key):
        self.made.append((dict(payload), key))
        if self.fails:
            raise self.fails.pop(0)


def event(handled, key="k1", **fields):
    return Event(topic=handled.topic, payload={"id": 7}, key=key, **fields)


# -- publishing ----------------------------------------------------------------------------------


def test_an_event_is_stored_with_its_payload(db, handled):
    publish([event(handled)], now=NOON)

    message = OutboxMessage.objects.get()
    assert (message.topic, message.payload, message.key) == (handled.topic, {"id": 7}, "k1")
    assert (message.created_at, message.not_before, message.attempts) == (NOON, NOON, 0)


def test_a_key_is_stored_once_even_after_it_was_done(db, handled):
    publish([event(handled), event(handled)], now=NOON)
    OutboxMessage.objects.update(done_at=NOON)

    publish([event(handled)], now=NOON + MINUTE)

    assert OutboxMessage.objects.get().done_at == NOON


def test_many_events_are_one_statement_and_none_is_no_statement(db, handled):
    for count, statements in [(0, 0), (1, 1), (1000, 1)]:
        with CaptureQueriesContext(connection) as queries:
            publish([event(handled, key=f"{count}-{n}") for n in range(count)], now=NOON)
        assert len(queries) == statements


def test_an_event_of_a_change_that_was_rolled_back_never_was(db, handled):
    def change():
        with transaction.atomic():
            publish([event(handled)], now=NOON)
            raise LookupError

    with pytest.raises(LookupError):
        change()

    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"key": "taken"}, "key"),
        ({"done_at": NOON, "failed_at": NOON}, "outbox_one_ending"),
        ({"not_before": NOON - SECOND}, "outbox_not_before_creation"),
    ],
)
def test_a_message_that_cannot_be_is_refused(db, fields, constraint):
    values = {"topic": "t", "payload": {}, "not_before": NOON, "created_at": NOON}
    OutboxMessage.objects.create(key="taken", **values)

    with pytest.raises(IntegrityError, match=constraint):
        OutboxMessage.objects.create(**{"key": "k", **values} | fields)


# -- claiming ------------------------------------------------------------------------------------


def test_what_is_due_is_claimed_the_oldest_first(db, handled):
    publish([event(handled, "later", not_before=NOON + MINUTE)], now=NOON)
    publish([event(handled, "second")], now=NOON + SECOND)
    publish([event(handled, "first")], now=NOON)

    keys = [claim(now=NOON + 2 * SECOND).key for _ in range(2)]

    assert keys == ["first", "second"]
    assert claim(now=NOON + 2 * SECOND) is None
    assert claim(now=NOON + MINUTE).key == "later"


def test_a_claimed_message_is_nobody_elses_until_the_lease_runs_out(db, handled):
    publish([event(handled)], now=NOON)
    first = claim(now=NOON)

    assert claim(now=NOON + LEASE) is None
    second = claim(now=NOON + LEASE + SECOND)
    assert (first.pk, first.attempts, second.attempts) == (second.pk, 1, 2)


def test_claiming_may_be_confined_to_some_topics(db, handled):
    publish([event(handled)], now=NOON)

    assert claim(now=NOON, topics=["other.topic"]) is None
    assert claim(now=NOON, topics=[handled.topic])


def test_due_messages_are_found_without_reading_those_that_are_done(db, handled):
    publish([event(handled)], now=NOON)
    with CaptureQueriesContext(connection) as queries:
        claim(now=NOON)

    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET enable_seqscan = off")
        cursor.execute(explain + queries[0]["sql"])
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert "outbox_due" in plan


@pytest.mark.django_db(transaction=True)
def test_of_workers_at_the_same_moment_each_message_goes_to_one(handled):
    publish([event(handled, f"k{n}") for n in range(20)], now=NOON)
    together = threading.Barrier(4, timeout=20)

    def work(_):
        together.wait()
        claimed = []
        try:
            while message := claim(now=NOON):
                claimed.append(message.key)
        finally:
            connection.close()
        return claimed

    with ThreadPoolExecutor(4) as pool:
        claimed = Counter(key for keys in pool.map(work, range(4)) for key in keys)

    assert set(claimed.values()) == {1}
    assert OutboxMessage.objects.filter(attempts=1).count() == len(claimed)
    while message := claim(now=NOON):  # a worker that lost ten races may have stopped early
        claimed[message.key] += 1
    assert claimed == {f"k{n}": 1 for n in range(20)}


# -- delivering ----------------------------------------------------------------------------------


def test_a_delivered_message_is_done_and_never_delivered_again(db, handled):
    publish([event(handled)], now=NOON)

    assert deliver(claim(now=NOON), now=NOON)

    assert handled.made == [({"id": 7}, "k1")]
    message = OutboxMessage.objects.get()
    assert (message.done_at, message.lease_until, message.last_error) == (NOON, None, "")
    assert claim(now=NOON + timedelta(days=1)) is None


@pytest.mark.django_db(transaction=True)
def test_a_handler_runs_outside_any_transaction(handled):
    publish([event(handled)], now=NOON)
    inside = []
    registry._handlers[handled.topic] = lambda *_: inside.append(connection.in_atomic_block)

    deliver(claim(now=NOON), now=NOON)

    assert inside == [False]


def test_a_failed_message_waits_longer_each_time_and_is_given_up_after_eight(
    db, handled, monkeypatch
):
    monkeypatch.setattr(services.random, "uniform", lambda low, high: high)
    handled.fails = [ValueError("no mail server") for _ in range(PATIENCE.attempts)]
    publish([event(handled)], now=NOON)
    now, waits = NOON, []
    while message := claim(now=now):
        assert not deliver(message, now=now)
        message.refresh_from_db()
        waits.append((message.not_before - now).total_seconds())
        now = max(now, message.not_before)

    assert waits == [4, 16, 64, 256, 1024, 3600, 3600, 0]
    assert len(handled.made) == PATIENCE.attempts == 8
    assert message is None
    given_up = OutboxMessage.objects.get()
    assert given_up.failed_at == now
    assert given_up.last_error == "ValueError: no mail server"
    assert claim(now=now + timedelta(days=9)) is None


def test_what_is_given_up_is_said_so_or_is_not_given_up(db, handled, monkeypatch):
    monkeypatch.setitem(registry._given_up, handled.topic, Mock(side_effect=OperationalError))
    publish([event(handled)], now=NOON)
    message = claim(now=NOON)
    message.attempts = PATIENCE.attempts + 1
    message.save()

    with pytest.raises(OperationalError):
        deliver(message, now=NOON)

    assert OutboxMessage.objects.get().failed_at is None


def test_what_failed_once_may_succeed_later(db, handled):
    handled.fails = [ValueError("once")]
    publish([event(handled)], now=NOON)

    assert not deliver(claim(now=NOON), now=NOON)
    assert deliver(claim(now=NOON + MINUTE), now=NOON + MINUTE)

    assert OutboxMessage.objects.get().done_at == NOON + MINUTE


def test_a_worker_that_lost_its_lease_does_not_overwrite_the_outcome(db, handled):
    publish([event(handled)], now=NOON)
    slow = claim(now=NOON)
    quick = claim(now=NOON + LEASE + SECOND)
    deliver(quick, now=NOON + LEASE + SECOND)

    handled.fails = [ValueError("too late")]
    deliver(slow, now=NOON + 2 * LEASE)

    message = OutboxMessage.objects.get()
    assert (message.done_at, message.last_error) == (NOON + LEASE + SECOND, "")


def test_a_worker_that_lost_its_lease_does_not_mark_done_what_another_holds(db, handled):
    publish([event(handled)], now=NOON)
    slow = claim(now=NOON)
    claim(now=NOON + LEASE + SECOND)

    deliver(slow, now=NOON + 2 * LEASE)

    assert OutboxMessage.objects.get().done_at is None


def test_a_message_that_takes_its_worker_down_each_time_is_given_up(db, handled):
    publish([event(handled)], now=NOON)
    now = NOON
    for _ in range(PATIENCE.attempts):
        claim(now=now)  # and no more is heard of this worker
        now += LEASE + SECOND

    assert not deliver(claim(now=now), now=now)

    assert handled.made == []
    assert OutboxMessage.objects.get().failed_at == now


def test_a_topic_without_a_handler_fails_like_any_other(db, handled):
    publish([Event(topic="nobody.listens", payload={}, key="k")], now=NOON)

    assert not deliver(claim(now=NOON), now=NOON)
    assert "KeyError" in OutboxMessage.objects.get().last_error


def test_a_topic_has_one_handler(handled):
    registry.register(handled.topic, handled.handle)  # again the same: fine

    with pytest.raises(AssertionError, match="two handlers"):
        registry.register(handled.topic, print)


def test_delivered_messages_are_swept_after_a_week_and_others_stay(db, handled):
    publish([event(handled, key) for key in ("old", "new", "failed", "due")], now=NOON)
    now = NOON + timedelta(days=8)
    OutboxMessage.objects.filter(key="old").update(done_at=NOON)
    OutboxMessage.objects.filter(key="new").update(done_at=now - timedelta(days=6))
    OutboxMessage.objects.filter(key="failed").update(failed_at=NOON)

    sweeps.prune(now=lambda: now)

    assert set(OutboxMessage.objects.values_list("key", flat=True)) == {"new", "failed", "due"}


# -- the worker ----------------------------------------------------------------------------------


@time_machine.travel(NOON, tick=False)
def test_the_worker_delivers_what_is_due_once_and_stops(db, handled):
    publish([event(handled, "a"), event(handled, "b")], now=NOON)
    publish([event(handled, "later", not_before=NOON + MINUTE)], now=NOON)

    call_command("run_worker", "--once")

    assert [key for _, key in handled.made] == ["a", "b"]


def test_the_worker_survives_a_database_that_is_away(monkeypatch):
    stop = threading.Event()
    tries = Counter()

    def away(_stop, claim):
        tries[threading.current_thread().name] += 1
        if len(tries) == 2 and min(tries.values()) >= 2:
            stop.set()
        raise OperationalError("the database is away")

    monkeypatch.setattr(run_worker, "deliver_due", away)
    monkeypatch.setattr(run_worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(run_worker.rounds, "run", lambda now: None)
    monkeypatch.setattr(stop, "wait", lambda _seconds: None)

    run_worker.run_until(stop)

    assert tries["slow"] >= 2
    assert len(tries) == 2


@pytest.mark.django_db(transaction=True)
def test_a_slow_message_holds_up_no_other_and_is_finished_before_the_worker_stops(
    handled, monkeypatch
):
    begun, go_on, stop, done = (threading.Event() for _ in range(4))

    def wait(payload, key):
        begun.set()
        assert go_on.wait(30)

    registry.register("test.slow", wait, is_slow=True)
    monkeypatch.setattr(registry, "_slow", {"test.slow"})
    registry._handlers[handled.topic] = lambda *_: done.set()
    monkeypatch.setattr(run_worker.rounds, "run", lambda now: None)
    # Two, so that whoever takes one besides the lane of slow ones is held up too.
    slow = [Event(topic="test.slow", payload={}, key=f"slow {n}") for n in range(2)]
    publish(slow, now=clock.now())

    def work():
        run_worker.run_until(stop)
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(30)
    publish([event(handled, "quick")], now=clock.now())

    was_quick = done.wait(10)
    stop.set()
    go_on.set()
    worker.join(30)
    assert was_quick
    assert not worker.is_alive()
    undone = OutboxMessage.objects.filter(done_at=None).values_list("key", flat=True)
    assert list(undone) == ["slow 1"]


def test_a_worker_whose_lane_of_slow_messages_has_ended_ends_too(monkeypatch):
    def end(_stop, claim):
        if threading.current_thread().name == "slow":
            raise ValueError("nobody foresaw it")

    monkeypatch.setattr(run_worker, "deliver_due", end)
    monkeypatch.setattr(run_worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(run_worker.rounds, "run", lambda now: None)
    monkeypatch.setattr(run_worker.sweeps, "prune", lambda now: None)
    monkeypatch.setattr(run_worker, "_IDLE_S", 0.01)

    with pytest.raises(RuntimeError, match="Slow messages"):
        run_worker.run_until(threading.Event())


def test_a_worker_that_has_just_begun_lets_runners_call_before_it_looks_round(monkeypatch):
    stop, time, rounds = threading.Event(), [NOON], []

    def work_20_s(_stop, claim):
        if threading.current_thread().name != "slow":
            time[0] += 20 * SECOND
        if time[0] >= NOON + 2 * MINUTE:
            stop.set()

    monkeypatch.setattr(run_worker, "deliver_due", work_20_s)
    monkeypatch.setattr(run_worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(run_worker.clock, "now", lambda: time[0])
    monkeypatch.setattr(run_worker.rounds, "run", lambda now: rounds.append(now()))
    monkeypatch.setattr(run_worker.sweeps, "prune", lambda now: None)
    monkeypatch.setattr(run_worker, "_IDLE_S", 0.01)

    run_worker.run_until(stop)

    assert rounds == [NOON + MINUTE]


def test_slow_topics_can_be_claimed_alone_or_left_out(db, handled):
    publish([event(handled)], now=NOON)

    assert claim(now=NOON, without=[handled.topic]) is None
    assert claim(now=NOON, without=["other.topic"]).topic == handled.topic


def test_a_worker_that_is_told_to_stop_finishes_the_message_in_hand(db, handled):
    publish([event(handled, "a"), event(handled, "b")], now=NOON)
    stop = threading.Event()
    registry._handlers[handled.topic] = lambda *_: stop.set()

    assert run_worker.deliver_due(stop) == 1
    assert OutboxMessage.objects.filter(done_at=None).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("position", "index"), [(0, "outbox_done"), (1, "outbox_failed")], ids=["done", "given up"]
)
def test_each_sweep_reads_its_index(position, index):
    if connection.vendor == "postgresql":
        # A table of one page is read whole whatever its indexes.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")

    assert index in services.RETENTIONS[position].rows(NOON).explain()
