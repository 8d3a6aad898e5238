"""`/metrics` for Prometheus, and `/readyz` for whoever sends traffic here.

Of requests each machine tells its own; all else lies in the database, so that every machine answers
the same and nothing is lost with one.
"""

from collections.abc import Iterator
from datetime import datetime
from secrets import compare_digest

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from server.core import clock
from server.core.http_metrics import http_metrics
from server.core.problems import problem_response
from server.fleet.models import Backend, CallCount
from server.fleet.querysets import Workload
from server.outbox.models import OutboxMessage


@require_safe
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 once the database answers, 503 while it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):  # the second: the connection is gone
        return HttpResponse("The database does not answer.\n", "text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All metrics in the text format, for who sends `METRICS_TOKEN`; without that setting, none."""
    if not settings.METRICS_TOKEN:
        return problem_response("not-found")
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if not compare_digest(sent.encode(), settings.METRICS_TOKEN.encode()):
        return problem_response("not-signed-in")
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    return HttpResponse(encode(_Everything()), content_type=content_type)


class _Everything(Collector):
    """All that is told, read when it is asked for."""

    def collect(self) -> Iterator[Metric]:
        """One metric after the other."""
        now = clock.now()
        yield from http_metrics().collect()
        yield from _of_backends(now=now)
        yield from _of_calls()
        yield from _of_outbox(now=now)


def _of_backends(*, now: datetime) -> list[Metric]:
    labels = ["backend"]
    waiting = GaugeMetricFamily("jobserver_requests_waiting", "Requests that wait.", labels=labels)
    oldest = GaugeMetricFamily(
        "jobserver_oldest_waiting_seconds", "Age of the oldest of them.", labels=labels
    )
    running = GaugeMetricFamily("jobserver_requests_running", "Requests that run.", labels=labels)
    silence = GaugeMetricFamily(
        "jobserver_backend_silence_seconds", "Time since the last contact.", labels=labels
    )
    loads = Backend.objects.workloads()
    for backend in Backend.objects.order_by("slug"):
        load = loads.get(backend.pk, Workload())
        waiting.add_metric([backend.slug], load.waiting_requests)
        running.add_metric([backend.slug], load.running_requests)
        oldest.add_metric([backend.slug], _seconds(load.oldest_waiting_at, now=now))
        if backend.last_seen_at is not None:
            silence.add_metric([backend.slug], _seconds(backend.last_seen_at, now=now))
    return [waiting, oldest, running, silence]


def _of_calls() -> list[Metric]:
    labels = ["backend", "endpoint"]
    calls = CounterMetricFamily("jobserver_runner_calls", "Calls of runners.", labels=labels)
    failures = CounterMetricFamily(
        "jobserver_runner_call_failures", "Those that failed.", labels=labels
    )
    took = CounterMetricFamily(
        "jobserver_runner_call_seconds", "Time that they took.", labels=labels
    )
    for count in CallCount.objects.select_related("backend").order_by("backend", "endpoint"):
        which = [count.backend.slug, count.endpoint]
        calls.add_metric(which, count.calls)
        failures.add_metric(which, count.failures)
        took.add_metric(which, count.took_ms / 1000)
    return [calls, failures, took]


def _of_outbox(*, now: datetime) -> list[Metric]:
    # Apart, so that each has its index: messages that were delivered are history.
    unsent = OutboxMessage.objects.filter(done_at=None, failed_at=None)
    is_due = Q(not_before__lte=now)
    # Each failure moves `not_before` on, so that what fails is hardly ever due.
    is_failing = Q(attempts__gt=0) & ~Q(attempts=1, lease_until__gt=now)
    found = unsent.aggregate(
        due=Count("id", filter=is_due),
        due_since=Min("not_before", filter=is_due),
        failing=Count("id", filter=is_failing),
        created_at=Min("created_at", filter=is_due | Q(attempts__gt=0)),
    )
    given_up = OutboxMessage.objects.filter(failed_at__isnull=False).count()
    lag, age = (_seconds(found[name], now=now) for name in ("due_since", "created_at"))
    return [
        _gauge("jobserver_outbox_due", "Messages that the worker is to handle.", found["due"]),
        _gauge("jobserver_outbox_lag_seconds", "For how long the oldest is due.", lag),
        _gauge("jobserver_outbox_failing", "Messages to be tried again.", found["failing"]),
        _gauge("jobserver_outbox_oldest_seconds", "Age of the oldest due or failing one.", age),
        _gauge("jobserver_outbox_given_up", "Messages that are tried no more.", given_up),
    ]


def _gauge(name: str, documentation: str, value: float) -> Metric:
    return GaugeMetricFamily(name, documentation, value=value)


def _seconds(since: datetime | None, *, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since is not None else 0.0
