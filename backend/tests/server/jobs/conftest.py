"""A study on a git host in memory, and people who run it."""

import pytest

from integrations import git
from integrations.git.fake import FakeGitHost
from server.people.models import RoleSource, User
from server.people.roles import Role
from tests.recipes import NOON, user

PROJECT_YAML = """\
version: '4'
actions:
  make_cohort:
    run: ehrql:v1 generate-dataset analysis/ds.py --output output/ds.csv.gz
    outputs:
      highly_sensitive:
        cohort: output/ds.csv.gz
  fit:
    run: python:v2 python analysis/fit.py
    needs: [make_cohort]
    outputs:
      moderately_sensitive:
        model: output/fit.json
  plot:
    run: python:v2 python analysis/plot.py
    needs: [fit]
    outputs:
      moderately_sensitive:
        figure: output/plot.png
  check:
    run: python:v2 python analysis/check.py
    needs: [make_cohort]
    outputs:
      moderately_sensitive:
        text: output/check.txt
"""


class Study:
    """The repository of a workspace, on a host that a test can change or break."""

    def __init__(self, url: str) -> None:
        self.host = FakeGitHost()
        self.repo = self.host.add_repo(str(git.parse_repo_url(url)))
        self.head = self.push(PROJECT_YAML, message="Count admissions by week")

    def push(self, project_yaml: str | bytes, **fields: str) -> git.Commit:
        return self.host.add_commit(self.repo, files={"project.yaml": project_yaml}, **fields)


@pytest.fixture
def study(w1, monkeypatch) -> Study:
    made = Study(w1.repo.url)
    monkeypatch.setattr("integrations.git.get_host", lambda: made.host)
    return made


@pytest.fixture
def bob(db) -> User:
    return user.make(username="bob", fullname="Bob")


@pytest.fixture
def admin(db) -> User:
    person = user.make(username="boss")
    person.role_grants.create(role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=NOON)
    return person
