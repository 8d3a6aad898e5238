"""The shortest history that still goes wrong."""

from collections.abc import Callable
from dataclasses import replace

from tests.simulation.steps import History


def shrink(history: History, *, goes_wrong: Callable[[History], bool]) -> History:
    """Take out steps and faults while it still goes wrong, until none can be spared."""
    is_shorter = True
    while is_shorter:
        is_shorter = False
        for size in (8, 4, 2, 1):
            start = 0
            while start < len(history):
                candidate = history[:start] + history[start + size :]
                if len(candidate) < len(history) and goes_wrong(candidate):
                    history, is_shorter = candidate, True
                else:
                    start += size
    for position, step in enumerate(history):
        for simpler in (
            replace(step, fate="", number=0),
            replace(step, number=0),
            replace(step, fate=""),
        ):
            candidate = (*history[:position], simpler, *history[position + 1 :])
            if candidate != history and goes_wrong(candidate):
                history = candidate
                break
    return history
