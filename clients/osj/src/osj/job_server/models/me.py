from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.session_project import SessionProject


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """The person who asks; nobody else is shown this.

    Attributes:
        username (str):
        name (str):
        email (str):
        initials (str):
        roles (list[str]): The roles held everywhere, by name.
        permissions (list[str]): What these roles give, everywhere.
        projects (list[SessionProject]):
        orgs (list[str]): Slugs of the organisations that the person belongs to.
        backends (list[str]): Slugs of the backends that the person may run on.
        is_staff (bool): Whether the staff area is open to the person.
        needs_welcome (bool): Whether the person came by GitHub and has not ended the first-time welcome.
    """

    username: str
    name: str
    email: str
    initials: str
    roles: list[str]
    permissions: list[str]
    projects: list[SessionProject]
    orgs: list[str]
    backends: list[str]
    is_staff: bool
    needs_welcome: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.session_project import SessionProject  # noqa: PLC0415

        username = self.username

        name = self.name

        email = self.email

        initials = self.initials

        roles = self.roles

        permissions = self.permissions

        projects = []
        for projects_item_data in self.projects:
            projects_item = projects_item_data.to_dict()
            projects.append(projects_item)

        orgs = self.orgs

        backends = self.backends

        is_staff = self.is_staff

        needs_welcome = self.needs_welcome

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
                "name": name,
                "email": email,
                "initials": initials,
                "roles": roles,
                "permissions": permissions,
                "projects": projects,
                "orgs": orgs,
                "backends": backends,
                "is_staff": is_staff,
                "needs_welcome": needs_welcome,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.session_project import SessionProject  # noqa: PLC0415

        d = dict(src_dict)
        username = d.pop("username")

        name = d.pop("name")

        email = d.pop("email")

        initials = d.pop("initials")

        roles = cast(list[str], d.pop("roles"))

        permissions = cast(list[str], d.pop("permissions"))

        projects = []
        _projects = d.pop("projects")
        for projects_item_data in _projects:
            projects_item = SessionProject.from_dict(projects_item_data)

            projects.append(projects_item)

        orgs = cast(list[str], d.pop("orgs"))

        backends = cast(list[str], d.pop("backends"))

        is_staff = d.pop("is_staff")

        needs_welcome = d.pop("needs_welcome")

        me = cls(
            username=username,
            name=name,
            email=email,
            initials=initials,
            roles=roles,
            permissions=permissions,
            projects=projects,
            orgs=orgs,
            backends=backends,
            is_staff=is_staff,
            needs_welcome=needs_welcome,
        )

        me.additional_properties = d
        return me

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
