from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="CancelInRequest")


@_attrs_define
class CancelInRequest:
    """What to stop.

    Attributes:
        actions (list[str] | Unset): Names of actions; without them, all that is unfinished.
    """

    actions: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        actions: list[str] | Unset = UNSET
        if not isinstance(self.actions, Unset):
            actions = self.actions

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if actions is not UNSET:
            field_dict["actions"] = actions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        actions = cast(list[str], d.pop("actions", UNSET))

        cancel_in_request = cls(
            actions=actions,
        )

        return cancel_in_request
