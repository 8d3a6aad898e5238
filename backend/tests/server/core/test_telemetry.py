"""Errors to Sentry and traces by OpenTelemetry: only where asked for, and without secrets."""

import json
import subprocess
import sys

import pytest

from tests.fakes.telemetry_receiver import telemetry_receiver
from tests.production import BACKEND, environment_of_production
from tests.recipes import make_backend_token
from tests.telemetry_scene import SECRETS

LIBRARIES = {"sentry_sdk", "opentelemetry"}
FAILED = 2  # as OpenTelemetry numbers it
METRICS_TOKEN = "secret-of-the-settings"


@pytest.fixture
def receiver():
    with telemetry_receiver() as receiver:
        yield receiver


@pytest.fixture
def token(transactional_db, tpp):
    return make_backend_token(tpp)


def play(token, **settings):
    """What a process with these settings said at the end of the scene."""
    played = subprocess.run(
        [sys.executable, "-m", "tests.telemetry_scene", token],
        cwd=BACKEND,
        env=environment_of_production(METRICS_TOKEN=METRICS_TOKEN, **settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    return json.loads(played.stdout.splitlines()[-1])


def test_nothing_is_sent_or_imported_where_nobody_asks_for_it(token):
    said = play(token)

    assert said["answers"] == [500, 500]
    assert not LIBRARIES & {name.partition(".")[0] for name in said["modules"]}


def test_each_error_reaches_sentry_once_without_secrets(receiver, token):
    said = play(token, SENTRY_DSN=receiver.dsn)

    of_page, of_runner, line = receiver.errors()
    for fault in (of_page, of_runner):
        (raised,) = fault["exception"]["values"]
        assert raised["type"] == "RuntimeError"
        assert raised["stacktrace"]["frames"][-1]["function"] == "_fail"
        assert len(fault["tags"]["request_id"]) == 36
    assert raised["value"] == "Could not use [cut] and [cut], nor 20."
    assert of_runner["logentry"]["message"] == "runner_call_failed"
    assert of_runner["tags"]["backend"] == "tpp"
    assert of_runner["request"] == {
        "method": "POST",
        "url": "http://testserver/api/v2/jobs/",
        "headers": {
            "Content-Length": "36",
            "Content-Type": "application/json",
            "User-Agent": "a runner",
        },
    }
    assert of_page["transaction"] == "/api/v3/problems"
    assert line["logentry"]["message"] == "message_given_up"
    error = "refused [cut] to [cut]\n[cut]"
    assert line["extra"].items() >= {"error": error, "waited": "0:05:00"}.items()
    assert_no_secret_was_sent(receiver, token)
    assert "opentelemetry" not in said["modules"]


def test_traces_reach_their_receiver_without_secrets(receiver, token):
    said = play(token, OTEL_EXPORTER_OTLP_ENDPOINT=receiver.endpoint)

    spans = {span.name: span for span in receiver.spans()}
    of_runner = spans["POST /api/v2/jobs/"]
    told = attributes_of(of_runner)
    assert of_runner.trace_id.hex() == "0af7651916cd43dd8448eb211c80319c"
    assert of_runner.status.code == FAILED
    assert told["http.route"] == "/api/v2/jobs/"
    assert told["http.response.status_code"] == 500
    assert told["jobserver.backend"] == "tpp"
    assert len(told["jobserver.request_id"]) == 36
    statements = [span for span in receiver.spans() if span.parent_span_id == of_runner.span_id]
    assert "fleet_backendtoken" in attributes_of(statements[0])["db.query.text"]
    assert attributes_of(spans["GET /api/v3/problems"])["error.type"] == "RuntimeError"
    message = spans["outbox message"]
    assert attributes_of(message) == {"topic": "scene.played", "error.type": "RuntimeError"}
    assert message.status.code == FAILED
    assert_no_secret_was_sent(receiver, token)
    assert "sentry_sdk" not in said["modules"]


def attributes_of(span):
    return {
        each.key: getattr(each.value, each.value.WhichOneof("value")) for each in span.attributes
    }


def assert_no_secret_was_sent(receiver, token):
    sent = b"".join(body for _, body in receiver.calls).decode(errors="replace")
    for secret in [token, METRICS_TOKEN, *SECRETS.values()]:
        assert secret not in sent
