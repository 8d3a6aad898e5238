from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="CommitInfo")


@_attrs_define
class CommitInfo:
    """A commit as its git host describes it; `message` is its first line.

    Attributes:
        sha (str):
        url (None | str):
        message (str):
        author (str):
        committed_at (datetime.datetime):
    """

    sha: str
    url: None | str
    message: str
    author: str
    committed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sha = self.sha

        url: None | str
        url = self.url

        message = self.message

        author = self.author

        committed_at = self.committed_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sha": sha,
                "url": url,
                "message": message,
                "author": author,
                "committed_at": committed_at,
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

        author = d.pop("author")

        committed_at = datetime.datetime.fromisoformat(d.pop("committed_at"))

        commit_info = cls(
            sha=sha,
            url=url,
            message=message,
            author=author,
            committed_at=committed_at,
        )

        commit_info.additional_properties = d
        return commit_info

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
