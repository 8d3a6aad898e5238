"""Invented workspaces, projects and people by the thousand, for measurements of lists and search.

Names are made of a few dozen words, as real ones are: many begin alike.
"""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from server.people.models import User
from server.people.roles import Role
from server.projects.models import (
    Org,
    OrgMembership,
    Project,
    ProjectCollaboration,
    ProjectMembership,
    ProjectRoleGrant,
    Repo,
    Workspace,
)

_SUBJECTS = "anaemia asthma cancer ckd covid dementia diabetes falls gout opioids statins vaccine"
_PARTS = "admissions care coverage deaths outcomes recovery trends uptake winter"
_GIVEN = "Ada Amira Ben Chloe Dev Elif Farah George Hana Ivo Joe Kemi Lena Mei Noor Zoe"
_FAMILY = "Adeyemi Banerjee Clarke Dubois Evans Marsh Nair Osei Patel Quinn Smith"
_ORG = "names"
_WORKSPACES_A_PROJECT = 10
_PROJECTS_A_PERSON = 3
_BATCH = 500


@transaction.atomic
def load_names(*, workspaces: int, people: int, now: datetime) -> None:
    """Add so many workspaces, in projects of ten, and so many people, each in three projects."""
    org, _ = Org.objects.get_or_create(slug=_ORG, defaults={"name": "Names", "created_at": now})
    added = _people(people, org=org, now=now)
    projects = _projects(-(-workspaces // _WORKSPACES_A_PROJECT), org=org, now=now)
    _workspaces(workspaces, projects=projects, made_by=added[0], now=now)
    _members(added, projects=projects, now=now)


def _pair(first: str, second: str, number: int) -> tuple[str, str]:
    """A word of each list; every pair comes before one comes again."""
    ones, others = first.split(), second.split()
    return ones[number % len(ones)], others[number // len(ones) % len(others)]


def _people(amount: int, *, org: Org, now: datetime) -> list[User]:
    first, nobody = User.objects.count(), make_password(None)
    names = [(number, *_pair(_GIVEN, _FAMILY, number)) for number in range(first, first + amount)]
    added = User.objects.bulk_create(
        (
            User(
                username=f"{given}-{family}-{number}".lower(),
                fullname=f"{given} {family}",
                email=f"{given}.{family}.{number}@example.org".lower(),
                password=nobody,
                created_at=now,
            )
            for number, given, family in names
        ),
        batch_size=_BATCH,
    )
    members = (OrgMembership(org=org, user=user, created_at=now) for user in added)
    OrgMembership.objects.bulk_create(members, batch_size=_BATCH)
    return added


def _projects(amount: int, *, org: Org, now: datetime) -> list[Project]:
    first = Project.objects.count()
    names = [(number, *_pair(_SUBJECTS, _PARTS, number)) for number in range(first, first + amount)]
    added = Project.objects.bulk_create(
        (
            Project(
                name=f"{subject} {part} {number}".capitalize(),
                slug=f"{subject}-{part}-{number}",
                number=str(10_000 + number),
                created_at=now,
            )
            for number, subject, part in names
        ),
        batch_size=_BATCH,
    )
    ProjectCollaboration.objects.bulk_create(
        (ProjectCollaboration(org=org, project=project, is_lead=True) for project in added),
        batch_size=_BATCH,
    )
    return added


def _workspaces(
    amount: int, *, projects: Sequence[Project], made_by: User, now: datetime
) -> list[Workspace]:
    repos = Repo.objects.bulk_create(
        (
            Repo(
                url=f"https://github.com/opensafely-demo/{project.slug}",
                owner="opensafely-demo",
                name=project.slug,
                created_at=now,
            )
            for project in projects
        ),
        batch_size=_BATCH,
    )
    return Workspace.objects.bulk_create(
        (
            Workspace(
                name=f"{projects[number % len(projects)].slug}-{number // len(projects)}",
                project=projects[number % len(projects)],
                repo=repos[number % len(projects)],
                branch="main",
                created_at=now,
                created_by=made_by,
                updated_at=now,
                updated_by=made_by,
            )
            for number in range(amount)
        ),
        batch_size=_BATCH,
    )


def _members(people: Sequence[User], *, projects: Sequence[Project], now: datetime) -> None:
    """The first project has everybody, so that one list of members is long."""
    places = {
        (projects[number * step % len(projects)].pk, person.pk)
        for number, person in enumerate(people)
        for step in range(_PROJECTS_A_PERSON)
    }
    memberships = ProjectMembership.objects.bulk_create(
        (
            ProjectMembership(project_id=project, user_id=person, created_at=now)
            for project, person in sorted(places)
        ),
        batch_size=_BATCH,
    )
    ProjectRoleGrant.objects.bulk_create(
        (
            ProjectRoleGrant(membership=each, role=Role.PROJECT_DEVELOPER, created_at=now)
            for each in memberships
        ),
        batch_size=_BATCH,
    )
