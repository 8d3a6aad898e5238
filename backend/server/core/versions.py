"""Version numbers of what pages show.

A page asks every 750 ms whether its topics have moved, so one question costs the database nothing:
the versions of all topics that anybody asked for lately are read together, at most ten times a
second, and kept in this process. A version is a keyed digest: it tells that something moved, and
nothing else, so that no sign-in is needed to ask.

A topic is `KIND` or `KIND:NAME`; the app that owns the rows registers how versions are read.
"""

import time
from collections.abc import Callable, Collection, Mapping
from threading import Lock

from django.utils.crypto import salted_hmac

MOST_TOPICS = 20
LONGEST_TOPIC = 270  # slugs of projects have up to 255 characters
_KEPT_S = 0.1
_FORGOTTEN_AFTER_S = 10
_MOST_KEPT = 2_000

# From names of one kind to what moves with each; a name that is not there needs no entry.
Reader = Callable[[Collection[str]], Mapping[str, object]]

_readers: dict[str, Reader] = {}


def register(kind: str, reader: Reader) -> None:
    """Let topics of this kind be asked for; called once, when the app is ready."""
    _readers[kind] = reader


def kinds() -> list[str]:
    """Every kind of topic, in order."""
    return sorted(_readers)


def is_topic(text: str) -> bool:
    """Whether `text` is of a kind that is known, not too long, and one to look for.

    PostgreSQL refuses null characters, and one such topic would fail all that are read with it.
    """
    is_short = len(text) <= LONGEST_TOPIC
    return is_short and "\x00" not in text and text.partition(":")[0] in _readers


class Versions:
    """The versions of what is watched, as of a tenth of a second ago."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._asked_at: dict[str, float] = {}
        self._versions: dict[str, str] = {}
        self._read_at = float("-inf")

    def of(self, topics: Collection[str]) -> dict[str, str]:
        """The version of each topic; the first who finds them old reads for all."""
        with self._lock:
            now = self._clock()
            self._asked_at |= dict.fromkeys(topics, now)
            if now - self._read_at >= _KEPT_S:
                self._forget(now)
                self._versions = _read(self._asked_at)
                self._read_at = now
            elif missing := [topic for topic in topics if topic not in self._versions]:
                self._versions |= _read(missing)
            return {topic: self._versions[topic] for topic in topics}

    def forget(self) -> None:
        """Read anew at the next question, and that alone."""
        with self._lock:
            self._versions, self._asked_at = {}, {}

    def _forget(self, now: float) -> None:
        """Let go of what nobody asks for any more, and of the oldest where there is too much."""
        lately = {at: t for at, t in self._asked_at.items() if now - t < _FORGOTTEN_AFTER_S}
        newest = sorted(lately, key=lambda topic: lately[topic], reverse=True)[:_MOST_KEPT]
        self._asked_at = {topic: lately[topic] for topic in newest}


def _read(topics: Collection[str]) -> dict[str, str]:
    """A few queries a kind, whatever the number of topics."""
    names: dict[str, set[str]] = {}
    for topic in topics:
        kind, _, name = topic.partition(":")
        names.setdefault(kind, set()).add(name)
    states = {kind: _readers[kind](of_kind) for kind, of_kind in names.items()}
    return {topic: _version(topic, states) for topic in topics}


def _version(topic: str, states: Mapping[str, Mapping[str, object]]) -> str:
    kind, _, name = topic.partition(":")
    state = f"{topic} {states[kind].get(name)!r}"
    return salted_hmac(__name__, state, algorithm="sha256").hexdigest()[:16]


versions = Versions()
