"""What every test may ask for."""

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.core.management.commands.flush import Command as FlushCommand
from django.db import connection

from server.core import matching
from server.fleet.models import Backend
from server.people.models import User
from server.people.roles import Role
from server.projects.models import Project, Workspace
from server.runner_api import unchanged
from tests import recipes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data, beside the checkout or at SHARED; skips where it is absent."""
    folder = Path(os.environ.get("SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no reference data at {folder}; SHARED=DIR names it")
    return folder


@pytest.fixture(autouse=True, scope="session")
def record_may_be_flushed() -> Iterator[None]:
    """Lifts what keeps the record append-only while tables are emptied; nothing else may."""
    triggers = import_module("server.audit.migrations.0003_append_only")
    flush = FlushCommand.handle

    def flush_without_triggers(self: FlushCommand, **options: Any) -> None:
        with connection.schema_editor() as editor:
            triggers.remove(None, editor)
        try:
            flush(self, **options)
        finally:
            with connection.schema_editor() as editor:
                triggers.install(None, editor)

    FlushCommand.handle = flush_without_triggers
    yield
    FlushCommand.handle = flush


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What a process knows of the rows of earlier tests is forgotten.

    A counter that is rolled back repeats its tags, and tables are small again.
    """
    unchanged.kept.forget()
    matching.sizes.forget()


@pytest.fixture
def tpp(ada: User) -> Backend:
    """A backend that ada may run on."""
    return recipes.make_backend("tpp", members=[ada])


@pytest.fixture
def emis(ada: User) -> Backend:
    """Another one that ada may run on."""
    return recipes.make_backend("emis", members=[ada])


@pytest.fixture
def ada(db: None) -> User:
    return recipes.user.make(username="ada", fullname="Ada Example", email="ada@example.org")


@pytest.fixture
def project(ada: User) -> Project:
    """A project in which ada is a developer."""
    row = recipes.make_project(slug="asthma-winter", name="Asthma in winter")
    recipes.make_member(row, ada, Role.PROJECT_DEVELOPER)
    return row


@pytest.fixture
def w1(project: Project, ada: User) -> Workspace:
    return recipes.workspace.make(name="w1", project=project, created_by=ada, updated_by=ada)
