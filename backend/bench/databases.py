"""Empty databases for measurements, each gone when its context ends."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

_USUAL_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"


@contextmanager
def sqlite_database() -> Iterator[str]:
    """The URL of a file in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="jobserver-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"


@contextmanager
def postgres_database() -> Iterator[str]:
    """The URL of a new database on the server of `TEST_PG_URL`, or on the usual local one.

    Raises:
        psycopg.OperationalError: no server answers.
    """
    server = os.environ.get("TEST_PG_URL") or _USUAL_SERVER
    name = f"jobserver_bench_{secrets.token_hex(4)}"
    with psycopg.connect(server, connect_timeout=2, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(name)))


def production_settings(*, database_url: str) -> dict[str, str]:
    """The environment of a server in production on `database_url`; nobody's `.env` matters."""
    return {
        **os.environ,
        "DATABASE_URL": database_url,
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_hex(32),
        "BASE_URL": "http://localhost",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
        "BACKENDS": "",
        "PUBLIC_READ": "1",
        "DJANGO_LOG_LEVEL": "WARNING",
        "PYTHONPATH": ".",
    }
