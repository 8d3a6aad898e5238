"""What must be true of a project that is made or changed: number, address, co-pilot, members."""

from collections.abc import Sequence

from django.utils.text import slugify

from server.core.errors import FieldError, InputRefused
from server.core.slugs import is_reserved
from server.people.models import User
from server.people.permissions import Permission
from server.people.roles import PERMISSIONS
from server.projects.models import Org, Project

_LONGEST_NUMBER = 20


def next_number() -> str | None:
    """The number after the highest one without letters; None where it would be too long."""
    number = str((Project.objects.highest_number() or 0) + 1)
    return number if len(number) <= _LONGEST_NUMBER else None


def copilots() -> list[User]:
    """Who may support a project, by name: people whose roles open the staff's pages everywhere."""
    roles = [role for role, gives in PERMISSIONS.items() if Permission.STAFF_AREA_ACCESS in gives]
    staff = User.objects.filter(is_active=True, role_grants__role__in=roles)
    return list(staff.order_by("fullname", "username").distinct())


def find_copilot(username: str) -> User:
    """The co-pilot of this user name.

    Raises:
        InputRefused: nobody who may be one is called so.
    """
    for user in copilots():
        if user.username.lower() == username.lower():
            return user
    raise InputRefused(
        [FieldError("/copilot", f"{username!r} is no member of staff who can support a project.")]
    )


def find_orgs(slugs: Sequence[str]) -> list[Org]:
    """The organisations of these slugs, in this order, each once.

    Raises:
        InputRefused: one does not exist, or there is none at all.
    """
    if not slugs:
        raise InputRefused([FieldError("/orgs", "Choose at least one organisation.")])
    found = {org.slug: org for org in Org.objects.filter(slug__in=slugs)}
    missing = [
        FieldError(f"/orgs/{position}", f"There is no organisation {slug!r}.")
        for position, slug in enumerate(slugs)
        if slug not in found
    ]
    if missing:
        raise InputRefused(missing)
    return [found[slug] for slug in dict.fromkeys(slugs)]


def slug_from(name: str) -> str:
    """The address of a project of this name.

    Raises:
        InputRefused: no letter of the name can stand in an address, or its word is ours.
    """
    slug = slugify(name)[:255]
    if not slug:
        detail = "No letter of the name can stand in an address. Give the project an address."
        raise InputRefused([FieldError("/slug", detail)])
    return slug


def refuse_reserved(slug: str) -> None:
    """Refuse words of our own addresses.

    Raises:
        InputRefused: it is one.
    """
    if is_reserved(slug):
        detail = f"{slug!r} is a word of this service's own addresses. Choose another one."
        raise InputRefused([FieldError("/slug", detail)])


def refuse_without_copilot(project: Project) -> None:
    """Refuse a number for studies that staff support, without who does.

    Raises:
        InputRefused: the number begins with POS and there is no co-pilot.
    """
    if (project.number or "").startswith("POS-") and project.copilot_id is None:
        detail = f"A project with a number such as {project.number} needs a co-pilot."
        raise InputRefused([FieldError("/copilot", detail)])
