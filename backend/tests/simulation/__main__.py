"""`python -m tests.simulation`: HISTORIES, SEED, PROCESSES from the environment, or STEPS for one.

`DATABASE_URL` says on which database; the test database beside it is made anew and dropped.
"""

import logging
import multiprocessing
import os
import sys
import time
from collections import Counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from tests.simulation.faults import Fault  # noqa: E402
from tests.simulation.processes import make_copies, outcomes  # noqa: E402
from tests.simulation.run import Simulation  # noqa: E402
from tests.simulation.steps import history_of  # noqa: E402
from tests.simulation.world import make_world  # noqa: E402

_MOST_FINDINGS = 3


def main() -> int:
    """Play, and say how it went. Returns 0, or 1 where something was wrong."""
    logging.disable(logging.CRITICAL)
    steps = os.environ.get("STEPS")
    processes = 1 if steps else _processes()
    copies = processes if processes > 1 else 0
    databases = setup_databases(verbosity=0, interactive=False)
    make_copies(copies)
    try:
        if steps:
            return _play_one(steps)
        return _play_many(
            histories=int(os.environ.get("HISTORIES") or 500),
            seed=int(os.environ.get("SEED") or 1),
            processes=processes,
        )
    finally:
        teardown_databases(databases, verbosity=0, parallel=copies)


def _processes() -> int:
    if multiprocessing.get_start_method() != "fork":
        return 1  # Django has no copy of a database in a file for processes that are not forked
    return int(os.environ.get("PROCESSES") or os.cpu_count() or 1)


def _play_one(steps: str) -> int:
    violation = Simulation(make_world()).play(history_of(steps)).violation
    print(violation or "Nothing was violated.")
    return 1 if violation else 0


def _play_many(*, histories: int, seed: int, processes: int) -> int:
    began, played, found = time.monotonic(), 0, 0
    faults: Counter[Fault] = Counter()
    for outcome in outcomes(range(histories), seed=seed, processes=processes):
        played += 1
        faults.update(outcome.faults)
        if outcome.finding is not None:
            found += 1
            print(outcome.finding.report(seed=seed), flush=True)
            if found == _MOST_FINDINGS:
                break
    for fault in Fault:
        print(f"{faults[fault]:>9,} {fault}")
    print(
        f"{played:,} histories, {faults.total():,} faults injected, {found} violations "
        f"(seed {seed}, {time.monotonic() - began:.0f} s)"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
