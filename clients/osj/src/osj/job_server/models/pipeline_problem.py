from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.pipeline_problem_subject_type_0 import PipelineProblemSubjectType0


T = TypeVar("T", bound="PipelineProblem")


@_attrs_define
class PipelineProblem:
    """What is wrong at a place of project.yaml; line and column count from 1.

    Attributes:
        code (str):
        message (str):
        line (int):
        column (int):
        subject (None | PipelineProblemSubjectType0): What it is about, by name.
    """

    code: str
    message: str
    line: int
    column: int
    subject: None | PipelineProblemSubjectType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.pipeline_problem_subject_type_0 import PipelineProblemSubjectType0  # noqa: PLC0415

        code = self.code

        message = self.message

        line = self.line

        column = self.column

        subject: dict[str, Any] | None
        if isinstance(self.subject, PipelineProblemSubjectType0):
            subject = self.subject.to_dict()
        else:
            subject = self.subject

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "message": message,
                "line": line,
                "column": column,
                "subject": subject,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pipeline_problem_subject_type_0 import PipelineProblemSubjectType0  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        message = d.pop("message")

        line = d.pop("line")

        column = d.pop("column")

        def _parse_subject(data: object) -> None | PipelineProblemSubjectType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                subject_type_0 = PipelineProblemSubjectType0.from_dict(data)

                return subject_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PipelineProblemSubjectType0, data)

        subject = _parse_subject(d.pop("subject"))

        pipeline_problem = cls(
            code=code,
            message=message,
            line=line,
            column=column,
            subject=subject,
        )

        pipeline_problem.additional_properties = d
        return pipeline_problem

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
