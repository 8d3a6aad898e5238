"""What every test may ask for."""

import os
from pathlib import Path

import pytest

from server.fleet.models import Backend
from server.people.models import User
from server.projects.models import Project, Workspace
from tests import recipes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data, beside the checkout or at SHARED; skips where it is absent."""
    folder = Path(os.environ.get("SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no reference data at {folder}; SHARED=DIR names it")
    return folder


@pytest.fixture
def tpp(db: None) -> Backend:
    return recipes.make_backend("tpp")


@pytest.fixture
def emis(db: None) -> Backend:
    return recipes.make_backend("emis")


@pytest.fixture
def ada(db: None) -> User:
    return recipes.user.make(username="ada", fullname="Ada Example", email="ada@example.org")


@pytest.fixture
def project(db: None) -> Project:
    return recipes.make_project(slug="asthma-winter", name="Asthma in winter")


@pytest.fixture
def w1(project: Project, ada: User) -> Workspace:
    return recipes.workspace.make(name="w1", project=project, created_by=ada, updated_by=ada)
