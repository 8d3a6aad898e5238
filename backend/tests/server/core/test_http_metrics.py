"""What is counted of requests, under which labels, and that no process's count is lost."""

import os
import re
import signal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from prometheus_client.parser import text_string_to_metric_families

from server.core.http_metrics import http_metrics
from tests.api import Api
from tests.contract.runner.wire import Runner
from tests.production import production
from tests.recipes import make_backend_token

TOKEN = "a token for metrics"
POLL = {"method": "GET", "route": "/api/v2/job-requests/"}


def counted(families=None):
    """Name and labels of each sample, with its value."""
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in families or http_metrics().collect()
        for sample in family.samples
    }


@pytest.fixture
def grown(settings):
    """By how much a sample has grown since the test began."""
    settings.METRICS_TOKEN = TOKEN
    before = counted()

    def grown(name, **labels):
        key = (name, frozenset(labels.items()))
        return counted().get(key, 0) - before.get(key, 0)

    return grown


@pytest.mark.django_db
def test_a_request_is_counted_by_method_pattern_and_status_with_its_time_and_statements(grown):
    where = {"method": "GET", "route": "/api/v3/backends/<slug:slug>"}

    with CaptureQueriesContext(connection) as captured:
        Client().get("/api/v3/backends/nowhere")

    assert grown("jobserver_http_requests_total", **where, status="404") == 1
    assert grown("jobserver_http_request_duration_seconds_count", **where) == 1
    assert 0 < grown("jobserver_http_request_duration_seconds_sum", **where) < 10
    assert grown("jobserver_http_queries_total", **where) == len(captured) > 0


def test_polls_that_a_lane_answers_are_counted_too(grown, tpp):
    runner = Runner(make_backend_token(tpp))

    tag = runner.get("job-requests/")["ETag"]
    runner.get("job-requests/", If_None_Match=tag)
    Api().get("versions", {"topic": "requests"})

    assert grown("jobserver_http_requests_total", **POLL, status="200") == 1
    assert grown("jobserver_http_requests_total", **POLL, status="304") == 1
    versions = {"method": "GET", "route": "/api/v3/versions"}
    assert grown("jobserver_http_requests_total", **versions, status="200") == 1


@pytest.mark.django_db
def test_words_of_callers_make_no_series(grown):
    Client().generic("BREW", "/health-check/")
    Client().get("/images/favicon.svg")
    Client().get("/api/nowhere/9f3c")

    requests = "jobserver_http_requests_total"
    assert grown(requests, method="other", route="/health-check/", status="200") == 1
    assert grown(requests, method="GET", route="unrouted", status="200") == 1
    labels = {value for _, labels in counted() for _, value in labels}
    assert not any(re.search("BREW|9f3c|svg", label) for label in labels)


@pytest.mark.django_db
def test_nothing_is_counted_where_nobody_reads_it(grown, settings):
    settings.METRICS_TOKEN = ""

    Client().get("/health-check/")

    where = {"method": "GET", "route": "/health-check/"}
    assert grown("jobserver_http_requests_total", **where, status="200") == 0


@pytest.mark.django_db(transaction=True)
def test_any_process_answers_for_all_also_for_one_that_died(tmp_path):
    settings = {"METRICS_TOKEN": TOKEN, "WEB_CONCURRENCY": "2", "TMPDIR": str(tmp_path)}
    with production(tmp_path, **settings) as server:
        for _ in range(3):
            server.get("/health-check/")
        for file in tmp_path.glob("job-server-metrics-*/counter_*.db"):
            os.kill(int(file.stem.removeprefix("counter_")), signal.SIGKILL)
        for _ in range(2):
            server.get("/health-check/")

        text = server.get("/metrics", Authorization=f"Bearer {TOKEN}")

    found = counted(text_string_to_metric_families(text))
    where = {"method": "GET", "route": "/health-check/", "status": "200"}
    assert found["jobserver_http_requests_total", frozenset(where.items())] == 5
    assert list(tmp_path.glob("job-server-metrics-*")) == []
