"""The people, projects and workspaces of the demo, and what its runners need."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from server.demo.repositories import write_repositories
from server.demo.runs import ask_for_runs, make_history
from server.fleet.models import Backend
from server.fleet.services import add_backend_member, create_backend_token
from server.people.actors import Actor, actor_of, command
from server.people.models import User
from server.people.roles import Role
from server.people.services import create_account
from server.projects.models import Project, ProjectStatus, Workspace
from server.projects.services import (
    add_member,
    change_project,
    create_org,
    create_project,
    create_workspace,
    prepare_workspace,
)

_COMMAND = command("demo")
_AGE = timedelta(days=45)  # since when the demo's people have been at work

_PURPOSES = {
    "asthma-in-winter": "Do people with asthma get more ill in cold winters?",
    "long-recovery": "How long does recovery take in each region?",
    "vaccine-uptake": "Who was vaccinated in two seasons, and who was missed?",
}
_WINTER = {
    "description": "Who falls ill in cold months, how ill, and what helps.",
    "status_description": "The first year is analysed; the second is being added.",
}
_VACCINES = {
    "description": "Who was vaccinated where, and how long people took to recover.",
    "status": ProjectStatus.COMPLETED_AND_AWAITING,
    "status_description": "The analysis is complete. The paper waits for its reviewers:\n"
    "https://example.org/vaccines-and-regions",
}


@dataclass(frozen=True, slots=True)
class Demo:
    """What is known only now: the passwords by user name, and a token by backend."""

    passwords: dict[str, str]
    runner_tokens: dict[str, str]


def is_empty() -> bool:
    """Whether nobody has used this database yet."""
    return not User.objects.exists() and not Workspace.objects.exists()


@transaction.atomic
def make_demo(*, repositories: Path, now: datetime) -> Demo:
    """Fill the database: two people, three studies, finished runs and some to be picked up.

    The studies are bare repositories in the folder `repositories`, which `GIT_LOCAL_ROOT` names;
    they are read inside the transaction, so that a demo which fails leaves nothing behind.

    Raises:
        CommandRefused: the demo, or something of its names, is there already.
        OSError, subprocess.CalledProcessError: the repositories cannot be written.
    """
    begun_at = now - _AGE
    write_repositories(folder=repositories, now=now)
    passwords = {name: secrets.token_urlsafe(9) for name in ("researcher", "admin")}
    researcher = create_account(
        username="researcher",
        fullname="Rita Researcher",
        email="researcher@example.org",
        password=passwords["researcher"],
        actor=_COMMAND,
        now=begun_at,
    )
    admin = User.objects.create_superuser(
        "admin", "admin@example.org", passwords["admin"], fullname="Amin Admin", created_at=begun_at
    )
    for backend in Backend.everywhere.all():
        for person in (researcher, admin):
            add_backend_member(backend=backend, user=person, actor=_COMMAND, now=begun_at)
    _make_workspaces(actor_of(researcher), now=begun_at)
    make_history(actor_of(researcher), now=now)
    ask_for_runs(actor_of(researcher), now=now)
    return Demo(passwords=passwords, runner_tokens=_runner_tokens(now=now))


def _make_workspaces(researcher: Actor, *, now: datetime) -> None:
    """Two projects, a workspace for each study, and one that is mistaken."""
    university, agency = (
        create_org(slug=slug, name=name, actor=_COMMAND, now=now)
        for slug, name in [
            ("example-university", "Example University"),
            ("example-health-agency", "Example Health Agency"),
        ]
    )
    winter, vaccines = (
        create_project(slug=slug, name=name, number=number, orgs=orgs, actor=_COMMAND, now=now)
        for slug, name, number, orgs in [
            ("illness-in-winter", "Illness in winter", "101", [university, agency]),
            ("vaccines-and-regions", "Vaccines and regions", "102", [university]),
        ]
    )
    _describe(winter, _WINTER, now=now)
    _describe(vaccines, _VACCINES, now=now)
    for project, roles in [
        (winter, [Role.PROJECT_COORDINATOR, Role.PROJECT_DEVELOPER]),
        (vaccines, [Role.PROJECT_DEVELOPER]),
    ]:
        add_member(actor=_COMMAND, project=project, user=researcher.person, roles=roles, now=now)
    researcher = actor_of(researcher.person)  # who holds more by now
    for workspace, project, study, branch in [
        ("asthma-in-winter", winter, "asthma-in-winter", "main"),
        ("asthma-renamed-outputs", winter, "asthma-in-winter", "renamed-outputs"),
        ("long-recovery", vaccines, "long-recovery", "main"),
        ("vaccine-uptake", vaccines, "vaccine-uptake", "main"),
    ]:
        _make_workspace(
            researcher, name=workspace, project=project, study=study, branch=branch, now=now
        )


def _describe(project: Project, changes: dict[str, str], *, now: datetime) -> None:
    change_project(
        actor=_COMMAND, project=project, version=project.version, changes=changes, now=now
    )


def _make_workspace(
    researcher: Actor, *, name: str, project: Project, study: str, branch: str, now: datetime
) -> None:
    new = prepare_workspace(
        actor=researcher,
        name=name,
        project_slug=project.slug,
        repo_url=f"https://github.com/opensafely-demo/{study}",
        branch=branch,
        purpose=_PURPOSES[study],
        now=now,
    )
    create_workspace(actor=researcher, new=new, now=now)


def _runner_tokens(*, now: datetime) -> dict[str, str]:
    """A token for the development runner on every backend that takes part."""
    return {
        backend.slug: create_backend_token(
            backend=backend, name="development runner", expires_in=None, actor=_COMMAND, now=now
        )[1]
        for backend in Backend.objects.active().order_by("slug")
    }
