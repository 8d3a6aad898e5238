from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="Allowed")


@_attrs_define
class Allowed:
    """Whether the caller may do something, and if not, why: one sentence for the page.

    Attributes:
        allowed (bool):
        why_not (None | str):
        permission (None | str): The name of the permission that is missing, if it is one.
    """

    allowed: bool
    why_not: None | str
    permission: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        allowed = self.allowed

        why_not: None | str
        why_not = self.why_not

        permission: None | str
        permission = self.permission

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed": allowed,
                "why_not": why_not,
                "permission": permission,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed = d.pop("allowed")

        def _parse_why_not(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why_not = _parse_why_not(d.pop("why_not"))

        def _parse_permission(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        permission = _parse_permission(d.pop("permission"))

        allowed = cls(
            allowed=allowed,
            why_not=why_not,
            permission=permission,
        )

        allowed.additional_properties = d
        return allowed

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
