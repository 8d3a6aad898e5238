"""What an operator reads when a setting is wrong."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "k" * 49),
        ("ALLOWED_HOSTS", "jobs.example.org,https://jobs.example.org"),
        ("EMAIL_HOST", "smtp.example.org:587"),
        ("EMAIL_HOST_USER", "half a pair"),
        ("DEFAULT_FROM_EMAIL", "the job server"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("BASE_URL", "jobs.example.org"),
        ("BASE_URL", "https://jobs.example.org/app"),
        ("PORT", "http"),
        ("DEBUG", "perhaps"),
        ("CANCEL_GRACE", "-1"),
        ("GIT_TIMEOUT_S", "0"),
        ("EMAIL_PORT", "many"),
        ("EMAIL_PORT", "70000"),
        ("TRUSTED_PROXIES", "10.0.0.0/33"),
        ("CORS_ALLOWED_ORIGINS", "https://one.example.org,two.example.org"),
        ("GITHUB_API_URL", "api.github.com"),
        ("GITHUB_URL", "ftp://github.example.org"),
        ("OPENCODELISTS_URL", "codelists"),
        ("DJANGO_LOG_LEVEL", "LOUD"),
        ("SENTRY_DSN", "https://sentry.example.org/1"),
        ("SENTRY_DSN", "https://key@sentry.example.org/project"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"),
        ("SOCIAL_AUTH_GITHUB_KEY", "half a pair"),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_line_that_names_it(setting, value):
    environment = os.environ | {"DEBUG": "0", "SECRET_KEY": "k" * 50, setting: value}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    ended = run("manage.py", "check", environment=environment)

    assert ended.returncode == 1, ended.stderr
    assert setting in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_hosts_and_senders_in_every_form_are_taken(tmp_path):
    environment = os.environ | {
        "DEBUG": "0",
        "SECRET_KEY": "k" * 50,
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "ALLOWED_HOSTS": "*,.example.org,10.0.0.7,[::1],jobs-2.example.org",
        "EMAIL_HOST": "mail",
        "DEFAULT_FROM_EMAIL": "The job server <jobs@example.org>",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    assert run("manage.py", "check", environment=environment).returncode == 0


def test_the_web_server_says_it_in_one_line_too(tmp_path):
    database = f"sqlite:///{tmp_path}/db.sqlite3"
    environment = os.environ | {"DEBUG": "0", "SECRET_KEY": "k" * 50, "DATABASE_URL": database}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    run("manage.py", "migrate", environment=environment)

    ended = run(
        *["-m", "gunicorn", "--bind", "127.0.0.1:0", "config.wsgi"],
        environment=environment | {"BACKENDS": "nonsense"},
    )

    assert ended.returncode != 0
    assert "nonsense" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(("setting", "value"), [("PORT", "abc"), ("WEB_CONCURRENCY", "0")])
def test_what_only_the_web_server_reads_is_one_line_too(setting, value):
    environment = os.environ | {"DEBUG": "0", "SECRET_KEY": "k" * 50, setting: value}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    ended = run(
        *["-m", "gunicorn", "--config", "gunicorn.conf.py", "config.wsgi"], environment=environment
    )

    assert ended.returncode != 0
    assert setting in ended.stderr
    assert "Traceback" not in ended.stderr


def test_settings_of_production_have_nothing_against_them(tmp_path):
    environment = os.environ | {
        "DEBUG": "0",
        "SECRET_KEY": "7h!s-1s-f1fty-ch4r4cters-0f-r4nd0m-l00king-text-51",
        "BASE_URL": "https://jobs.example.org",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "BACKENDS": "",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    run("manage.py", "migrate", environment=environment)

    ended = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", environment=environment
    )

    assert (ended.returncode, ended.stderr) == (0, "")


def run(*arguments, environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT / "backend",
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
