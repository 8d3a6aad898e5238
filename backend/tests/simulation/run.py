"""Many histories, each from a seed of its own, each in a transaction that is rolled back."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from tests.simulation.faults import Fault
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one of many histories went."""

    faults: Counter[Fault]
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Simulation:
    """Plays histories in one world."""

    world: World

    def outcomes(self, numbers: range, *, seed: int) -> Iterator[Outcome]:
        """Play the histories of these numbers; those that go wrong are shortened."""
        for number in numbers:
            history = random_history(random.Random(f"{seed} {number}"))
            played = self.play(history)
            finding = self._finding(number, history, played) if played.violation else None
            yield Outcome(played.faults, finding)

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
