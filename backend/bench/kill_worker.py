"""The worker that `bench.kills` kills; loaded once by the fork server, so a life begins at once.

It is the worker of production but for its lease: what a killed one held is due again in seconds.
"""

import threading
from datetime import timedelta

import django

django.setup()

from server.outbox import services  # noqa: E402 - Django comes first
from server.outbox.management.commands.run_worker import run_until  # noqa: E402


def work(*, lease_s: float) -> None:
    """Deliver until killed."""
    services.LEASE = timedelta(seconds=lease_s)
    run_until(threading.Event())
