from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.newest_job import NewestJob


T = TypeVar("T", bound="PlanStep")


@_attrs_define
class PlanStep:
    """What would happen to an action; `because` is a clause without a full stop.

    Attributes:
        action (str):
        decision (str): * `chosen` - chosen
            * `needed` - needed
            * `reused` - reused
            * `active` - active
        because (str):
        needed_by (None | str):
        newest (NewestJob | None):
    """

    action: str
    decision: str
    because: str
    needed_by: None | str
    newest: NewestJob | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.newest_job import NewestJob  # noqa: PLC0415

        action = self.action

        decision = self.decision

        because = self.because

        needed_by: None | str
        needed_by = self.needed_by

        newest: dict[str, Any] | None
        if isinstance(self.newest, NewestJob):
            newest = self.newest.to_dict()
        else:
            newest = self.newest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "decision": decision,
                "because": because,
                "needed_by": needed_by,
                "newest": newest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.newest_job import NewestJob  # noqa: PLC0415

        d = dict(src_dict)
        action = d.pop("action")

        decision = d.pop("decision")

        because = d.pop("because")

        def _parse_needed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        needed_by = _parse_needed_by(d.pop("needed_by"))

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

        plan_step = cls(
            action=action,
            decision=decision,
            because=because,
            needed_by=needed_by,
            newest=newest,
        )

        plan_step.additional_properties = d
        return plan_step

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
