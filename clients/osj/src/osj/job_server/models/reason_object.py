from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="ReasonObject")


@_attrs_define
class ReasonObject:
    """What a reason is about.

    Attributes:
        kind (str): * `backend` - the backend
            * `database` - the backend's database
            * `actions` - the actions that it names
            * `job` - the job itself
            * `request` - the request as a whole
            * `project_yaml` - a line of project.yaml
        names (list[str]): Slug of the backend, names of actions.
        line (int | None): Of project.yaml, where the runner's words lead to one; not in lists.
    """

    kind: str
    names: list[str]
    line: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        names = self.names

        line: int | None
        line = self.line

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "names": names,
                "line": line,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        names = cast(list[str], d.pop("names"))

        def _parse_line(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        line = _parse_line(d.pop("line"))

        reason_object = cls(
            kind=kind,
            names=names,
            line=line,
        )

        reason_object.additional_properties = d
        return reason_object

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
