"""`python -m tests.simulation`: HISTORIES and SEED from the environment, or STEPS for one history.

`DATABASE_URL` says on which database; the test database beside it is made anew and dropped.
"""

import logging
import os
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from tests.simulation.run import Simulation  # noqa: E402
from tests.simulation.steps import history_of  # noqa: E402
from tests.simulation.world import make_world  # noqa: E402

_MOST_FINDINGS = 3


def main() -> int:
    """Play, and say how it went. Returns 0, or 1 where something was wrong."""
    logging.disable(logging.CRITICAL)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        simulation = Simulation(make_world())
        if steps := os.environ.get("STEPS"):
            return _play_one(simulation, steps)
        return _play_many(
            simulation,
            histories=int(os.environ.get("HISTORIES") or 500),
            seed=int(os.environ.get("SEED") or 1),
        )
    finally:
        teardown_databases(databases, verbosity=0)


def _play_one(simulation: Simulation, steps: str) -> int:
    violation = simulation.play(history_of(steps)).violation
    print(violation or "Nothing was violated.")
    return 1 if violation else 0


def _play_many(simulation: Simulation, *, histories: int, seed: int) -> int:
    began, found = time.monotonic(), 0
    for finding in simulation.findings(range(histories), seed=seed):
        found += 1
        print(finding.report(seed=seed), flush=True)
        if found == _MOST_FINDINGS:
            histories = finding.number + 1
            break
    print(
        f"{histories:,} histories, {simulation.faults:,} faults injected, {found} violations "
        f"(seed {seed}, {time.monotonic() - began:.0f} s)"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
