"""Which function handles which topic; apps register theirs when they are ready."""

from collections.abc import Callable, Mapping
from typing import Any

Handler = Callable[[Mapping[str, Any], str], None]

_handlers: dict[str, Handler] = {}


def register(topic: str, handler: Handler) -> None:
    """Have `handler(payload, key)` called for each message of `topic`, at least once each."""
    if _handlers.setdefault(topic, handler) != handler:
        raise AssertionError(f"Topic {topic!r} has two handlers; the outbox calls exactly one.")


def handler_of(topic: str) -> Handler:
    """The handler of `topic`; KeyError where none is registered."""
    return _handlers[topic]
