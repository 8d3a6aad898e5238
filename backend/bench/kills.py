"""`python -m bench.kills --completions 1000 --kills 100 --seed 1`: is anybody told nothing?

Runs end by reports, as their runner says so; real worker processes tell their asker and two
webhooks, and any of them is killed (SIGKILL) again and again: after a random number of messages has
arrived, and some random milliseconds. In the end each channel must hold every message, and each
repeat must carry the key of the first. The default is one worker on SQLite; with `--postgres` two
work at once on PostgreSQL, so that what a killed one held is taken over by the other.
"""

import argparse
import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

import django
from django.core.management import call_command

from bench.databases import postgres_database, production_settings, sqlite_database
from bench.receivers import Receivers

_LEASE_S = 3.0  # of the outbox 60 s; what a killed worker held is due again after it
_STALLED_S = 90


@dataclass(frozen=True, slots=True)
class Tally:
    """What one channel got: messages due, arrived in all, and arrived under another key each."""

    channel: str
    due: int
    sent: int
    distinct: int

    @property
    def repeated(self) -> int:
        """How many came again under a key that was known."""
        return self.sent - self.distinct

    @property
    def lost(self) -> int:
        """How many never came."""
        return max(0, self.due - self.distinct)

    @property
    def unknown(self) -> int:
        """How many came under a key that they should not have."""
        return max(0, self.distinct - self.due)

    def __str__(self) -> str:
        return (
            f"{self.channel:<18}{self.due:>8,} due {self.sent:>8,} sent {self.repeated:>5,} "
            f"repeated {self.lost:>5,} lost"
        )


def main() -> int:
    """Run it. Returns 0 if nothing is lost and every repeat is known as one, else 1."""
    parser = argparse.ArgumentParser(prog="bench.kills", description="Notices under kills.")
    parser.add_argument("--completions", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--workers", type=int, help="one on SQLite, two on PostgreSQL")
    options = parser.parse_args()
    options.workers = options.workers or (2 if options.postgres else 1)
    database = postgres_database if options.postgres else sqlite_database
    with database() as url, Receivers() as receivers:
        os.environ |= production_settings(database_url=url) | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DJANGO_LOG_LEVEL": "CRITICAL",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(receivers.mail_port),
            "EMAIL_USE_TLS": "0",
            "EMAIL_HOST_USER": "",
            "WEBHOOK_NETWORKS": "127.0.0.0/8",
        }
        django.setup()
        call_command("migrate", verbosity=0)
        kills = _run(options, receivers=receivers)
        tallies = _tallies(receivers, completions=options.completions)
    return _tell(tallies, completions=options.completions, kills=kills, workers=options.workers)


def _run(options: argparse.Namespace, *, receivers: Receivers) -> int:
    """Have runs end while workers are killed; returns how often one was."""
    from bench.ending_runs import end_runs, make_runs

    random_ = random.Random(options.seed)  # noqa: S311 - to be repeatable
    backend = make_runs(options.completions, receivers=receivers)
    total = options.completions * len(_CHANNELS)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bench.kill_worker"])
    kills, ended = 0, 0
    workers = [_start(context) for _ in range(options.workers)]
    try:
        while kills < options.kills:
            # Some end before each life of a worker, so that none runs dry.
            upto = min(options.completions, ended + _share(options))
            end_runs(backend, first=ended, last=upto)
            ended = upto
            most = 2 * total // options.kills
            _wait_for(receivers, more=random_.randrange(most), patience_s=_LEASE_S)
            time.sleep(random_.uniform(0, 0.03))
            killed = random_.randrange(options.workers)
            _kill(workers[killed])
            kills += 1
            workers[killed] = _start(context)
        end_runs(backend, first=ended, last=options.completions)
        _wait_until_all_is_done(lambda: receivers.count)
    finally:
        for worker in workers:
            _kill(worker)
    return kills


def _share(options: argparse.Namespace) -> int:
    return max(1, options.completions // max(1, options.kills))


def _start(context: multiprocessing.context.ForkServerContext) -> BaseProcess:
    from bench.kill_worker import work

    worker = context.Process(target=work, kwargs={"lease_s": _LEASE_S}, daemon=True)
    worker.start()
    return worker


def _kill(worker: BaseProcess) -> None:
    worker.kill()
    worker.join()


def _wait_for(receivers: Receivers, *, more: int, patience_s: float) -> None:
    """Until so many more messages have arrived, or nothing is there to send."""
    goal, until = receivers.count + more, time.monotonic() + patience_s
    while receivers.count < goal and time.monotonic() < until:
        time.sleep(0.001)


def _wait_until_all_is_done(progress: Callable[[], int]) -> None:
    """Until the outbox has nothing more to do; not for ever, if it gets stuck."""
    from server.outbox.models import OutboxMessage

    last, stalled_at = -1, time.monotonic() + _STALLED_S
    while OutboxMessage.objects.filter(done_at=None, failed_at=None).exists():
        if progress() != last:
            last, stalled_at = progress(), time.monotonic() + _STALLED_S
        if time.monotonic() > stalled_at:
            return
        time.sleep(0.2)


_CHANNELS = ("mail of each job", "mail of each run", "signed webhook", "Slack webhook", "inbox")


def _tallies(receivers: Receivers, *, completions: int) -> list[Tally]:
    from server.notify.models import Notice

    inbox = Counter(Notice.objects.values_list("path", flat=True))
    found = [*(receivers.arrived[name] for name in _CHANNELS[:-1]), inbox]
    return [
        Tally(name, due=completions, sent=keys.total(), distinct=len(keys))
        for name, keys in zip(_CHANNELS, found, strict=True)
    ]


def _tell(tallies: list[Tally], *, completions: int, kills: int, workers: int) -> int:
    for tally in tallies:
        print(tally)
    sent, repeated = sum(each.sent for each in tallies), sum(each.repeated for each in tallies)
    lost, unknown = sum(each.lost for each in tallies), sum(each.unknown for each in tallies)
    print(
        f"{completions:,} completions, {kills} kills, {workers} "
        f"worker{'' if workers == 1 else 's'}: {sent:,} sent, {repeated:,} repeated, "
        f"{lost:,} lost, {unknown:,} repeated without their key."
    )
    return 1 if lost or unknown or tallies[-1].repeated else 0


if __name__ == "__main__":
    sys.exit(main())
