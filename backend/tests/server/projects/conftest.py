"""A git host in memory, with one study on it."""

import pytest

from integrations.git.fake import FakeGitHost

STUDY = "https://github.com/opensafely/asthma"


@pytest.fixture
def git_host(monkeypatch):
    host = FakeGitHost()
    repo = host.add_repo("opensafely/asthma")
    host.add_commit(repo, files={"project.yaml": "version: 5"}, message="Begin")
    host.add_commit(repo, branch="Revision", message="Revise")
    monkeypatch.setattr("integrations.git.get_host", lambda: host)
    return host
