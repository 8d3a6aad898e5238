from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="SignInWays")


@_attrs_define
class SignInWays:
    """The ways to sign in that this installation has.

    Attributes:
        password (bool): Whether everybody who has a password may sign in by it. Administrators made by
            `createsuperuser` always may.
        github (bool):
        second_step (list[str] | None): What would do as the second step of the sign-in that waits; null without one.
    """

    password: bool
    github: bool
    second_step: list[str] | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        github = self.github

        second_step: list[str] | None
        if isinstance(self.second_step, list):
            second_step = self.second_step

        else:
            second_step = self.second_step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "password": password,
                "github": github,
                "second_step": second_step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        password = d.pop("password")

        github = d.pop("github")

        def _parse_second_step(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                second_step_type_0 = cast(list[str], data)

                return second_step_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        second_step = _parse_second_step(d.pop("second_step"))

        sign_in_ways = cls(
            password=password,
            github=github,
            second_step=second_step,
        )

        sign_in_ways.additional_properties = d
        return sign_in_ways

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
