from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="Metrics")


@_attrs_define
class Metrics:
    """What a job used: percent of one processor, and MB of memory.

    Attributes:
        cpu_peak (float | None):
        mem_mb_peak (float | None):
        cpu_mean (float | None):
        mem_mb_mean (float | None):
    """

    cpu_peak: float | None
    mem_mb_peak: float | None
    cpu_mean: float | None
    mem_mb_mean: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cpu_peak: float | None
        cpu_peak = self.cpu_peak

        mem_mb_peak: float | None
        mem_mb_peak = self.mem_mb_peak

        cpu_mean: float | None
        cpu_mean = self.cpu_mean

        mem_mb_mean: float | None
        mem_mb_mean = self.mem_mb_mean

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cpu_peak": cpu_peak,
                "mem_mb_peak": mem_mb_peak,
                "cpu_mean": cpu_mean,
                "mem_mb_mean": mem_mb_mean,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_cpu_peak(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        cpu_peak = _parse_cpu_peak(d.pop("cpu_peak"))

        def _parse_mem_mb_peak(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mem_mb_peak = _parse_mem_mb_peak(d.pop("mem_mb_peak"))

        def _parse_cpu_mean(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        cpu_mean = _parse_cpu_mean(d.pop("cpu_mean"))

        def _parse_mem_mb_mean(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        mem_mb_mean = _parse_mem_mb_mean(d.pop("mem_mb_mean"))

        metrics = cls(
            cpu_peak=cpu_peak,
            mem_mb_peak=mem_mb_peak,
            cpu_mean=cpu_mean,
            mem_mb_mean=mem_mb_mean,
        )

        metrics.additional_properties = d
        return metrics

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
