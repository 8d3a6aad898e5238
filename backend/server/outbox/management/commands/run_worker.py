"""`manage.py run_worker`: does what must happen after commit, until it is told to stop."""

import signal
import threading
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

import structlog
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, close_old_connections, connection

from server.core import clock, rounds, start_checks, sweeps, telemetry
from server.core.logging import log_as_server
from server.outbox import services
from server.outbox.models import OutboxMessage
from server.outbox.registry import slow_topics

_IDLE_S = 1.0
_ROUND_EVERY = timedelta(minutes=1)
_SWEEP_EVERY = timedelta(hours=1)

logger = structlog.get_logger(__name__)


class Claim(Protocol):
    """What hands out due messages: `services.claim`, or that of some topics."""

    def __call__(self, *, now: datetime) -> OutboxMessage | None:
        """The next one; None where nothing is due."""


class Command(BaseCommand):
    """Claims due messages and delivers them, one after another."""

    help = "Do what must happen after commit: send mail, end cancelled runs. Stops on SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--once` for a clock or a test."""
        parser.add_argument("--once", action="store_true", help="do what is due, then stop")

    def handle(self, *_: Any, **options: Any) -> None:
        """Run until SIGTERM or SIGINT; a message in hand is finished first."""
        try:
            start_checks.run()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        log_as_server()
        telemetry.start()
        if options["once"]:
            rounds.run(now=clock.now)
            deliver_due()
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        logger.info("worker_started")
        run_until(stop)
        logger.info("worker_stopped")


def run_until(stop: threading.Event) -> None:
    """Deliver what is due until `stop` is set; survives a database that is away for a while.

    Slow topics have a thread of their own: a receiver that lets us wait holds up no mail, and not
    the look at backends that fell silent.
    """
    slow = threading.Thread(target=_deliver_slow_until, args=[stop], name="slow", daemon=True)
    slow.start()
    next_sweep = clock.now()
    # Whatever stopped us stopped the web server too, perhaps for a day, as a restore does: runners
    # call within seconds, and are not reported silent for the time in which nobody listened.
    next_round = next_sweep + _ROUND_EVERY

    def turn() -> None:
        nonlocal next_round, next_sweep
        if not slow.is_alive():
            raise RuntimeError("Slow messages are delivered no more; the log says why.")
        if clock.now() >= next_round:
            next_round = clock.now() + _ROUND_EVERY
            rounds.run(now=clock.now)
        deliver_due(stop, claim=partial(services.claim, without=slow_topics()))
        if clock.now() >= next_sweep:
            next_sweep = clock.now() + _SWEEP_EVERY
            sweeps.prune(now=clock.now)

    _repeat(turn, stop=stop)
    slow.join()


def _deliver_slow_until(stop: threading.Event) -> None:
    claim = partial(services.claim, topics=slow_topics())
    try:
        _repeat(lambda: deliver_due(stop, claim=claim), stop=stop)
    except Exception:  # the other thread sees that this one has ended, and ends too
        logger.exception("slow_messages_stopped")
    finally:
        connection.close()  # this thread's own


def _repeat(turn: Callable[[], object], *, stop: threading.Event) -> None:
    while not stop.is_set():
        close_old_connections()
        try:
            turn()
        except OperationalError:
            logger.exception("worker_lost_the_database")
            stop.wait(5)
        stop.wait(_IDLE_S)


def deliver_due(stop: threading.Event | None = None, *, claim: Claim = services.claim) -> int:
    """Deliver everything that is due now; returns how many messages were tried."""
    tried = 0
    while not (stop and stop.is_set()):
        message = claim(now=clock.now())
        if message is None:
            break
        services.deliver(message, now=clock.now())
        tried += 1
    return tried
