"""Making and changing projects."""

import copy
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from server.audit.services import record
from server.core import counters
from server.core.errors import StaleVersion, require
from server.core.rows import check, insert
from server.people.actors import Actor
from server.people.models import User
from server.projects import policies
from server.projects.addresses import paths_of
from server.projects.models import Org, Project, ProjectCollaboration
from server.projects.services.project_rules import (
    refuse_reserved,
    refuse_without_copilot,
    slug_from,
)
from server.projects.services.redirects import keep_old_paths, refuse_old_slug


@transaction.atomic
def create_project(
    *,
    name: str,
    orgs: Sequence[Org],
    actor: Actor,
    slug: str = "",
    number: str | None = None,
    copilot: User | None = None,
    description: str = "",
    now: datetime,
) -> Project:
    """A project of `orgs`, the first of which leads; without `slug` its address is the name's.

    Raises:
        PermissionRefused: `actor` may not make projects.
        InputRefused: slug, name or number are taken or have the wrong form.
    """
    require(policies.why_not_create_project(actor))
    project = Project(
        name=name,
        slug=slug or slug_from(name),
        number=number,
        copilot=copilot,
        description=description,
        created_at=now,
        created_by=actor.user,
        updated_at=now,
        updated_by=actor.user,
    )
    refuse_reserved(project.slug)
    refuse_old_slug(page=project, now=now)
    refuse_without_copilot(project)
    insert(project, typed=_typed(project, ["name", "slug", "number"]))
    _set_orgs(project, orgs)
    record(
        by=actor.author,
        verb="project.created",
        target_type="project",
        target_id=project.pk,
        target_name=project.name,
        after={
            "slug": project.slug,
            "name": project.name,
            "number": project.number,
            "orgs": [org.slug for org in orgs],
            "copilot": copilot and copilot.username,
        },
        now=now,
    )
    return project


@transaction.atomic
def change_project(
    *, actor: Actor, project: Project, version: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """Set fields of `project`, if it is still at `version`; each field has a policy of its own.

    `changes` may hold name, slug, number, description, category, status, status_description,
    copilot (a person), copilot_support_ends_at, copilot_notes, is_archived, and orgs, the first
    of which leads. Links to an old slug lead on.

    Raises:
        PermissionRefused: `actor` may not change one of these.
        InputRefused: a value is taken or has the wrong form.
        StaleVersion: somebody else changed it since.
    """
    require_may_change(actor=actor, project=project, fields=changes)
    before = _values(project)
    wanted = {name: _in_order(value) for name, value in changes.items()}
    real = {name: value for name, value in wanted.items() if value != before[name]}
    columns = {name: value for name, value in real.items() if name != "orgs"}
    candidate = _checked(project, columns, now=now)
    _update(project, version=version, columns=columns, real=real, actor=actor, now=now)
    if not real:
        return
    if "orgs" in real:
        _set_orgs(project, real["orgs"])
    if "slug" in real:
        keep_old_paths(actor=actor, page=candidate, old_paths=paths_of(project), now=now)
    record(
        by=actor.author,
        verb="project.changed",
        target_type="project",
        target_id=project.pk,
        target_name=candidate.name,
        before={name: _shown(before[name]) for name in real},
        after={name: _shown(value) for name, value in real.items()},
        now=now,
    )
    if not real.keys().isdisjoint(_SHOWN_TO_RUNNERS):
        counters.bump_shared()


def require_may_change(*, actor: Actor, project: Project, fields: Collection[str]) -> None:
    """Ask for each field's permission; a change of nothing asks for the least one.

    Raises:
        PermissionRefused: `actor` lacks one.
    """
    for name in fields or ["status"]:
        require(_POLICIES.get(name, policies.why_not_edit_project)(actor, project))


_POLICIES = {
    "name": policies.why_not_rename,
    "status": policies.why_not_edit_status,
    "status_description": policies.why_not_edit_status,
    "is_archived": policies.why_not_archive_project,
}
_COLUMNS = (
    *("name", "slug", "number", "description", "category", "status", "status_description"),
    *("copilot", "copilot_support_ends_at", "copilot_notes", "is_archived"),
)
_SHOWN_TO_RUNNERS = {"name", "slug", "number", "orgs"}


def _values(project: Project) -> dict[str, Any]:
    orgs = [part.org for part in project.collaborations_in_order]
    return {"orgs": orgs} | {name: getattr(project, name) for name in _COLUMNS}


def _in_order(value: Any) -> Any:
    """Organisations with the leading one first, then by name; anything else as it is."""
    if not isinstance(value, list):
        return value
    return value[:1] + sorted(value[1:], key=lambda org: org.name)


def _checked(project: Project, columns: Mapping[str, Any], *, now: datetime) -> Project:
    """The project as it would be; refused where it cannot be so."""
    candidate = copy.copy(project)
    for name, value in columns.items():
        setattr(candidate, name, value)
    if "slug" in columns:
        refuse_reserved(candidate.slug)
        refuse_old_slug(page=candidate, now=now)
    if "number" in columns or "copilot" in columns:
        refuse_without_copilot(candidate)
    check(candidate, typed=_typed(candidate, columns))
    return candidate


def _typed(project: Project, names: Collection[str]) -> list[str]:
    """Those to hold against the database; what may be absent is checked where it is there."""
    return [name for name in names if getattr(project, name) is not None]


def _update(
    project: Project,
    *,
    version: int,
    columns: Mapping[str, Any],
    real: Mapping[str, Any],
    actor: Actor,
    now: datetime,
) -> None:
    unchanged = Project.objects.filter(pk=project.pk, version=version)
    try:
        with transaction.atomic():
            found = (
                unchanged.update(
                    **columns, version=F("version") + 1, updated_at=now, updated_by=actor.user
                )
                if real
                else unchanged.count()
            )
    except IntegrityError:
        # Somebody took the name, slug or number since it was checked.
        _checked(project, columns, now=now)
        raise
    if not found:
        raise StaleVersion(
            f"The project {project.name} was changed by somebody else since you read it. "
            "Read it again, then repeat your change."
        )


def _set_orgs(project: Project, orgs: Sequence[Org]) -> None:
    parts = ProjectCollaboration.objects.filter(project=project)
    parts.exclude(org__in=orgs).delete()
    parts.update(is_lead=False)  # first: there is never more than one
    known = set(parts.values_list("org_id", flat=True))
    ProjectCollaboration.objects.bulk_create(
        ProjectCollaboration(org=org, project=project) for org in orgs if org.pk not in known
    )
    parts.filter(org=orgs[0]).update(is_lead=True)


def _shown(value: Any) -> Any:
    """A value as the record keeps it: people and organisations by name."""
    match value:
        case User():
            return value.username
        case datetime():
            return value.isoformat()
        case list():
            return [org.slug for org in value]
        case _:
            return value
