"""Who takes part: a person, two workspaces of one study, a backend with its token."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from unittest.mock import patch

from integrations import git
from integrations.git.fake import FakeGitHost
from server.people.models import RunMail
from server.people.roles import Role
from tests import recipes
from tests.simulation.runner import NEEDS
from tests.simulation.service import Answer, Service

_BACKEND = "tpp"
_PERSON = "ada"
_STUDY = "asthma"
_WORKSPACES = ("w1", "w2")
_WANTED = (["plot"], ["fit"], ["cohort", "check"], ["run_all"])
_URL = "https://github.com/opensafely/asthma"


@dataclass(frozen=True, slots=True)
class World:
    """The rows that every history begins with."""

    host: FakeGitHost
    person: str
    runner: str
    job_request: str = ""

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Have the server find the study."""
        with patch("integrations.git.get_host", lambda: self.host):
            yield


def make_world() -> World:
    """A world in which a run of everything that `plot` needs has been asked for."""
    world = _empty_world()
    service = Service()
    with world.at_hand(), service.running():
        answer = ask(service, world, number=0, key="first")
    return replace(world, job_request=answer.json()["identifier"])


def ask(service: Service, world: World, *, number: int, key: str) -> Answer:
    """A person asks for a run."""
    body = {
        "backend": _BACKEND,
        "actions": _WANTED[number % len(_WANTED)],
        "will_notify": True,
    }
    return service.call(
        "POST",
        f"/api/v3/workspaces/{_WORKSPACES[number // 8 % 2]}/job-requests",
        headers={"Authorization": world.person, "Idempotency-Key": key},
        body=json.dumps(body).encode(),
    )


def permit(service: Service, *, is_on: bool) -> None:
    """An operator lets the study use the records of who opted out, or stops it."""
    words = (_STUDY, "include_t1oo", "on" if is_on else "off", "--by", _PERSON)
    service.command("set_project_permission", *words)


def _empty_world() -> World:
    host = FakeGitHost()
    repo = host.add_repo(str(git.parse_repo_url(_URL)))
    host.add_commit(repo, files={"project.yaml": _project_yaml()})
    ada = recipes.user.make(username=_PERSON, email="ada@example.org", run_mail=RunMail.BOTH)
    backend = recipes.make_backend(_BACKEND, members=[ada])
    project = recipes.make_project(slug=_STUDY, name="Asthma")
    recipes.make_member(project, ada, Role.PROJECT_DEVELOPER)
    code = recipes.repo.make(url=_URL, name="asthma")
    for name in _WORKSPACES:
        recipes.workspace.make(
            name=name, project=project, repo=code, created_by=ada, updated_by=ada
        )
    return World(
        host=host,
        person=f"Bearer {recipes.make_personal_token(ada)}",
        runner=recipes.make_backend_token(backend),
    )


def _project_yaml() -> str:
    lines = ["version: '4'", "actions:"]
    for action, needs in NEEDS.items():
        lines += [
            f"  {action}:",
            f"    run: python:v2 python {action}.py",
            f"    needs: [{', '.join(needs)}]",
            f"    outputs: {{moderately_sensitive: {{file: output/{action}.csv}}}}",
        ]
    return "\n".join(lines) + "\n"
