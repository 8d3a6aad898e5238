"""The files that a deployment reads agree with the code and with each other."""

import itertools
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = (ROOT / "dotenv-sample").read_text()
DOCUMENTED = re.findall(r"^([A-Z_0-9]+)=", SAMPLE, re.MULTILINE)
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()
# What only the scripts of `make run` read.
READ_BY_SCRIPTS = {"DEV_RUNNER"}


def variables_read_by_the_code():
    files = [*(ROOT / "backend" / "config").glob("*.py"), ROOT / "backend" / "gunicorn.conf.py"]
    call = re.compile(r"""\b(?:env\.\w+|text)\(\s*["']([A-Z_0-9]+)["']""")
    return {name for path in files for name in call.findall(path.read_text())}


def test_sample_lists_exactly_the_variables_that_the_code_reads():
    assert set(DOCUMENTED) - READ_BY_SCRIPTS == variables_read_by_the_code()
    assert len(DOCUMENTED) == len(set(DOCUMENTED))


def test_sample_explains_each_variable_in_the_line_above():
    lines = SAMPLE.splitlines()
    unexplained = [
        line
        for before, line in itertools.pairwise(lines)
        if re.match(r"[A-Z_0-9]+=", line) and not before.startswith("# ")
    ]

    assert unexplained == []


@pytest.mark.parametrize(
    "secret", ["SECRET_KEY", "GITHUB_TOKEN", "SOCIAL_AUTH_GITHUB_SECRET", "EMAIL_HOST_PASSWORD"]
)
def test_sample_names_the_password_managers_item_of_each_secret_and_holds_none(secret):
    assert re.search(rf"^# bw: \S+\n{secret}=$", SAMPLE, re.MULTILINE)


def test_install_notes_have_a_row_for_every_variable():
    rows = re.findall(r"^\| `([A-Z_0-9]+)` \|", (ROOT / "INSTALL.md").read_text(), re.MULTILINE)

    assert sorted(rows) == sorted(DOCUMENTED)


def test_reference_lists_every_command_of_the_job_server():
    folders = (ROOT / "backend" / "server").glob("*/management/commands/*.py")
    names = {path.stem for path in folders} - {"__init__"}

    listed = re.findall(
        r"^\| `([a-z_]+)", (ROOT / "docs/reference/commands.md").read_text(), re.MULTILINE
    )

    assert names - set(listed) == set()


def test_compose_has_database_web_and_worker_with_health_checks_and_volumes():
    services = COMPOSE["services"]

    assert {"db", "web", "worker"} <= set(services)
    assert "healthcheck" in services["db"]
    assert "HEALTHCHECK" in DOCKERFILE
    assert services["web"]["depends_on"]["db"]["condition"] == "service_healthy"
    assert set(COMPOSE["volumes"]) == {"db", "var"}
    assert "name" not in COMPOSE, "older docker-compose refuses it"


def test_compose_sets_only_variables_that_exist_and_needs_no_env_file():
    service = COMPOSE["services"]["web"]

    assert set(service["environment"]) <= set(DOCUMENTED)
    assert service["env_file"] == "dotenv-sample"
    assert (ROOT / service["env_file"]).exists()


def test_compose_mounts_the_sources_so_that_a_change_reloads():
    for name in ("web", "worker"):
        assert "./backend:/app/backend:ro" in COMPOSE["services"][name]["volumes"]
    assert COMPOSE["services"]["worker"]["command"][:2] == ["python", "scripts/reload.py"]


def test_image_runs_as_a_user_without_rights_and_ends_with_the_production_stage():
    stages = re.split(r"^FROM ", DOCKERFILE, flags=re.MULTILINE)[1:]

    assert stages[-1].splitlines()[0].endswith("AS production")
    assert all("USER 10001" in stage for stage in stages[-2:])


def test_every_process_is_one_that_the_start_script_knows():
    script = (ROOT / "scripts" / "start").read_text()
    processes = dict(re.findall(r"^(\w+): (.+)$", (ROOT / "Procfile").read_text(), re.MULTILINE))

    assert set(processes) == {"release", "web", "worker"}
    for name, command in processes.items():
        assert command == f"scripts/start {name}"
        assert re.search(rf"^ +{name}\)", script, re.MULTILINE)


class Deployment:
    """The start script beside a `python` and a `gunicorn` that only note their command line."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "scripts").mkdir()
        (folder / "backend").mkdir()
        (folder / "programs").mkdir()
        script = folder / "scripts" / "start"
        script.write_text((ROOT / "scripts" / "start").read_text())
        script.chmod(0o755)
        for name in ("python", "gunicorn"):
            program = folder / "programs" / name
            program.write_text(
                f'#!/bin/sh\necho "{name} $*" >> ../calls\n[ "$2" != "$FAILING" ] || exit 7\n'
            )
            program.chmod(0o755)

    def start(self, *parts, failing="nothing"):
        return subprocess.run(
            [self.folder / "scripts" / "start", *parts],
            env={"PATH": f"{self.folder}/programs:{os.environ['PATH']}", "FAILING": failing},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self):
        return (self.folder / "calls").read_text().splitlines()


RELEASE = [
    "python manage.py check --deploy",
    "python manage.py migrate --no-input",
    "python manage.py ensure_admins",
]


@pytest.fixture
def deployment(tmp_path):
    return Deployment(tmp_path)


@pytest.mark.parametrize(
    ("parts", "calls"),
    [
        (["release"], RELEASE),
        (["web"], ["gunicorn config.wsgi"]),
        (["worker"], ["python manage.py run_worker"]),
        (["release", "web"], [*RELEASE, "gunicorn config.wsgi"]),
    ],
)
def test_start_does_its_parts_in_order(deployment, parts, calls):
    assert deployment.start(*parts).returncode == 0
    assert deployment.calls() == calls


@pytest.mark.parametrize(("failing", "done"), [("check", 1), ("migrate", 2), ("ensure_admins", 3)])
def test_start_serves_nothing_when_a_step_before_it_fails(deployment, failing, done):
    assert deployment.start("release", "web", failing=failing).returncode == 7
    assert deployment.calls() == RELEASE[:done]


def test_start_refuses_a_part_that_it_does_not_know(deployment):
    done = deployment.start("wed")

    assert done.returncode == 2
    assert '"wed" is none of release, demo, web, worker.' in done.stderr
