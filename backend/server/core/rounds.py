"""What the worker looks at every minute; apps register theirs when they are ready."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol


class Round(Protocol):
    """Looks whether something has to be done by now; idempotent, whoever else does it too."""

    def __call__(self, *, now: datetime) -> int:
        """How much there was to do."""


_rounds: list[Round] = []


def register(make_round: Round) -> None:
    """Have `make_round` called about once a minute."""
    if make_round not in _rounds:
        _rounds.append(make_round)


def run(*, now: Callable[[], datetime]) -> None:
    """Make every registered round."""
    for make_round in _rounds:
        make_round(now=now())
