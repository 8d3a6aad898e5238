"""Calls in the same moment, for tests of what happens when two people do something at once."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """The answers of `calls`, begun in threads of their own at the same moment."""
    start, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(position: int) -> None:
        start.wait()
        try:
            answers[position] = calls[position]()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(each,)) for each in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
