"""`python -m bench.soak --seconds 60 --clients 4`: runners report at once, and nothing is lost.

The server runs as in production on the SQLite default. Half of the clients have a backend of their
own, the others share one; each reports requests of its own. In the end the database must hold what
each of them reported last.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from statistics import quantiles

import django
from django.core.management import call_command

from bench import serving
from bench.databases import production_settings, sqlite_database
from bench.runners import Job, ReportingRunner

_REQUESTS_A_CLIENT = 5
_SHARE_THAT_CHANGES = 0.25


def main() -> int:
    """Run the soak. Returns 0 if every report was taken in and nothing is lost, else 1."""
    parser = argparse.ArgumentParser(prog="bench.soak", description="Runners that report at once.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=4)
    options = parser.parse_args()
    with sqlite_database() as url:
        os.environ |= production_settings(database_url=url)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        with serving.server() as (port, _):
            runners = serving.runners(
                clients=options.clients,
                port=port,
                requests_each=_REQUESTS_A_CLIENT,
                share=_SHARE_THAT_CHANGES,
            )
            serving.work(runners, seconds=options.seconds)
        lost = _lost(runners)
    return _tell(runners, lost=lost, seconds=options.seconds)


def _lost(runners: Sequence[ReportingRunner]) -> int:
    """How many jobs are not stored as they were last reported, or not at all."""
    from server.jobs.models import Job as StoredJob

    fields = ("status", "status_code", "updated_at", "detail__status_message")
    stored = {
        identifier: tuple(values)
        for identifier, *values in StoredJob.objects.listed().values_list("identifier", *fields)
    }
    return sum(
        stored.get(job["identifier"]) != _as_stored(job)
        for runner in runners
        for job in runner.last
    )


def _as_stored(job: Job) -> tuple[object, ...]:
    updated_at = datetime.fromisoformat(job["updated_at"])
    return job["status"], job["status_code"], updated_at, job["status_message"]


def _tell(runners: Sequence[ReportingRunner], *, lost: int, seconds: float) -> int:
    """Print what happened. Returns the exit code."""
    took = [second for runner in runners for second in runner.seconds]
    errors = [error for runner in runners for error in runner.errors]
    jobs = sum(len(runner.last) for runner in runners)
    for error in errors[:10]:
        print(f"Error: {error}")
    if len(took) < 2:
        print("Hardly any report was taken in.")
        return 1
    cuts = quantiles(took, n=20, method="inclusive")
    print(
        f"{len(runners)} clients, {seconds:.0f} s: {len(took)} reports of "
        f"{jobs // len(runners)} jobs ({len(took) / seconds:.1f} a second), "
        f"p50 {cuts[9] * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms, "
        f"longest {max(took) * 1000:.0f} ms; {len(errors)} errors; {lost} of {jobs} jobs lost."
    )
    return 1 if errors or lost else 0


if __name__ == "__main__":
    sys.exit(main())
