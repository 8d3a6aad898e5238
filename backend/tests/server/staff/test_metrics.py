"""What monitors read: whether the service is ready, and its metrics."""

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.test.utils import CaptureQueriesContext
from prometheus_client.parser import text_string_to_metric_families

from server.fleet.models import CallCount
from server.outbox.models import OutboxMessage
from server.outbox.services import Event, claim, deliver, publish
from tests.api import problem_of
from tests.recipes import NOON, make_job_request

TOKEN = "a token for metrics"


@pytest.fixture
def scrape(client, settings):
    settings.METRICS_TOKEN = TOKEN

    def scrape(token=TOKEN):
        return client.get("/metrics", headers={"Authorization": f"Bearer {token}"})

    return scrape


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/readyz", "/readyz/"])
def test_it_is_ready_once_the_database_answers(client, path, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get(path)

    assert (answer.status_code, answer.content) == (200, b"ready\n")


@pytest.mark.django_db
@pytest.mark.parametrize("fault", [OperationalError, InterfaceError])
def test_it_is_not_ready_while_the_database_does_not_answer(client, fault):
    with patch("server.staff.metrics.connection.cursor", side_effect=fault):
        assert client.get("/readyz").status_code == 503


def test_metrics_say_what_waits_where_and_how_late_the_outbox_is(
    scrape, tpp, ada, django_assert_num_queries
):
    make_job_request(backend=tpp, created_at=NOON - timedelta(seconds=90))
    cancelled = {"cancel_requested_at": NOON, "cancel_requested_by": ada}
    make_job_request(backend=tpp, created_at=NOON - timedelta(hours=1), **cancelled)
    CallCount.objects.create(
        backend=tpp, endpoint="jobs", calls=7, failures=2, took_ms=1500, last_call_at=NOON
    )
    publish([Event("t", {}, key="k")], now=NOON - timedelta(seconds=30))

    with time_machine.travel(NOON, tick=False), django_assert_num_queries(6):
        answer = scrape()

    assert answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert (
        told_by(answer).items()
        >= {
            "jobserver_requests_waiting tpp": 1,
            "jobserver_oldest_waiting_seconds tpp": 90,
            "jobserver_requests_running tpp": 0,
            "jobserver_runner_calls_total tpp,jobs": 7,
            "jobserver_runner_call_failures_total tpp,jobs": 2,
            "jobserver_runner_call_seconds_total tpp,jobs": 1.5,
            "jobserver_outbox_due ": 1,
            "jobserver_outbox_lag_seconds ": 30,
            "jobserver_outbox_failing ": 0,
            "jobserver_outbox_oldest_seconds ": 30,
            "jobserver_outbox_given_up ": 0,
        }.items()
    )


def told_by(answer):
    """Name and labels of each sample → its value."""
    return {
        f"{sample.name} {','.join(sample.labels.values())}": sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


@pytest.mark.django_db
def test_messages_that_fail_are_told_of_while_they_wait_for_their_next_try(scrape):
    asked_at = NOON - timedelta(minutes=20)
    publish([Event("t", {}, key="a"), Event("t", {}, key="b")], now=asked_at)
    publish([Event("t", {}, key="later", not_before=NOON + timedelta(hours=1))], now=asked_at)
    for minutes in (20, 10):
        at = NOON - timedelta(minutes=minutes)
        with patch("server.outbox.services.handler_of", side_effect=ConnectionRefusedError):
            for _ in range(2):
                deliver(claim(now=at), now=at)
    OutboxMessage.objects.filter(key__in="ab").update(not_before=NOON + timedelta(minutes=5))

    with time_machine.travel(NOON, tick=False):
        told = told_by(scrape())

    assert (told["jobserver_outbox_due "], told["jobserver_outbox_lag_seconds "]) == (0, 0)
    assert told["jobserver_outbox_failing "] == 2
    assert told["jobserver_outbox_oldest_seconds "] == 20 * 60


@pytest.mark.django_db
@pytest.mark.parametrize(("leased_for", "failing"), [(1, 0), (-1, 1)])
def test_a_message_in_hand_for_the_first_time_does_not_fail(scrape, leased_for, failing):
    publish([Event("t", {}, key="a")], now=NOON)
    lease = {"attempts": 1, "lease_until": NOON + timedelta(seconds=leased_for)}
    OutboxMessage.objects.update(**lease)

    with time_machine.travel(NOON, tick=False):
        assert told_by(scrape())["jobserver_outbox_failing "] == failing


def test_metrics_read_no_history(scrape, tpp):
    make_job_request(backend=tpp)
    if connection.vendor == "postgresql":
        # A table of one page is read whole whatever its indexes.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")

    with CaptureQueriesContext(connection) as captured:
        assert scrape().status_code == 200

    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        plans = []
        for each in captured:
            cursor.execute(f"{explain} {each['sql']}")
            plans += [str(step) for row in cursor.fetchall() for step in row]
    whole_tables = re.compile(r"Seq Scan on (outbox|jobs)_|SCAN (outbox|jobs)_\w+$")
    assert [step for step in plans if whole_tables.search(step)] == []
    for index in ("outbox_due", "outbox_failed", "jobs_request_active"):
        assert any(index in step for step in plans)


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "another", TOKEN + "x"])
def test_metrics_are_for_who_has_the_token(scrape, token):
    assert problem_of(scrape(token))[0] == 401


@pytest.mark.django_db
def test_without_the_setting_there_are_no_metrics(client, settings):
    settings.METRICS_TOKEN = ""

    assert problem_of(client.get("/metrics"))[0] == 404


def test_every_metric_is_in_the_reference(scrape, tpp):
    page = (settings.ROOT / "docs" / "reference" / "monitoring.md").read_text()
    listed = re.findall(r"^\| `(jobserver_\w+)` \| (\w+)", page, re.MULTILINE)

    families = text_string_to_metric_families(scrape().content.decode())

    told = {
        (f"{each.name}_total" if each.type == "counter" else each.name, each.type)
        for each in families
        if not each.name.endswith("_created")  # not told where processes share their counts
    }
    assert set(listed) == told
