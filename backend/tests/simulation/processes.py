"""Histories shared out among processes, each with a copy of the database of its own."""

import gc
import itertools
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.sharedctypes import Synchronized

from django.db import connection, connections

from tests.simulation.run import Outcome, Simulation
from tests.simulation.world import make_world

_PART = 10

_simulation: Simulation


def make_copies(number: int) -> None:
    """Copy the test database as often; `teardown_databases(parallel=number)` drops them."""
    connections.close_all()  # SQLite's file is whole then, and no child goes on with the parent's
    for copy in range(1, number + 1):
        connection.creation.clone_test_db(suffix=str(copy), verbosity=0)
    connections.close_all()


def outcomes(numbers: range, *, seed: int, processes: int) -> Iterator[Outcome]:
    """How each history went, in their order, whatever the number of processes.

    More than one needs as many `make_copies`.
    """
    if processes == 1:
        _begin()
        yield from _simulation.outcomes(numbers, seed=seed)
        return
    parts = [(numbers[start : start + _PART], seed) for start in range(0, len(numbers), _PART)]
    begun = multiprocessing.Value("i", 0)
    with ProcessPoolExecutor(processes, initializer=_begin_beside, initargs=(begun,)) as pool:
        try:
            yield from itertools.chain.from_iterable(pool.map(_play, parts))
        finally:
            pool.shutdown(cancel_futures=True)


def _begin_beside(begun: "Synchronized[int]") -> None:
    with begun.get_lock():
        begun.value += 1
        number = begun.value
    connection.creation.setup_worker_connection(number)
    _begin()


def _begin() -> None:
    global _simulation
    _simulation = Simulation(make_world())
    gc.collect()
    gc.freeze()  # what the service is made of need not be looked through again and again


def _play(part: tuple[range, int]) -> list[Outcome]:
    numbers, seed = part
    return list(_simulation.outcomes(numbers, seed=seed))
