"""The log of a server in production: each line is JSON, whoever writes it."""

import json
import subprocess
import sys
import time

import pytest
from django.core.mail import EmailMessage, get_connection
from structlog.testing import capture_logs

from tests.production import BACKEND, environment_of_production, production
from tests.recipes import make_backend_token


@pytest.mark.django_db(transaction=True)
def test_every_line_of_a_web_server_is_json_from_start_to_stop(tmp_path, tpp):
    token = make_backend_token(tpp)
    with production(tmp_path, DJANGO_LOG_LEVEL="DEBUG") as server:
        server.call("POST", "/api/v2/jobs/", [], Authorization=token)
        server.get("/api/v2/job-requests/", Authorization=token)
        server.get("/api/v2/job-requests/", Authorization=token)

    lines = [json.loads(line) for line in server.lines()]

    by_gunicorn = " ".join(line["event"] for line in lines if line["logger"] == "gunicorn.error")
    assert all(
        text in by_gunicorn
        for text in ["Starting gunicorn", "Listening at", "Booting worker", "Shutting down"]
    )
    finished = [line for line in lines if line["event"] == "request_finished"]
    assert [line["backend"] for line in finished] == ["tpp", "tpp"]
    assert all(line["request_id"] for line in finished)
    (unchanged,) = [line for line in lines if line["event"] == "poll_answered"]
    assert (unchanged["backend"], unchanged["level"]) == ("tpp", "debug")


@pytest.mark.django_db(transaction=True)
def test_a_worker_logs_json_to_stdout_alone(tmp_path):
    out, errors = tmp_path / "out", tmp_path / "errors"
    environment = environment_of_production(DJANGO_LOG_LEVEL="INFO")
    ends_at = time.monotonic() + 60

    with out.open("w") as stdout, errors.open("w") as stderr:
        argv = [sys.executable, "manage.py", "run_worker"]
        process = subprocess.Popen(argv, cwd=BACKEND, env=environment, stdout=stdout, stderr=stderr)
    while not (out.stat().st_size or errors.stat().st_size) and time.monotonic() < ends_at:
        time.sleep(0.1)
    process.terminate()
    process.wait(timeout=30)

    said = [json.loads(line)["event"] for line in out.read_text().splitlines()]
    assert said == ["worker_started", "worker_stopped"]
    assert errors.read_text() == ""


def test_a_message_without_a_mail_server_is_a_line_of_the_log():
    email = EmailMessage("A run finished", "It succeeded.", to=["ada@example.org"])

    with capture_logs() as logs:
        sent = get_connection("server.notify.logged_mail.EmailBackend").send_messages([email])

    (line,) = logs
    assert sent == 1
    assert "Subject: A run finished" in line["message"]
    assert "It succeeded." in line["message"]
