"""Making and changing workspaces. `prepare_…` asks the git host, then the other writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Lower

from server.audit.models import ActorKind
from server.audit.services import record
from server.core import counters
from server.core.errors import FieldError, InputRefused, PermissionRefused, StaleVersion
from server.people.actors import Actor
from server.projects import policies
from server.projects.models import Project, Repo, Workspace
from server.projects.services.sources import Source, find_source


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkspace:
    """A workspace that may be made: its repository and branch were seen on the git host."""

    name: str
    project: Project
    source: Source
    purpose: str


def prepare_workspace(
    *,
    actor: Actor,
    name: str,
    project_slug: str,
    repo_url: str,
    branch: str,
    purpose: str,
    now: datetime,
) -> NewWorkspace:
    """Check everything about a new workspace; the git host is asked last.

    Raises:
        PermissionRefused: `actor` may not make workspaces.
        InputRefused: the name is taken, or project, repository or branch do not exist.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    if why_not := policies.why_not_create(actor):
        raise PermissionRefused(why_not)
    project = Project.objects.filter(slug=project_slug).first()
    errors = []
    if _is_taken(name):
        errors.append(_taken(name))
    if project is None:
        errors.append(FieldError("/project", f"There is no project {project_slug!r}."))
    if errors or project is None:
        raise InputRefused(errors)
    source = find_source(url=repo_url, branch=branch, now=now)
    return NewWorkspace(name=name, project=project, source=source, purpose=purpose)


@transaction.atomic
def create_workspace(*, actor: Actor, new: NewWorkspace, now: datetime) -> Workspace:
    """Make the workspace, and its repository's row where it is the first one on it.

    Raises:
        InputRefused: somebody took the name since `prepare_workspace`.
    """
    repo, _ = Repo.objects.get_or_create(
        url__iexact=new.source.repo.url,
        defaults={
            "url": new.source.repo.url,
            "owner": new.source.repo.owner,
            "name": new.source.repo.name,
            "created_at": now,
        },
    )
    try:
        with transaction.atomic():
            workspace = Workspace.objects.create(
                name=new.name,
                project=new.project,
                repo=repo,
                branch=new.source.branch,
                purpose=new.purpose,
                created_at=now,
                created_by=actor.person,
                updated_at=now,
                updated_by=actor.person,
            )
    except IntegrityError as error:
        if not _is_taken(new.name):
            raise
        raise InputRefused([_taken(new.name)]) from error
    record(
        actor_kind=ActorKind.PERSON,
        actor=actor.person.username,
        verb="workspace.created",
        target_type="workspace",
        target_id=workspace.pk,
        target_name=workspace.name,
        after={
            "project": new.project.slug,
            "repo": repo.url,
            "branch": workspace.branch,
            "purpose": workspace.purpose,
        },
        now=now,
    )
    return workspace


def prepare_changes(
    *, actor: Actor, workspace: Workspace, changes: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    """What really changes; a new branch is looked for on the git host.

    Raises:
        PermissionRefused: `actor` may not change this workspace.
        InputRefused: the new branch does not exist.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    _refuse_strangers(actor, workspace)
    real = {name: value for name, value in changes.items() if value != getattr(workspace, name)}
    if "branch" in real:
        source = find_source(url=workspace.repo.url, branch=real["branch"], now=now)
        real["branch"] = source.branch
    return real


@transaction.atomic
def change_workspace(
    *,
    actor: Actor,
    workspace: Workspace,
    version: int,
    changes: Mapping[str, Any],
    now: datetime,
) -> None:
    """Set the fields that `prepare_changes` gave, if the workspace is still at `version`.

    Raises:
        PermissionRefused: `actor` may not change this workspace.
        StaleVersion: somebody else changed it since.
    """
    _refuse_strangers(actor, workspace)
    unchanged = Workspace.objects.filter(pk=workspace.pk, version=version)
    found = (
        unchanged.update(
            **changes, version=F("version") + 1, updated_at=now, updated_by=actor.person
        )
        if changes
        else unchanged.count()
    )
    if not found:
        raise StaleVersion(
            f"The workspace {workspace.name} was changed by somebody else since you read it. "
            "Read it again, then repeat your change."
        )
    if not changes:
        return
    record(
        actor_kind=ActorKind.PERSON,
        actor=actor.person.username,
        verb="workspace.changed",
        target_type="workspace",
        target_id=workspace.pk,
        target_name=workspace.name,
        before={name: getattr(workspace, name) for name in changes},
        after=changes,
        now=now,
    )
    if "branch" in changes:  # runners are shown it
        counters.bump_shared()


def _refuse_strangers(actor: Actor, workspace: Workspace) -> None:
    if why_not := policies.why_not_edit(actor, workspace):
        raise PermissionRefused(why_not)


def _is_taken(name: str) -> bool:
    named = Workspace.objects.annotate(lowered=Lower("name")).filter(lowered=name.lower())
    return named.exists()


def _taken(name: str) -> FieldError:
    return FieldError("/name", f"There is a workspace {name} already. Choose another name.")
