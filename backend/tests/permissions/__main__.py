"""`make permissions`: write the page, call every cell and say in one line how it went."""

import os
import sys
import time

import django
from django.test.runner import DiscoverRunner


def main() -> int:
    """Run the matrix on a database of its own. Returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.permissions import matrix, page

    page.PAGE.write_text(page.page())

    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    began = time.monotonic()
    try:
        missing = matrix.missing_rows()
        verdict = matrix.run()
    finally:
        runner.teardown_databases(databases)
    verdict.surprises += missing
    lines = [*verdict.surprises, f"{verdict} ({time.monotonic() - began:.0f} s)"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if verdict.surprises else 0


if __name__ == "__main__":
    sys.exit(main())
