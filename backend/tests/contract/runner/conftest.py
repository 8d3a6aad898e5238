"""The setup that the conformance cases start from: backends, people, one workspace, one request."""

import pytest

from server.fleet import contact
from server.fleet.models import Backend, BackendMembership
from server.jobs.models import JobRequest
from server.people.models import RoleGrant, RoleSource, User
from server.people.roles import Role
from server.projects.models import Project, Workspace
from tests import recipes
from tests.contract.runner.wire import R1, R2, Runner


@pytest.fixture(autouse=True)
def _no_calls_before(monkeypatch):
    """Each test is the first call of its process."""
    monkeypatch.setattr(contact, "_tally", contact.CallTally())


@pytest.fixture(autouse=True)
def _ada_belongs(tpp: Backend, project: Project) -> None:
    """The cases begin with ada as a developer of the project and a member of tpp."""


@pytest.fixture
def chk(tpp: Backend) -> User:
    chk = recipes.user.make(username="chk")
    BackendMembership.objects.create(backend=tpp, user=chk)
    RoleGrant.objects.create(
        user=chk, role=Role.OUTPUT_CHECKER, source=RoleSource.STAFF, created_at=recipes.NOON
    )
    return chk


@pytest.fixture
def ta(tpp: Backend) -> Runner:
    """The runner of tpp."""
    return Runner(recipes.make_backend_token(tpp))


@pytest.fixture
def tb(emis: Backend) -> Runner:
    """The runner of emis."""
    return Runner(recipes.make_backend_token(emis))


@pytest.fixture
def nobody(db: None) -> Runner:
    """A caller without a token."""
    return Runner(None)


@pytest.fixture
def r1(tpp: Backend, w1: Workspace, ada: User) -> JobRequest:
    return recipes.make_job_request(identifier=R1, backend=tpp, workspace=w1, created_by=ada)


@pytest.fixture
def r2_of_tpp(tpp: Backend, w1: Workspace, ada: User) -> JobRequest:
    return recipes.make_job_request(identifier=R2, backend=tpp, workspace=w1, created_by=ada)


@pytest.fixture
def r2_of_emis(emis: Backend, w1: Workspace, ada: User) -> JobRequest:
    return recipes.make_job_request(identifier=R2, backend=emis, workspace=w1, created_by=ada)
