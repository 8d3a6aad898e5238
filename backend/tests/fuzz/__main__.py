"""`make fuzz CASES=20000`: call every operation as every kind of caller; print what went wrong.

    python -m tests.fuzz [CASES] [PART OF AN OPERATION'S NAME]

`SEED` repeats a run; without it each run is another one, and says its seed.
"""

import os
import random
import sys
import time

import django
from django.test.runner import DiscoverRunner


def main() -> int:
    """Run on a database of its own. Returns the exit code: 1 where anything failed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.fuzz import checks, fuzzing

    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    at_random = int(os.environ.get("SEED") or random.randrange(10**6))
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    began = time.monotonic()
    try:
        verdict = fuzzing.run(cases=cases, at_random=at_random, only=only)
    finally:
        runner.teardown_databases(databases)
    for (label, title), text in sorted(verdict.failures.items()):
        say(f"{label}: {title}\n  {text}\n")
    say("By caller: " + ", ".join(f"{name} {n:,}" for name, n in verdict.by_caller.items()))
    say("Answers: " + ", ".join(f"{code} {n:,}" for code, n in sorted(verdict.statuses.items())))
    for name, rule in checks.EXCLUDED_FROM_V2.items():
        say(f"Not asked of /api/v2/: {name}, for {rule}.")
    say(f"SEED={at_random}: {verdict} ({time.monotonic() - began:.0f} s)")
    return 1 if verdict.failures else 0


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
