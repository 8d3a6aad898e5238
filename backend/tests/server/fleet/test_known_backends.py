"""The known backends, and a BACKENDS that names one that is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from server.core import start_checks
from server.core.models import ChangeCounter, CounterTopic
from server.fleet.checks import require_known_backends
from server.fleet.models import Backend
from tests import recipes

BACKEND_FOLDER = Path(__file__).resolve().parents[3]
KNOWN = {"databricks", "emis", "expectations", "graphnet", "test", "tpp"}


def test_the_known_backends_come_with_the_migrations_and_have_counters(db):
    backends = Backend.everywhere.filter(slug__in=KNOWN)

    assert {backend.slug for backend in backends} == KNOWN
    assert all(backend.is_active for backend in backends)
    counted = ChangeCounter.objects.filter(topic=CounterTopic.BACKEND)
    assert {backend.pk for backend in backends} <= set(counted.values_list("object_id", flat=True))


def test_the_default_manager_shows_enabled_backends_alone(tpp, emis, settings):
    settings.BACKENDS = ("tpp",)

    assert [backend.slug for backend in Backend.objects.all()] == ["tpp"]
    assert Backend.everywhere.filter(slug="emis").exists()


def test_a_request_finds_its_backend_although_it_is_not_enabled(tpp, emis, settings):
    request = recipes.make_job_request(backend=emis)
    settings.BACKENDS = ("tpp",)
    request.refresh_from_db()

    assert request.backend.slug == "emis"


@pytest.mark.parametrize("backends", [(), ("tpp",), ("tpp", "made-here")])
def test_backends_that_exist_pass(tpp, settings, backends):
    recipes.make_backend("made-here")
    settings.BACKENDS = backends

    require_known_backends()


def test_a_backend_that_is_none_is_named_with_the_known_ones(tpp, settings):
    settings.BACKENDS = ("tpp", "tppp", "emsi")

    with pytest.raises(ImproperlyConfigured) as stopped:
        start_checks.run()

    text = str(stopped.value)
    assert text.startswith("BACKENDS names no backend of this service: emsi, tppp. Known ones: ")
    assert "tpp" in text.partition("Known ones:")[2]
    assert "create_backend" in text


@pytest.mark.parametrize("arguments", [["check"], ["run_worker", "--once"]])
def test_check_and_worker_stop(tpp, settings, arguments):
    settings.BACKENDS = ("tppp",)

    with pytest.raises(CommandError, match="BACKENDS names no backend of this service: tppp"):
        call_command(*arguments)


def test_create_backend_stays_usable(tpp, settings):
    settings.BACKENDS = ("fresh",)

    call_command("create_backend", "fresh", "--name", "Fresh")

    require_known_backends()


def run(code_or_command, *, database, backends):
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "BACKENDS": backends,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return subprocess.run(
        [sys.executable, *code_or_command],
        cwd=BACKEND_FOLDER,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def fresh_database(tmp_path_factory):
    database = tmp_path_factory.mktemp("fresh") / "db.sqlite3"
    migrated = run(["manage.py", "migrate", "-v0"], database=database, backends="typo")
    assert migrated.returncode == 0, migrated.stderr
    return database


@pytest.mark.parametrize(
    "start", [["manage.py", "check"], ["manage.py", "run_worker"], ["-c", "import config.wsgi"]]
)
def test_a_real_start_stops_with_one_clear_line(fresh_database, start):
    stopped = run(start, database=fresh_database, backends="typo")

    assert stopped.returncode != 0
    last = stopped.stderr.strip().splitlines()[-1]
    assert "BACKENDS names no backend of this service: typo. Known ones: databricks, emis" in last


@pytest.mark.parametrize(
    "command", [["migrate", "-v0"], ["makemigrations", "--check"], ["showmigrations", "fleet"]]
)
def test_other_commands_stay_usable(fresh_database, command):
    done = run(["manage.py", *command], database=fresh_database, backends="typo")

    assert done.returncode == 0, done.stderr


def test_the_web_starts_on_a_database_that_is_empty_yet(tmp_path):
    started = run(["-c", "import config.wsgi"], database=tmp_path / "new.sqlite3", backends="tpp")

    assert started.returncode == 0, started.stderr
