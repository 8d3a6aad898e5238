"""The git hosts under test, each with a way to put repositories into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from integrations.git import GitHost
from integrations.git.bare_repo import BareRepoHost
from integrations.git.fake import FakeGitHost
from integrations.git.github import GitHubHost
from tests.fakes.bare_repos import BareRepos
from tests.fakes.github_server import GitHubServer, running_github


@dataclass(frozen=True)
class World:
    """A git host, and what stands behind it."""

    host: GitHost
    repos: FakeGitHost | BareRepos


@pytest.fixture
def bare_repos(tmp_path: Path) -> BareRepos:
    return BareRepos(tmp_path)


@pytest.fixture
def github() -> Iterator[GitHubServer]:
    with running_github() as server:
        yield server


@pytest.fixture(params=["fake", "bare_repos", "github"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "bare_repos":
        repos = request.getfixturevalue("bare_repos")
        return World(host=BareRepoHost(root=repos.root), repos=repos)
    if request.param == "github":
        server = request.getfixturevalue("github")
        return World(host=GitHubHost(api_url=server.url), repos=server.host)
    fake = FakeGitHost()
    return World(host=fake, repos=fake)


@pytest.fixture
def host(world: World) -> GitHost:
    return world.host


@pytest.fixture
def repos(world: World) -> FakeGitHost | BareRepos:
    return world.repos
