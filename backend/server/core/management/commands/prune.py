"""`manage.py prune`: forgets what nobody needs any more."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from server.core import clock, sweeps


class Command(BaseCommand):
    """Deletes what has outlived its retention, in batches."""

    help = (
        "Forget what nobody needs any more; the worker does it hourly by itself. Each batch is a "
        "transaction, so this may be interrupted, and run beside the service."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--dry-run` to look first."""
        parser.add_argument("--dry-run", action="store_true", help="count, and delete nothing")

    def handle(self, *_: Any, **options: Any) -> None:
        """Print a line for each kind of row."""
        if options["dry_run"]:
            counts = {each.what: each.rows(clock.now()).count() for each in sweeps.retentions()}
        else:
            counts = sweeps.prune(now=clock.now)
        for what, count in counts.items():
            self.stdout.write(f"{count:>8}  {what}")
