"""The person who reads in measurements: he asked for every run and has a page full of all else."""

import secrets
from datetime import timedelta

from server.core import clock
from server.fleet.models import Backend
from server.notify.models import Notice, NoticeKind, Webhook, WebhookDelivery, WebhookKind
from server.people.actors import command
from server.people.models import RoleGrant, RoleSource, User
from server.people.roles import Role
from server.people.services import create_personal_token
from server.projects.models import (
    Org,
    OrgMembership,
    Project,
    ProjectInvitation,
    ProjectMembership,
)

_A_PAGE_FULL = 30


def make_asker() -> User:
    """Who made the invented runs, with the role of an administrator; the same at each call."""
    person, now = User.objects.get(username="volume"), clock.now()
    if person.tokens.exists():
        return person
    create_personal_token(
        actor=command("bench"), user=person, name="bench", expires_in_days=1, now=now
    )
    RoleGrant.objects.create(
        user=person, role=Role.ADMINISTRATOR, source=RoleSource.STAFF, created_at=now
    )
    org, project = Org.objects.get(slug="volume"), Project.objects.get(slug="volume")
    OrgMembership.objects.create(org=org, user=person, created_at=now)
    ProjectMembership.objects.create(project=project, user=person, created_at=now)
    for backend in Backend.objects.all():
        backend.memberships.create(user=person, created_at=now)
    webhook = Webhook.objects.create(
        project=project,
        name="bench",
        kind=WebhookKind.SIGNED,
        url="https://hooks.example.org/",
        secret=secrets.token_hex(8),
        created_at=now,
        created_by=person,
    )
    times = [now - timedelta(minutes=number) for number in range(_A_PAGE_FULL)]
    WebhookDelivery.objects.bulk_create(
        WebhookDelivery(
            webhook=webhook,
            identifier=f"bench-{at:%s%f}",
            key=f"bench-{at}",
            body="{}",
            created_at=at,
        )
        for at in times
    )
    Notice.objects.bulk_create(
        Notice(
            user=person,
            kind=NoticeKind.NEW_PERSON,
            key=f"bench-{at}",
            text="Ada came",
            path="/staff/users/ada",
            created_at=at,
        )
        for at in times
    )
    invited = User.objects.exclude(pk=person.pk).order_by("pk")[:_A_PAGE_FULL]
    ProjectInvitation.objects.bulk_create(
        ProjectInvitation(project=project, username=each.username, user=each, created_at=now)
        for each in invited
    )
    return person
