"""What people hold and belong to, with names, of a whole page of people in one query."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from server.people.models import User


@dataclass(slots=True)
class Place:
    """A project, organisation or backend that a person belongs to; roles are those held there."""

    slug: str
    name: str
    roles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Holdings:
    """All that one person holds and belongs to, each list by name."""

    roles: list[str] = field(default_factory=list)
    projects: list[Place] = field(default_factory=list)
    orgs: list[Place] = field(default_factory=list)
    backends: list[Place] = field(default_factory=list)


_TEXT = CharField()
_NOTHING = Value("", _TEXT)


def holdings_of(users: Iterable[User]) -> Mapping[int, Holdings]:
    """The holdings by key of the person, in one query; memberships by reverse relation."""
    people = User.objects.filter(pk__in=[user.pk for user in users])
    rows = _rows(people, "roles", "role_grants", role=F("role_grants__role")).union(
        _rows(people, "projects", "project_memberships", place="project_memberships__project"),
        _rows(
            people,
            "projects",
            "project_memberships__role_grants",
            place="project_memberships__project",
            role=F("project_memberships__role_grants__role"),
        ),
        _rows(people, "orgs", "org_memberships", place="org_memberships__org"),
        _rows(people, "backends", "backend_memberships", place="backend_memberships__backend"),
        all=True,
    )
    return _collected(rows)


def _rows(
    people: Any, kind: str, related: str, *, place: str = "", role: Combinable = _NOTHING
) -> Any:
    return people.filter(**{f"{related}__isnull": False}).values_list(
        F("pk"),
        Value(kind, _TEXT),
        F(f"{place}__slug") if place else _NOTHING,
        F(f"{place}__name") if place else _NOTHING,
        Cast(role, _TEXT),
    )


def _collected(rows: Iterable[tuple[int, str, str, str, str]]) -> Mapping[int, Holdings]:
    held: dict[int, Holdings] = defaultdict(Holdings)
    places: dict[tuple[int, str, str], Place] = {}
    for user_id, kind, slug, name, role in rows:
        if kind == "roles":
            held[user_id].roles.append(role)
            continue
        place = places.get((user_id, kind, slug))
        if place is None:
            place = places[user_id, kind, slug] = Place(slug, name)
            getattr(held[user_id], kind).append(place)
        if role:
            place.roles.append(role)
    for holdings in held.values():
        holdings.roles.sort()
        for each in (holdings.projects, holdings.orgs, holdings.backends):
            each.sort(key=lambda place: place.name.lower())
        for place in holdings.projects:
            place.roles.sort()
    return held
