"""The world, who knocks at the door, and a call that leaves no trace."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from tests.permissions import serving
from tests.permissions.callers import Caller, callers
from tests.permissions.rules import Row
from tests.permissions.serving import Answer
from tests.permissions.world import World, build, git_host


@dataclass(frozen=True)
class Scene:
    """The world, who knocks, and the door."""

    world: World
    callers: Sequence[Caller]
    client: serving.Client

    def call(self, row: Row, caller: Caller) -> Answer:
        """Make the call of the row as this caller."""
        world = self.world
        path = (row.address or row.path).format(**row.names(world)) + row.query
        return self.client.call(
            row.method,
            path,
            body=row.body(world) if row.body else None,
            headers={**row.headers(world), **caller.headers},
        )


@contextmanager
def scene() -> Iterator[Scene]:
    """The scene in a transaction of its own, taken back at the end."""
    with transaction.atomic(), git_host(), serving.serving() as client:
        world = build()
        yield Scene(world, callers(world), client)
        transaction.set_rollback(True)


@contextmanager
def taken_back() -> Iterator[None]:
    """Whatever happens inside leaves no trace in the database."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        transaction.savepoint_commit(point)  # or it stays, and the next one lies within it
