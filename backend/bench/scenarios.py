"""What is measured: a runner's poll and report, and the lists that people read."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import quantiles
from typing import Any

from django.db import connection
from django.test import Client

from bench import serving
from bench.addresses import pages
from bench.baseline import NaiveServer
from bench.figures import UNTIMED_CALLS, Figure, measure
from bench.names import Names, load_rows
from server.core import clock
from server.demo.volume import load_history, set_active
from server.fleet.models import Backend
from server.fleet.services import create_backend_token
from server.jobs.models import Job, JobRequest
from server.people.actors import command
from server.runner_api.unchanged import kept

_JOBS_A_REQUEST = 10


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured; `times` is the number of timed calls of each kind.

    `names` are the workspaces, people and other rows of lists that there are with each history.
    Eight runners work for `cycles_s` seconds.
    """

    history: Sequence[int]
    names: Sequence[Names]
    active: Sequence[int]
    jobs: Sequence[int]
    times: int
    cycles_s: float


WHOLE = Sizes(
    history=(1_000, 200_000),
    names=(Names(50, 20, 30), Names(5_000, 2_000, 2_000)),
    active=(10, 100, 500),
    jobs=(10, 100, 1_000),
    times=40,
    cycles_s=20,
)
QUICK = Sizes(
    history=(100, 1_000),
    names=(Names(20, 10, 10), Names(200, 50, 100)),
    active=(2, 20),
    jobs=(10, 50),
    times=3,
    cycles_s=2,
)

Tell = Callable[[Figure], None]


def run(sizes: Sizes, *, tell: Tell) -> None:
    """Fill the empty database step by step and measure; each figure is told as it is known."""
    loaded, known = 0, Names(0, 0, 0)
    for jobs, names in zip(sizes.history, sizes.names, strict=True):
        added = jobs - loaded
        load_history(job_requests=added // 20, jobs=added, now=clock.now())
        load_rows(names - known, now=clock.now())
        loaded, known = jobs, names
        _learn_statistics()
        for figure in pages(rows=jobs, times=sizes.times):
            tell(figure)
    backend = Backend.objects.get(slug="tpp")
    runner = _Runner(backend)
    for figure in _polls(runner, sizes=sizes):
        tell(figure)
    for figure in _reports(runner, sizes=sizes):
        tell(figure)
    tell(_cycles(seconds=sizes.cycles_s))


def _learn_statistics() -> None:
    """What PostgreSQL does by itself a minute later; SQLite in production goes without."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


class _Runner:
    """Calls /api/v2/ with the token of a backend."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        _, token = create_backend_token(
            backend=backend, name="bench", expires_in=None, actor=command("bench"), now=clock.now()
        )
        self._client = Client(headers={"Authorization": token})

    def poll(self, *, query: str = "", **headers: str) -> Any:
        return self._client.get(f"/api/v2/job-requests/{query}", headers=headers)

    def poll_with_nothing_kept(self) -> Any:
        """As after a change: the list is made anew."""
        kept.forget()
        return self.poll()

    def report(self, jobs: Sequence[dict[str, Any]]) -> Any:
        return self._client.post("/api/v2/jobs/", json.dumps(jobs), content_type="application/json")


def _polls(runner: _Runner, *, sizes: Sizes) -> Iterator[Figure]:
    """Of an unchanged list, asked for with its tag or without; of a changed one; and naively."""
    naive = NaiveServer(runner.backend)
    times = sizes.times + UNTIMED_CALLS
    for active in sizes.active:
        set_active(
            backend=runner.backend, active=active, jobs_each=_JOBS_A_REQUEST, now=clock.now()
        )
        calls = [runner.poll_with_nothing_kept] * times
        yield measure(name="v2 GET job-requests", rows=active, calls=calls)
        calls = [runner.poll] * times
        yield measure(name="v2 GET job-requests, from memory", rows=active, calls=calls)
        known = [partial(runner.poll, **{"If-None-Match": runner.poll()["ETag"]})] * times
        yield measure(name="v2 GET job-requests, unchanged", rows=active, calls=known, expected=304)
        older = [partial(known[0], query=f"?backend={runner.backend.slug}")] * times
        yield measure(
            name="v2 GET job-requests, unchanged, by ?backend=",
            rows=active,
            calls=older,
            expected=304,
        )
        yield measure(
            name="v2 GET job-requests, naive", rows=active, calls=[naive.poll] * (3 + UNTIMED_CALLS)
        )


def _cycles(*, seconds: float) -> Figure:
    """Eight runners at once over HTTP, each polling and then reporting 100 changed jobs."""
    with serving.server() as (port, _):
        runners = serving.runners(clients=8, port=port, requests_each=10, share=1)
        serving.work(runners, seconds=seconds)
    if errors := [error for runner in runners for error in runner.errors]:
        raise RuntimeError(errors[0])
    took = [second for runner in runners for second in runner.seconds]
    cuts = quantiles(took, n=20, method="inclusive")
    return Figure(
        name="v2 cycles of eight runners",
        db=connection.vendor,
        rows=100,
        queries=0,
        p50_ms=round(cuts[9] * 1000, 2),
        p95_ms=round(cuts[18] * 1000, 2),
        per_s=round(len(took) / seconds, 1),
    )


def _reports(runner: _Runner, *, sizes: Sizes) -> Iterator[Figure]:
    """Reports of requests with ten jobs each: of new jobs, of the same again, of changed ones."""
    calls = sizes.times + UNTIMED_CALLS
    for jobs in sizes.jobs:
        each = jobs // _JOBS_A_REQUEST
        set_active(backend=runner.backend, active=each * calls, jobs_each=0, now=clock.now())
        identifiers = list(
            JobRequest.objects.active_for(runner.backend).values_list("identifier", flat=True)
        )
        new = [_report(identifiers[at : at + each]) for at in range(0, len(identifiers), each)]
        same = [new[0]] * calls
        changed = [_report(identifiers[:each], minute=minute) for minute in range(1, calls + 1)]
        for kind, reports in (("new", new), ("unchanged", same), ("changed", changed)):
            yield measure(
                name=f"v2 POST jobs, {kind}",
                rows=jobs,
                calls=[partial(runner.report, report) for report in reports],
            )
        stored = Job.objects.filter(job_request__identifier__in=identifiers).count()
        if stored != jobs * calls:
            raise RuntimeError(f"{stored} jobs were stored in place of {jobs * calls}.")


def _report(identifiers: Sequence[str], *, minute: int = 0) -> list[dict[str, Any]]:
    """Ten jobs of each request, as they stand at this minute."""
    return [
        {
            "job_request_id": identifier,
            "identifier": f"{identifier}-{number}",
            "action": f"action_{number}",
            "run_command": f"python:v2 python analysis/step_{number}.py",
            "status": "running",
            "status_code": "executing",
            "status_message": f"Executing job on the backend, minute {minute}",
            "created_at": "2026-03-04T10:00:00Z",
            "updated_at": f"2026-03-04T10:{minute:02}:00Z",
            "started_at": "2026-03-04T10:00:00Z",
            "completed_at": None,
            "trace_context": {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-01"},
            "metrics": {"cpu_peak": 180.2 + minute, "mem_mb_peak": 512},
        }
        for identifier in identifiers
        for number in range(_JOBS_A_REQUEST)
    ]
