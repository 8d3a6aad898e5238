"""Change counters: moved last in a transaction, read first by a poll.

The counter is the one row that all writers of a backend share; touched last, its lock is short.
Read before any other row, a tag is never newer than the body that it describes.

A value is the time of the change in milliseconds, or one more than the last where that is later. So
a database that was put back to a backup repeats no value that was handed out since, as long as no
clock is behind by more than that took.
"""

from django.db.models import F, Value
from django.db.models.functions import Greatest

from server.core import clock
from server.core.models import ChangeCounter, CounterTopic, new_epoch


def bump_backend(backend_id: int) -> None:
    """Say that something which this backend is shown has changed."""
    _bump(CounterTopic.BACKEND, backend_id)


def bump_shared() -> None:
    """Say that a name which every backend may be shown has changed."""
    _bump(CounterTopic.SHARED, 0)


def all_counters() -> list[tuple[str, int, str, int]]:
    """Topic, object, epoch and value of each, in order; one query."""
    rows = ChangeCounter.objects.order_by("topic", "object_id")
    return list(rows.values_list("topic", "object_id", "epoch", "value"))


def counters_of_backends() -> dict[int, tuple[str, int]]:
    """Epoch and value by the key of the backend; one query."""
    rows = ChangeCounter.objects.filter(topic=CounterTopic.BACKEND)
    return {
        key: (epoch, value) for key, epoch, value in rows.values_list("object_id", "epoch", "value")
    }


def begin_new_epoch() -> int:
    """Make every tag handed out so far worthless; returns the number of counters.

    The last step of a restore: a counter that was set back would otherwise repeat old tags.
    """
    return ChangeCounter.objects.update(epoch=new_epoch(), value=F("value") + 1)


def _bump(topic: CounterTopic, object_id: int) -> None:
    now_ms = int(clock.now().timestamp() * 1000)
    rows = ChangeCounter.objects.filter(topic=topic, object_id=object_id)
    moved = {"value": Greatest(F("value") + 1, Value(now_ms))}
    if not rows.update(**moved):
        _, is_new = ChangeCounter.objects.get_or_create(
            topic=topic, object_id=object_id, defaults={"value": now_ms}
        )
        if not is_new:  # another change made it in the same moment
            rows.update(**moved)
