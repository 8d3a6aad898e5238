from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.plan_step import PlanStep


T = TypeVar("T", bound="Plan")


@_attrs_define
class Plan:
    """What a request would run as things are now.

    Attributes:
        commit_sha (str):
        steps (list[PlanStep]):
        will_run (int):
        reused (int):
        active (int):
        nothing_to_do (bool):
        nothing_reason (None | str):
        requests_before (int): Requests on the backend that no job has begun for.
    """

    commit_sha: str
    steps: list[PlanStep]
    will_run: int
    reused: int
    active: int
    nothing_to_do: bool
    nothing_reason: None | str
    requests_before: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.plan_step import PlanStep  # noqa: PLC0415

        commit_sha = self.commit_sha

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        will_run = self.will_run

        reused = self.reused

        active = self.active

        nothing_to_do = self.nothing_to_do

        nothing_reason: None | str
        nothing_reason = self.nothing_reason

        requests_before = self.requests_before

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "commit_sha": commit_sha,
                "steps": steps,
                "will_run": will_run,
                "reused": reused,
                "active": active,
                "nothing_to_do": nothing_to_do,
                "nothing_reason": nothing_reason,
                "requests_before": requests_before,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.plan_step import PlanStep  # noqa: PLC0415

        d = dict(src_dict)
        commit_sha = d.pop("commit_sha")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = PlanStep.from_dict(steps_item_data)

            steps.append(steps_item)

        will_run = d.pop("will_run")

        reused = d.pop("reused")

        active = d.pop("active")

        nothing_to_do = d.pop("nothing_to_do")

        def _parse_nothing_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        nothing_reason = _parse_nothing_reason(d.pop("nothing_reason"))

        requests_before = d.pop("requests_before")

        plan = cls(
            commit_sha=commit_sha,
            steps=steps,
            will_run=will_run,
            reused=reused,
            active=active,
            nothing_to_do=nothing_to_do,
            nothing_reason=nothing_reason,
            requests_before=requests_before,
        )

        plan.additional_properties = d
        return plan

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
