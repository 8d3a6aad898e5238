"""A server as in production, on the database of DATABASE_URL, and runners that call it."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.runners import ReportingRunner

_BACKEND = Path(__file__).resolve().parents[1]
_SHARED = "tpp"
_STARTS_WITHIN_S = 30


@contextmanager
def server() -> Iterator[tuple[int, int]]:
    """Port and process of a server that answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    argv = ["gunicorn", "--config", "gunicorn.conf.py", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen([sys.executable, "-m", *argv, "config.wsgi"], cwd=_BACKEND) as process:
        try:
            _wait_until_it_answers(port)
            yield port, process.pid
        finally:
            process.terminate()


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


def runners(*, clients: int, port: int, requests_each: int, share: float) -> list[ReportingRunner]:
    """Clients with so many requests of their own; of their jobs this share changes each time.

    Half of them have a backend of their own, the others share one.
    """
    from server.core import clock
    from server.demo.volume import set_active
    from server.fleet.models import Backend
    from server.fleet.services import create_backend_token
    from server.jobs.models import JobRequest
    from server.people.actors import command

    others = list(Backend.objects.exclude(slug=_SHARED).order_by("slug"))[: clients // 2]
    shared = Backend.objects.get(slug=_SHARED)
    shares = dict.fromkeys(others, 1) | {shared: clients - len(others)}
    made = []
    for backend, count in shares.items():
        set_active(backend=backend, active=count * requests_each, jobs_each=0, now=clock.now())
        asked = list(JobRequest.objects.active_for(backend).values_list("identifier", flat=True))
        for number in range(count):
            _, token = create_backend_token(
                backend=backend,
                name=f"runner {number}",
                expires_in=None,
                actor=command("bench"),
                now=clock.now(),
            )
            made.append(
                ReportingRunner(
                    port=port, token=token, job_requests=asked[number::count], share=share
                )
            )
    return made


def work(runners: Sequence[ReportingRunner], *, seconds: float) -> None:
    """Have all of them call at once for so long."""
    ends_at = time.monotonic() + seconds
    threads = [threading.Thread(target=runner.work_until, args=[ends_at]) for runner in runners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
