"""What apps above this one do for a person who closes his account or asks for his data.

They register it when they are ready: memberships and runs are theirs, not ours.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

from server.people.actors import Actor
from server.people.models import User


class Farewell(Protocol):
    """Ends what a person belongs to, each on record; called in the transaction of the closing."""

    def __call__(self, *, user: User, actor: Actor, now: datetime) -> None:
        """End it."""


class OwnRows(Protocol):
    """What the app keeps of a person, row by row, as JSON values."""

    def __call__(self, user: User) -> Iterator[Mapping[str, Any]]:
        """The rows, read while they are taken."""


_farewells: list[Farewell] = []
_own_rows: dict[str, OwnRows] = {}


def on_leaving(farewell: Farewell) -> None:
    """Have `farewell` called for everybody who closes his account."""
    if farewell not in _farewells:
        _farewells.append(farewell)


def say_farewells(*, user: User, actor: Actor, now: datetime) -> None:
    """End all that `user` belongs to."""
    for farewell in _farewells:
        farewell(user=user, actor=actor, now=now)


def keep_of_people(name: str, rows: OwnRows) -> None:
    """Have `rows` stand under `name` in what people export of themselves."""
    _own_rows[name] = rows


def own_rows() -> Mapping[str, OwnRows]:
    """Everything that is exported from above, by name."""
    return dict(_own_rows)
