"""`python -m bench.soak --seconds 60 --clients 4`: runners report at once, and nothing is lost.

The server runs as in production on the SQLite default. Half of the clients have a backend of their
own, the others share one; each reports requests of its own. In the end the database must hold what
each of them reported last.
"""

import argparse
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from urllib.request import urlopen

import django
from django.core.management import call_command

from bench.databases import production_settings, sqlite_database
from bench.runners import Job, ReportingRunner

_BACKEND = Path(__file__).resolve().parents[1]
_REQUESTS_A_CLIENT = 5
_SHARED = "tpp"
_STARTS_WITHIN_S = 30


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
        with _server() as port:
            runners = _runners(clients=options.clients, port=port)
            _work(runners, seconds=options.seconds)
        lost = _lost(runners)
    return _tell(runners, lost=lost, seconds=options.seconds)


@contextmanager
def _server() -> Iterator[int]:
    """The port of a server that answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    argv = ["gunicorn", "--config", "gunicorn.conf.py", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen([sys.executable, "-m", *argv, "config.wsgi"], cwd=_BACKEND) as server:
        try:
            _wait_until_it_answers(port)
            yield port
        finally:
            server.terminate()


def _wait_until_it_answers(port: int) -> None:
    ends_at = time.monotonic() + _STARTS_WITHIN_S
    while True:
        try:
            urlopen(f"http://127.0.0.1:{port}/health-check/", timeout=_STARTS_WITHIN_S).close()
        except OSError:
            if time.monotonic() > ends_at:
                raise
            time.sleep(0.1)
        else:
            return


def _runners(*, clients: int, port: int) -> list[ReportingRunner]:
    """The clients, each with requests of its own on its backend."""
    from server.core import clock
    from server.demo.volume import set_active
    from server.fleet.models import Backend
    from server.fleet.services import create_backend_token
    from server.jobs.models import JobRequest

    others = list(Backend.objects.exclude(slug=_SHARED).order_by("slug"))[: clients // 2]
    shared = Backend.objects.get(slug=_SHARED)
    shares = dict.fromkeys(others, 1) | {shared: clients - len(others)}
    runners = []
    for backend, count in shares.items():
        active = count * _REQUESTS_A_CLIENT
        set_active(backend=backend, active=active, jobs_each=0, now=clock.now())
        asked = list(JobRequest.objects.active_for(backend).values_list("identifier", flat=True))
        for number in range(count):
            token = create_backend_token(
                backend=backend, name=str(number), expires_in=None, actor="soak", now=clock.now()
            )
            runners.append(
                ReportingRunner(port=port, token=token, job_requests=asked[number::count])
            )
    return runners


def _work(runners: Sequence[ReportingRunner], *, seconds: float) -> None:
    ends_at = time.monotonic() + seconds
    threads = [threading.Thread(target=runner.work_until, args=[ends_at]) for runner in runners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


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
