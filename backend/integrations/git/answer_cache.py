"""Remembers answers of a host by their ETag, so that an unchanged one is not sent again."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A good answer, read to its end. `etag` is "" where the host gave none."""

    body: bytes
    content_type: str
    has_next_page: bool
    etag: str


class AnswerCache:
    """The answers used last, up to a number of bytes in all; safe to share between threads."""

    def __init__(self, *, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Answer | None:
        """The answer stored under `key`, which thereby is the one used last."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def put(self, *, key: Hashable, answer: Answer) -> None:
        """Store `answer` in place of an older one, and drop those unused longest."""
        with self._lock:
            self._drop(key)
            self._answers[key] = answer
            self._bytes += _size(answer)
            while self._bytes > self._max_bytes:
                self._drop(next(iter(self._answers)))

    def _drop(self, key: Hashable) -> None:
        answer = self._answers.pop(key, None)
        if answer is not None:
            self._bytes -= _size(answer)


def _size(answer: Answer) -> int:
    # What surrounds a body weighs about 1,000 bytes: it keeps the number of small ones bounded.
    return len(answer.body) + 1_000
