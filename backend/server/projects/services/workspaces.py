"""Making and changing workspaces. `prepare_…` asks the git host, then the other writes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Lower

from server.audit.services import record
from server.core import counters
from server.core.errors import FieldError, InputRefused, StaleVersion, require
from server.people.actors import Actor
from server.projects import policies
from server.projects.addresses import paths_of
from server.projects.errors import AlreadySignedOff
from server.projects.models import Project, Repo, Workspace
from server.projects.services.redirects import keep_old_paths
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
    require(policies.why_not_create_any(actor))
    project = Project.objects.filter(slug=project_slug).first()
    errors = []
    if _is_taken(name):
        errors.append(_taken(name))
    if project is None:
        errors.append(FieldError("/project", f"There is no project {project_slug!r}."))
    else:
        require(policies.why_not_create(actor, project))
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
    _record(
        workspace,
        actor=actor,
        verb="workspace.created",
        before={},
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
    """What really changes; a new branch is looked for on the git host, a project by its slug.

    Raises:
        PermissionRefused: `actor` may not change this workspace.
        InputRefused: the new branch or project does not exist, or the project is archived.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    _require_may_change(actor, workspace, changes)
    named = dict(changes)
    if "project" in named:
        named["project"] = _living_project(named["project"])
    real = {name: value for name, value in named.items() if value != getattr(workspace, name)}
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
    if changes:
        _require_may_change(actor, workspace, changes)
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
    _record(
        workspace,
        actor=actor,
        verb="workspace.changed",
        before={name: _recorded(getattr(workspace, name)) for name in changes},
        after={name: _recorded(value) for name, value in changes.items()},
        now=now,
    )
    if "project" in changes:
        old_paths = paths_of(workspace)
        workspace.project = changes["project"]
        keep_old_paths(actor=actor, page=workspace, old_paths=old_paths, now=now)
    if _SHOWN_TO_RUNNERS & changes.keys():
        counters.bump_shared()


@dataclass(frozen=True, slots=True)
class Archived:
    """What became of each name: archived now, or left as it was and why."""

    done: Sequence[str]
    skipped: Mapping[str, str]


@transaction.atomic
def archive_workspaces(*, actor: Actor, names: Sequence[str], now: datetime) -> Archived:
    """Archive many workspaces at once; those that are no more, or are archived, are skipped.

    Raises:
        PermissionRefused: `actor` is not staff.
    """
    require(policies.why_not_archive_many(actor))
    wanted = list(dict.fromkeys(names))
    found = {workspace.name: workspace for workspace in Workspace.objects.filter(name__in=wanted)}
    done, skipped = [], {}
    for name in wanted:
        workspace = found.get(name)
        if workspace is None:
            skipped[name] = "There is no workspace of this name."
        elif _archive(workspace, actor=actor, now=now):
            done.append(name)
        else:
            skipped[name] = "It is archived already."
    return Archived(done=done, skipped=skipped)


@transaction.atomic
def sign_off_workspace(*, actor: Actor, workspace: Workspace, now: datetime) -> None:
    """Say that the code of `workspace` may be made public; once, and for good.

    Raises:
        AlreadySignedOff: somebody has.
        PermissionRefused: `actor` is no member of its project.
    """
    if workspace.signed_off_at is None:
        require(policies.why_not_sign_off(actor, workspace))
    claimed = Workspace.objects.filter(pk=workspace.pk, signed_off_at=None).update(
        signed_off_at=now, signed_off_by=actor.person, version=F("version") + 1
    )
    if not claimed:
        raise AlreadySignedOff(f"The workspace {workspace.name} is signed off already.")
    _record(workspace, actor=actor, verb="workspace.signed_off", before={}, after={}, now=now)


_SHOWN_TO_RUNNERS = {"branch", "project"}
_POLICIES = {
    "is_archived": policies.why_not_archive,
    "should_notify": policies.why_not_toggle_notices,
}


def _require_may_change(actor: Actor, workspace: Workspace, fields: Collection[str]) -> None:
    """Each field is its own permission's; an edit without any asks for the general one."""
    if "project" in fields:
        require(policies.why_not_move(actor))
    others = [name for name in fields if name != "project"] or ([] if fields else [""])
    for policy in {_POLICIES.get(name, policies.why_not_edit) for name in others}:
        require(policy(actor, workspace))


def _living_project(slug: str) -> Project:
    project = Project.objects.filter(slug=slug).first()
    if project is None:
        raise InputRefused([FieldError("/project", f"There is no project {slug!r}.")])
    if project.is_archived:
        detail = f"The project {project.name} is archived and takes no more workspaces."
        raise InputRefused([FieldError("/project", detail)])
    return project


def _recorded(value: Any) -> Any:
    return value.slug if isinstance(value, Project) else value


def _archive(workspace: Workspace, *, actor: Actor, now: datetime) -> bool:
    """Archive a workspace that is in use; False where it is not."""
    changed = Workspace.objects.filter(pk=workspace.pk, is_archived=False).update(
        is_archived=True, version=F("version") + 1, updated_at=now, updated_by=actor.person
    )
    if changed:
        _record(
            workspace,
            actor=actor,
            verb="workspace.changed",
            before={"is_archived": False},
            after={"is_archived": True},
            now=now,
        )
    return bool(changed)


def _record(
    workspace: Workspace,
    *,
    actor: Actor,
    verb: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    now: datetime,
) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="workspace",
        target_id=workspace.pk,
        target_name=workspace.name,
        before=before,
        after=after,
        now=now,
    )


def _is_taken(name: str) -> bool:
    named = Workspace.objects.annotate(lowered=Lower("name")).filter(lowered=name.lower())
    return named.exists()


def _taken(name: str) -> FieldError:
    return FieldError("/name", f"There is a workspace {name} already. Choose another name.")
