from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="Failure")


@_attrs_define
class Failure:
    """A failed job in words.

    Attributes:
        job_identifier (str):
        action (str):
        title (str):
        explanation (str):
        what_to_do (str):
        log_path (None | str): Where its log is on the backend.
        blocked (list[str]): The actions that were not run because of it.
    """

    job_identifier: str
    action: str
    title: str
    explanation: str
    what_to_do: str
    log_path: None | str
    blocked: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        job_identifier = self.job_identifier

        action = self.action

        title = self.title

        explanation = self.explanation

        what_to_do = self.what_to_do

        log_path: None | str
        log_path = self.log_path

        blocked = self.blocked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "job_identifier": job_identifier,
                "action": action,
                "title": title,
                "explanation": explanation,
                "what_to_do": what_to_do,
                "log_path": log_path,
                "blocked": blocked,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        job_identifier = d.pop("job_identifier")

        action = d.pop("action")

        title = d.pop("title")

        explanation = d.pop("explanation")

        what_to_do = d.pop("what_to_do")

        def _parse_log_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        log_path = _parse_log_path(d.pop("log_path"))

        blocked = cast(list[str], d.pop("blocked"))

        failure = cls(
            job_identifier=job_identifier,
            action=action,
            title=title,
            explanation=explanation,
            what_to_do=what_to_do,
            log_path=log_path,
            blocked=blocked,
        )

        failure.additional_properties = d
        return failure

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
