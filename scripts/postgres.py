"""Finds a PostgreSQL for the tests: the one named, the usual local one, or a private one."""

import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

USUAL_URL = "postgresql://postgres@127.0.0.1:5432/postgres"


class NoPostgresError(Exception):
    """No server answers and none can be started; the reason is for the person at the terminal."""


@contextmanager
def test_server() -> Iterator[str]:
    """The URL of a server for tests; a private one lives as long as the context.

    Its database name is new in each run, so that two runs never share a test database.

    Raises:
        NoPostgresError: with what was tried.
    """
    named = os.environ.get("TEST_PG_URL", "")
    if named:
        check_answers(named)
        yield with_new_database_name(named)
    elif answers(USUAL_URL):
        yield with_new_database_name(USUAL_URL)
    else:
        with private_server() as url:
            yield with_new_database_name(url)


def check_answers(url: str) -> None:
    """Raise `NoPostgresError` unless a server answers at `url`."""
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.Error as error:
        first_line = str(error).strip().splitlines()[0]
        raise NoPostgresError(f"TEST_PG_URL does not answer: {first_line}") from error


def answers(url: str) -> bool:
    """Whether a server answers at `url`."""
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.Error:
        return False
    return True


def with_new_database_name(url: str) -> str:
    """`url` with a database name that no other run has; the test runner creates and drops it."""
    return urlsplit(url)._replace(path=f"/jobserver_{secrets.token_hex(4)}").geturl()


@contextmanager
def private_server() -> Iterator[str]:
    """Start a server from the installed programs, in a folder and on a port of its own."""
    programs = installed_programs()
    account = unprivileged_account()
    folder = Path(tempfile.mkdtemp(prefix="jobserver-postgres-"))
    try:
        if account:
            shutil.chown(folder, user=account)
        port = free_port()
        initdb = ["-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        run(programs / "initdb", *initdb, "--no-sync", folder=folder, account=account)
        options = (
            f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} "
            "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # data of tests only
        )
        control: list[str | Path] = [programs / "pg_ctl", "-D", "data", "-w"]
        run(*control, "-l", "log", "-o", options, "start", folder=folder, account=account)
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            run(*control, "-m", "fast", "stop", folder=folder, account=account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def installed_programs() -> Path:
    """The folder of the newest PostgreSQL's programs, on PATH or where Debian keeps them."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: [int(number) for number in re.findall(r"\d+", path.parts[4])],
    )
    if not found:
        raise NoPostgresError("no server answers at 127.0.0.1:5432 and its programs are missing")
    return found[-1].parent


def unprivileged_account() -> str:
    """Whom to become for PostgreSQL, which refuses to run as root; empty: nobody else."""
    if os.geteuid() != 0:
        return ""
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError as error:
        raise NoPostgresError(
            "PostgreSQL does not run as root and no user postgres exists"
        ) from error


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def run(*argv: str | Path, folder: Path, account: str) -> None:
    """Run a program of PostgreSQL in `folder` as `account`; its words are shown if it fails."""
    done = subprocess.run(
        argv,
        cwd=folder,
        env=dict(os.environ) | {"HOME": str(folder)},
        user=account or None,
        group=account or None,
        extra_groups=[] if account else None,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise NoPostgresError(f"{Path(argv[0]).name} failed: {said}")
