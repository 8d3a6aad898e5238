from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="SessionCan")


@_attrs_define
class SessionCan:
    """What the caller may do that is about no object in particular.

    Attributes:
        create_workspace (bool):
        create_project (bool):
        administer (bool):
        see_archived (bool): Whether archived workspaces are told from others; to callers with any role.
        staff_area (bool):
    """

    create_workspace: bool
    create_project: bool
    administer: bool
    see_archived: bool
    staff_area: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        create_workspace = self.create_workspace

        create_project = self.create_project

        administer = self.administer

        see_archived = self.see_archived

        staff_area = self.staff_area

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "create_workspace": create_workspace,
                "create_project": create_project,
                "administer": administer,
                "see_archived": see_archived,
                "staff_area": staff_area,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        create_workspace = d.pop("create_workspace")

        create_project = d.pop("create_project")

        administer = d.pop("administer")

        see_archived = d.pop("see_archived")

        staff_area = d.pop("staff_area")

        session_can = cls(
            create_workspace=create_workspace,
            create_project=create_project,
            administer=administer,
            see_archived=see_archived,
            staff_area=staff_area,
        )

        session_can.additional_properties = d
        return session_can

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
