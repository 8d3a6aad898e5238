"""Many histories, each from a seed of its own, each in a transaction that is rolled back."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from tests.simulation.play import Played, play
from tests.simulation.service import Service
from tests.simulation.shrinking import shrink
from tests.simulation.steps import History, random_history, text_of
from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Finding:
    """A history that went wrong, and the shortest one that goes wrong in the same way."""

    number: int
    shortest: History
    violation: str

    def report(self, *, seed: int) -> str:
        return (
            f"Seed {seed}, history {self.number}: {self.violation}\n"
            f"Shortest history: {text_of(self.shortest)}\n"
            f'Again: make simulate STEPS="{text_of(self.shortest)}"'
        )


@dataclass
class Simulation:
    """Plays histories in one world; `faults` counts what was done to them."""

    world: World
    faults: int = 0

    def findings(self, numbers: range, *, seed: int) -> Iterator[Finding]:
        """Play the histories of these numbers; gives those that went wrong, shortened."""
        for number in numbers:
            history = random_history(random.Random(f"{seed} {number}"))
            played = self.play(history)
            self.faults += played.faults
            if played.violation is not None:
                yield self._finding(number, history, played)

    def play(self, history: History) -> Played:
        """One history, of which nothing is left."""
        with _nothing_left():
            return play(history, world=self.world, service=Service())

    def _finding(self, number: int, history: History, played: Played) -> Finding:
        sentence = _sentence(played)
        shortest = shrink(
            history, goes_wrong=lambda shorter: _sentence(self.play(shorter)) == sentence
        )
        return Finding(number, shortest, str(self.play(shortest).violation))


def _sentence(played: Played) -> str:
    return str(played.violation).partition(".")[0]


@contextmanager
def _nothing_left() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
