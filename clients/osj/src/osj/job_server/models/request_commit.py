from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="RequestCommit")


@_attrs_define
class RequestCommit:
    """The commit that a request is pinned to.

    Attributes:
        sha (str):
        url (None | str):
        message (str): Its first line.
        compare_url (None | str): What changed since the request before it in this workspace on this backend.
    """

    sha: str
    url: None | str
    message: str
    compare_url: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sha = self.sha

        url: None | str
        url = self.url

        message = self.message

        compare_url: None | str
        compare_url = self.compare_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sha": sha,
                "url": url,
                "message": message,
                "compare_url": compare_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sha = d.pop("sha")

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        message = d.pop("message")

        def _parse_compare_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        compare_url = _parse_compare_url(d.pop("compare_url"))

        request_commit = cls(
            sha=sha,
            url=url,
            message=message,
            compare_url=compare_url,
        )

        request_commit.additional_properties = d
        return request_commit

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
