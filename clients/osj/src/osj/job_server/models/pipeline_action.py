from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.newest_job import NewestJob
    from ..models.pipeline_output import PipelineOutput


T = TypeVar("T", bound="PipelineAction")


@_attrs_define
class PipelineAction:
    """An action of project.yaml.

    Attributes:
        id (str):
        run (str):
        needs (list[str]):
        outputs (list[PipelineOutput]):
        is_database_action (bool):
        line (int):
        newest (NewestJob | None):
    """

    id: str
    run: str
    needs: list[str]
    outputs: list[PipelineOutput]
    is_database_action: bool
    line: int
    newest: NewestJob | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.newest_job import NewestJob  # noqa: PLC0415
        from ..models.pipeline_output import PipelineOutput  # noqa: PLC0415

        id = self.id

        run = self.run

        needs = self.needs

        outputs = []
        for outputs_item_data in self.outputs:
            outputs_item = outputs_item_data.to_dict()
            outputs.append(outputs_item)

        is_database_action = self.is_database_action

        line = self.line

        newest: dict[str, Any] | None
        if isinstance(self.newest, NewestJob):
            newest = self.newest.to_dict()
        else:
            newest = self.newest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "run": run,
                "needs": needs,
                "outputs": outputs,
                "is_database_action": is_database_action,
                "line": line,
                "newest": newest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.newest_job import NewestJob  # noqa: PLC0415
        from ..models.pipeline_output import PipelineOutput  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        run = d.pop("run")

        needs = cast(list[str], d.pop("needs"))

        outputs = []
        _outputs = d.pop("outputs")
        for outputs_item_data in _outputs:
            outputs_item = PipelineOutput.from_dict(outputs_item_data)

            outputs.append(outputs_item)

        is_database_action = d.pop("is_database_action")

        line = d.pop("line")

        def _parse_newest(data: object) -> NewestJob | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                newest_type_0 = NewestJob.from_dict(data)

                return newest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewestJob | None, data)

        newest = _parse_newest(d.pop("newest"))

        pipeline_action = cls(
            id=id,
            run=run,
            needs=needs,
            outputs=outputs,
            is_database_action=is_database_action,
            line=line,
            newest=newest,
        )

        pipeline_action.additional_properties = d
        return pipeline_action

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
