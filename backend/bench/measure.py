"""`python -m bench.measure`: measure on the database of DATABASE_URL, which is empty.

A process of its own, with the settings of production; prints one figure a line, as JSON.
"""

import json
import os
from dataclasses import asdict
from importlib import import_module

from django.core.management import call_command

from bench.figures import Figure


def main() -> None:
    """Prepare the database and measure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import_module("config.wsgi")  # as a web server begins, which leaves it out of the collector
    from bench import scenarios  # models can be imported now

    call_command("migrate", verbosity=0)
    sizes = scenarios.QUICK if os.environ.get("BENCH_QUICK") == "1" else scenarios.WHOLE
    scenarios.run(sizes, tell=_print)


def _print(figure: Figure) -> None:
    print(json.dumps(asdict(figure)), flush=True)


if __name__ == "__main__":
    main()
