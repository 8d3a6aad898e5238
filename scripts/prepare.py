"""Prepares the database: migrations, the checks of every start and, where wanted, the demo.

    python scripts/prepare.py [--demo]

One process does all of it, because each start of Django takes the better part of a second.
"""

import io
import os
import sys
from importlib import import_module
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[1] / "backend"
sys.path.insert(0, str(BACKEND))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402  the settings are found only now
from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.core.management import CommandError, call_command  # noqa: E402


def main() -> int:
    """Returns 0, or 1 after one line that says what is wrong."""
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        import_module("server.core.start_checks").run()
        if "--demo" in sys.argv[1:]:
            call_command("demo", if_empty=True, stdout=io.StringIO())  # make run prints log-ins
    except (CommandError, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
