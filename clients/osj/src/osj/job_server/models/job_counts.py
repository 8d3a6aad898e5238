from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="JobCounts")


@_attrs_define
class JobCounts:
    """How many jobs a request has, by what is drawn for them.

    Attributes:
        total (int):
        succeeded (int):
        running (int):
        waiting (int):
        held (int):
        failed (int):
        not_run (int):
        cancelled (int):
        unknown (int):
    """

    total: int
    succeeded: int
    running: int
    waiting: int
    held: int
    failed: int
    not_run: int
    cancelled: int
    unknown: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        succeeded = self.succeeded

        running = self.running

        waiting = self.waiting

        held = self.held

        failed = self.failed

        not_run = self.not_run

        cancelled = self.cancelled

        unknown = self.unknown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "succeeded": succeeded,
                "running": running,
                "waiting": waiting,
                "held": held,
                "failed": failed,
                "not_run": not_run,
                "cancelled": cancelled,
                "unknown": unknown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        succeeded = d.pop("succeeded")

        running = d.pop("running")

        waiting = d.pop("waiting")

        held = d.pop("held")

        failed = d.pop("failed")

        not_run = d.pop("not_run")

        cancelled = d.pop("cancelled")

        unknown = d.pop("unknown")

        job_counts = cls(
            total=total,
            succeeded=succeeded,
            running=running,
            waiting=waiting,
            held=held,
            failed=failed,
            not_run=not_run,
            cancelled=cancelled,
            unknown=unknown,
        )

        job_counts.additional_properties = d
        return job_counts

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
