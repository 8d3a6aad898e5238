"""Making organisations and projects."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from server.audit.models import ActorKind
from server.audit.services import record
from server.core.rows import insert
from server.projects.models import Org, Project, ProjectCollaboration


@transaction.atomic
def create_org(*, slug: str, name: str, actor: str, now: datetime) -> Org:
    """An organisation; `actor` is the command that makes it.

    Raises:
        CommandRefused: slug or name are taken or have the wrong form.
    """
    org = Org(slug=slug, name=name, created_at=now)
    insert(org, typed=["slug", "name"])
    _record(org, actor=actor, verb="org.created", now=now)
    return org


@transaction.atomic
def create_project(
    *,
    slug: str,
    name: str,
    orgs: Sequence[Org],
    actor: str,
    number: str | None = None,
    now: datetime,
) -> Project:
    """A project of `orgs`, the first of which leads; `actor` is the command that makes it.

    Raises:
        CommandRefused: slug, name or number are taken or have the wrong form.
    """
    project = Project(slug=slug, name=name, number=number, created_at=now)
    insert(project, typed=["slug", "name", "number"] if number else ["slug", "name"])
    ProjectCollaboration.objects.bulk_create(
        ProjectCollaboration(org=org, project=project, is_lead=position == 0)
        for position, org in enumerate(orgs)
    )
    _record(project, actor=actor, verb="project.created", now=now)
    return project


def _record(row: Org | Project, *, actor: str, verb: str, now: datetime) -> None:
    record(
        actor_kind=ActorKind.COMMAND,
        actor=actor,
        verb=verb,
        target_type=verb.partition(".")[0],
        target_id=row.pk,
        target_name=row.name,
        after={"slug": row.slug, "name": row.name},
        now=now,
    )
