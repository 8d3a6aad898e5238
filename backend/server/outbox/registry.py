"""Which function handles which topic; apps register theirs when they are ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Handler = Callable[[Mapping[str, Any], str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often a message is tried; the pauses grow fourfold, from 4 s to `longest_wait_s`."""

    attempts: int
    longest_wait_s: int


# Two hours in all, so that a mail server may be away for a while.
PATIENCE = Patience(attempts=8, longest_wait_s=3600)

_handlers: dict[str, Handler] = {}
_slow: set[str] = set()
_patience: dict[str, Patience] = {}
_given_up: dict[str, Handler] = {}


def register(
    topic: str,
    handler: Handler,
    *,
    patience: Patience = PATIENCE,
    given_up: Handler | None = None,
    is_slow: bool = False,
) -> None:
    """Have `handler(payload, key)` called for each message of `topic`, at least once each.

    `given_up` is called likewise for one that failed to the end of `patience`. A topic that
    `is_slow` waits for machines that strangers name, so the others do not wait for it.
    """
    if _handlers.setdefault(topic, handler) != handler:
        raise AssertionError(f"Topic {topic!r} has two handlers; the outbox calls exactly one.")
    _patience[topic] = patience
    if is_slow:
        _slow.add(topic)
    if given_up:
        _given_up[topic] = given_up


def slow_topics() -> frozenset[str]:
    """Those that have a lane of their own."""
    return frozenset(_slow)


def patience_of(topic: str) -> Patience:
    """How often messages of `topic` are tried."""
    return _patience.get(topic, PATIENCE)


def tell_of_giving_up(topic: str, payload: Mapping[str, Any], key: str) -> None:
    """Call what was registered for it, if anything was."""
    if topic in _given_up:
        _given_up[topic](payload, key)


def handler_of(topic: str) -> Handler:
    """The handler of `topic`; KeyError where none is registered."""
    return _handlers[topic]
