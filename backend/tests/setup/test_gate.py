"""`make check` and `make test`: what they run, and what they say of it."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = ROOT / "scripts"
NOBODY = "postgresql://postgres@127.0.0.1:1/postgres"


@pytest.fixture
def script(monkeypatch):
    """Imports a script by its name, for this test alone."""
    monkeypatch.syspath_prepend(SCRIPTS)
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        module_file = getattr(sys.modules[name], "__file__", None)
        if module_file and Path(module_file).parent == SCRIPTS:
            del sys.modules[name]


@pytest.fixture
def part_of(script, tmp_path):
    """Makes a part of a shell command."""
    parts = script("parts")

    def make(name, command="true", *, missing="", limit_s=60):
        argv = ["sh", "-c", command]
        return parts.Part(name, argv, tmp_path, missing=lambda: missing, limit_s=limit_s)

    return make


def test_gate_goes_on_after_a_part_that_fails_and_then_fails(script, part_of, tmp_path, capsys):
    parts = [part_of("first", "exit 3"), part_of("second", "touch was-here")]

    code = script("parts").run_parts(parts, strict=False)

    table = capsys.readouterr().out
    assert code == 1
    assert (tmp_path / "was-here").exists()
    assert "first   FAILED" in table
    assert "second  passed" in table
    assert table.endswith("Failed: first.\n")


@pytest.mark.parametrize(("strict", "code"), [(False, 0), (True, 1)])
def test_gate_names_a_part_that_is_left_out_and_fails_for_it_when_strict(
    script, part_of, capsys, strict, code
):
    parts = [part_of("browser", "touch was-here", missing="no browser here"), part_of("other")]

    assert script("parts").run_parts(parts, strict=strict) == code

    said = capsys.readouterr().out
    assert "browser  left out      0.0 s  no browser here" in said
    assert ("Failed: browser." in said) is strict


def test_gate_ends_a_part_that_hangs_with_all_it_started(script, part_of, tmp_path, capsys):
    hanging = part_of("hanging", "sleep 600 & echo $! > pid; wait", limit_s=0.5)

    assert script("parts").run_parts([hanging], strict=False) == 1

    assert "stopped: it took longer than 0.5 s" in capsys.readouterr().out
    pid = (tmp_path / "pid").read_text().strip()
    listed = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True)
    assert listed.stdout.strip()[:1] in {"", "Z"}  # it may be nice too


def test_gate_passes_when_all_parts_do(script, part_of, capsys):
    assert script("parts").run_parts([part_of("one"), part_of("two")], strict=True) == 0
    assert "Failed" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("backend/tests/setup", ["tests on SQLite", "tests on PostgreSQL"]),
        ("tests/setup/test_gate.py::test_x", ["tests on SQLite", "tests on PostgreSQL"]),
        ("frontend/tests/unit", ["front-end unit tests"]),
        ("frontend/tests/e2e", ["browser tests"]),
    ],
)
def test_gate_runs_only_the_parts_of_a_path(script, monkeypatch, path, names):
    gate = script("gate")
    monkeypatch.setenv("TEST_PG_URL", NOBODY)

    with gate.ExitStack() as stack:
        parts = gate.tests_of(path, stack=stack)

    assert [part.name for part in parts] == names


def test_gate_leaves_postgres_out_with_the_reason_when_the_named_server_is_silent(
    script, monkeypatch
):
    gate = script("gate")
    monkeypatch.setenv("TEST_PG_URL", NOBODY)

    with gate.ExitStack() as stack:
        [_, on_postgres] = gate.python_tests("backend/tests", stack=stack)

    assert "TEST_PG_URL does not answer" in on_postgres.missing()


def test_gate_refuses_a_path_that_does_not_exist():
    done = subprocess.run(
        [sys.executable, SCRIPTS / "gate.py", "test"],
        env={"T": "backend/tests/absent.py"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "T=backend/tests/absent.py: there is no such path." in done.stderr


@pytest.mark.parametrize(("command", "code"), [("true", 0), ("echo b > file", 1), ("exit 3", 3)])
def test_drift_leaves_the_files_as_they_were_and_tells_whether_they_would_change(
    tmp_path, command, code
):
    (tmp_path / "file").write_text("a\n")

    done = subprocess.run(
        [sys.executable, SCRIPTS / "drift.py", "file", "--", "sh", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert (tmp_path / "file").read_text() == "a\n"
    assert ("file is not up to date" in done.stdout) is (code == 1)


def test_make_alone_lists_every_target_with_a_line():
    targets = (ROOT / "Makefile").read_text().partition(".PHONY:")[2].splitlines()[0].split()

    done = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    listed = [line.split() for line in done.stdout.splitlines()]
    assert sorted(words[1] for words in listed) == sorted(targets)
    assert all(len(words) > 4 for words in listed)


def test_private_postgres_serves_and_leaves_nothing(script):
    postgres = script("postgres")
    try:
        postgres.installed_programs()
        postgres.unprivileged_account()
    except postgres.NoPostgresError as error:
        pytest.skip(str(error))

    with postgres.private_server() as url:
        assert postgres.answers(url)
    assert not postgres.answers(url)
