"""How to make one valid row of each kind; a test states only what it is about."""

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from model_bakery.recipe import Recipe, foreign_key

from server.core import tokens
from server.core.ids import new_identifier
from server.core.models import ChangeCounter, CounterTopic
from server.fleet.models import Backend, BackendMembership, BackendToken
from server.jobs.models import Job, JobDetail, JobRequest, JobRequestDetail
from server.people.models import PersonalToken, RoleGrant, RoleSource, User
from server.people.roles import Role
from server.projects.models import (
    Org,
    Project,
    ProjectCollaboration,
    ProjectMembership,
    ProjectRoleGrant,
    Repo,
    Workspace,
)

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
SHA = "5f0c1e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3e"

_numbers = itertools.count(1)


def _unique(prefix: str) -> Any:
    return lambda: f"{prefix}{next(_numbers)}"


# Seen for ever, so that no count of queries holds the note of when.
user = Recipe(
    User,
    username=_unique("person"),
    fullname="",
    email="",
    password="!",
    is_active=True,
    last_seen_at=datetime(2999, 1, 1, tzinfo=UTC),
)
org = Recipe(Org, name=_unique("Org "), slug=_unique("org-"), github_orgs=list)
project = Recipe(Project, name=_unique("Project "), slug=_unique("project-"), number=None)
repo = Recipe(
    Repo,
    owner="opensafely",
    name=_unique("study-"),
    url=lambda: f"https://github.com/opensafely/study-{next(_numbers)}",
)
backend = Recipe(Backend, slug=_unique("backend-"), name=_unique("Backend "), flags=dict)
workspace = Recipe(
    Workspace,
    name=_unique("workspace-"),
    project=foreign_key(project),
    repo=foreign_key(repo),
    branch="main",
    created_by=foreign_key(user),
    updated_by=foreign_key(user),
    created_at=NOON,
    updated_at=NOON,
)
_job_request = Recipe(
    JobRequest,
    identifier=new_identifier,
    backend=foreign_key(backend),
    workspace=foreign_key(workspace),
    created_by=foreign_key(user),
    created_at=NOON,
    requested_actions=lambda: ["run_all"],
    cancelled_actions=list,
    sha=SHA,
    branch="main",
)


def make_backend(slug: str, *, members: Sequence[User] = (), **fields: Any) -> Backend:
    """The backend of this slug, made where migrations did not, with its change counter."""
    row, is_new = Backend.everywhere.get_or_create(
        slug=slug, defaults={"name": slug.upper(), **fields}
    )
    if not is_new and fields:
        Backend.everywhere.filter(pk=row.pk).update(**fields)
        row.refresh_from_db()
    ChangeCounter.objects.get_or_create(topic=CounterTopic.BACKEND, object_id=row.pk)
    for member in members:
        BackendMembership.objects.get_or_create(backend=row, user=member)
    return row


def make_backend_token(on: Backend, **fields: Any) -> str:
    """The secret of a new token of the backend."""
    secret = tokens.new_token(tokens.TokenKind.BACKEND)
    values = {"name": f"token {next(_numbers)}", "created_at": NOON} | fields
    BackendToken.objects.create(
        backend=on, prefix=tokens.prefix_of(secret), digest=tokens.digest_of(secret), **values
    )
    return secret


def make_personal_token(of: User, **fields: Any) -> str:
    """The secret of a new personal token."""
    secret = tokens.new_token(tokens.TokenKind.USER)
    values = {
        "name": "script",
        "created_at": NOON,
        "expires_at": datetime(2999, 1, 1, tzinfo=UTC),
    } | fields
    PersonalToken.objects.create(
        user=of, prefix=tokens.prefix_of(secret), digest=tokens.digest_of(secret), **values
    )
    return secret


def make_project(*, org_slugs: tuple[str, ...] = ("example-university",), **fields: Any) -> Project:
    """A project with its organisations, the first of which leads."""
    row = project.make(**fields)
    for position, slug in enumerate(org_slugs):
        home, _ = Org.objects.get_or_create(slug=slug, defaults={"name": slug.title()})
        ProjectCollaboration.objects.create(project=row, org=home, is_lead=position == 0)
    return row


def make_member(of: Project, person: User, *roles: Role) -> ProjectMembership:
    """A membership of the person in the project with these roles there."""
    membership = ProjectMembership.objects.create(project=of, user=person)
    for role in roles:
        ProjectRoleGrant.objects.create(membership=membership, role=role)
    return membership


def give_role(person: User, role: Role) -> None:
    """Let the person hold the role everywhere."""
    RoleGrant.objects.create(user=person, role=role, source=RoleSource.STAFF, created_at=NOON)


def make_job_request(**fields: Any) -> JobRequest:
    """A job request with its wide part; `planned` and `project_definition` go there."""
    wide = {
        name: fields.pop(name)
        for name in ("planned", "project_definition", "commit_message")
        if name in fields
    }
    row = _job_request.make(**fields)
    JobRequestDetail.objects.create(job_request=row, **wide)
    return row


def make_job(job_request: JobRequest, **fields: Any) -> Job:
    """A job with its wide part, as a report would have stored it."""
    wide = {
        name: fields.pop(name)
        for name in ("run_command", "status_message", "trace_context", "metrics")
        if name in fields
    }
    values = {
        "identifier": new_identifier(),
        "action": f"action_{next(_numbers)}",
        "status": "pending",
        "created_at": NOON,
        "updated_at": NOON,
        "received_at": NOON,
    } | fields
    row = Job.objects.create(
        job_request=job_request,
        workspace_id=job_request.workspace_id,
        backend_id=job_request.backend_id,
        **values,
    )
    JobDetail.objects.create(job=row, **wide)
    return row
