from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.allowed import Allowed


T = TypeVar("T", bound="BackendCan")


@_attrs_define
class BackendCan:
    """What the caller may do with a backend.

    Attributes:
        manage (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
        manage_members (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
    """

    manage: Allowed
    manage_members: Allowed
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.allowed import Allowed  # noqa: PLC0415

        manage = self.manage.to_dict()

        manage_members = self.manage_members.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "manage": manage,
                "manage_members": manage_members,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allowed import Allowed  # noqa: PLC0415

        d = dict(src_dict)
        manage = Allowed.from_dict(d.pop("manage"))

        manage_members = Allowed.from_dict(d.pop("manage_members"))

        backend_can = cls(
            manage=manage,
            manage_members=manage_members,
        )

        backend_can.additional_properties = d
        return backend_can

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
