from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.job_can import JobCan
    from ..models.metrics import Metrics
    from ..models.reason import Reason


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    """A job; its own page shows more.

    Attributes:
        identifier (str):
        action (str):
        status (str): The runner's own word.
        display_status (str): * `succeeded` - Succeeded
            * `running` - Running
            * `waiting` - Waiting
            * `held` - On hold
            * `failed` - Failed
            * `not_run` - Not run
            * `cancelled` - Cancelled
            * `unknown` - Unknown
        status_code (str):
        status_message (str):
        reason (None | Reason):
        needs (list[str]):
        created_at (datetime.datetime):
        started_at (datetime.datetime | None):
        completed_at (datetime.datetime | None):
        updated_at (datetime.datetime | None): The newest word of its runner, by the runner's clock.
        news_at (datetime.datetime): When its runner last had news of it: as it says, or by the clock of this service
            where the runner's cannot be right.
        waited_s (int | None): From its making to its start; null while it waits.
        duration_s (int | None): Null until it has ended.
        attempts_total (int): How often its runner has tried it, this time included.
        is_stale (bool): Whether it is unfinished and was not heard of for thirty minutes.
        is_cancel_requested (bool):
        is_database_action (bool):
        log_path (None | str):
        metrics (Metrics | None): Null for callers without any role.
        can (JobCan): What the caller may do with a job.
    """

    identifier: str
    action: str
    status: str
    display_status: str
    status_code: str
    status_message: str
    reason: None | Reason
    needs: list[str]
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    updated_at: datetime.datetime | None
    news_at: datetime.datetime
    waited_s: int | None
    duration_s: int | None
    attempts_total: int
    is_stale: bool
    is_cancel_requested: bool
    is_database_action: bool
    log_path: None | str
    metrics: Metrics | None
    can: JobCan
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_can import JobCan  # noqa: PLC0415
        from ..models.metrics import Metrics  # noqa: PLC0415
        from ..models.reason import Reason  # noqa: PLC0415

        identifier = self.identifier

        action = self.action

        status = self.status

        display_status = self.display_status

        status_code = self.status_code

        status_message = self.status_message

        reason: dict[str, Any] | None
        if isinstance(self.reason, Reason):
            reason = self.reason.to_dict()
        else:
            reason = self.reason

        needs = self.needs

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        updated_at: None | str
        if isinstance(self.updated_at, datetime.datetime):
            updated_at = self.updated_at.isoformat()
        else:
            updated_at = self.updated_at

        news_at = self.news_at.isoformat()

        waited_s: int | None
        waited_s = self.waited_s

        duration_s: int | None
        duration_s = self.duration_s

        attempts_total = self.attempts_total

        is_stale = self.is_stale

        is_cancel_requested = self.is_cancel_requested

        is_database_action = self.is_database_action

        log_path: None | str
        log_path = self.log_path

        metrics: dict[str, Any] | None
        if isinstance(self.metrics, Metrics):
            metrics = self.metrics.to_dict()
        else:
            metrics = self.metrics

        can = self.can.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "identifier": identifier,
                "action": action,
                "status": status,
                "display_status": display_status,
                "status_code": status_code,
                "status_message": status_message,
                "reason": reason,
                "needs": needs,
                "created_at": created_at,
                "started_at": started_at,
                "completed_at": completed_at,
                "updated_at": updated_at,
                "news_at": news_at,
                "waited_s": waited_s,
                "duration_s": duration_s,
                "attempts_total": attempts_total,
                "is_stale": is_stale,
                "is_cancel_requested": is_cancel_requested,
                "is_database_action": is_database_action,
                "log_path": log_path,
                "metrics": metrics,
                "can": can,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_can import JobCan  # noqa: PLC0415
        from ..models.metrics import Metrics  # noqa: PLC0415
        from ..models.reason import Reason  # noqa: PLC0415

        d = dict(src_dict)
        identifier = d.pop("identifier")

        action = d.pop("action")

        status = d.pop("status")

        display_status = d.pop("display_status")

        status_code = d.pop("status_code")

        status_message = d.pop("status_message")

        def _parse_reason(data: object) -> None | Reason:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reason_type_0 = Reason.from_dict(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Reason, data)

        reason = _parse_reason(d.pop("reason"))

        needs = cast(list[str], d.pop("needs"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        def _parse_updated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                updated_at_type_0 = datetime.datetime.fromisoformat(data)

                return updated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        updated_at = _parse_updated_at(d.pop("updated_at"))

        news_at = datetime.datetime.fromisoformat(d.pop("news_at"))

        def _parse_waited_s(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        waited_s = _parse_waited_s(d.pop("waited_s"))

        def _parse_duration_s(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        duration_s = _parse_duration_s(d.pop("duration_s"))

        attempts_total = d.pop("attempts_total")

        is_stale = d.pop("is_stale")

        is_cancel_requested = d.pop("is_cancel_requested")

        is_database_action = d.pop("is_database_action")

        def _parse_log_path(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        log_path = _parse_log_path(d.pop("log_path"))

        def _parse_metrics(data: object) -> Metrics | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metrics_type_0 = Metrics.from_dict(data)

                return metrics_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Metrics | None, data)

        metrics = _parse_metrics(d.pop("metrics"))

        can = JobCan.from_dict(d.pop("can"))

        job = cls(
            identifier=identifier,
            action=action,
            status=status,
            display_status=display_status,
            status_code=status_code,
            status_message=status_message,
            reason=reason,
            needs=needs,
            created_at=created_at,
            started_at=started_at,
            completed_at=completed_at,
            updated_at=updated_at,
            news_at=news_at,
            waited_s=waited_s,
            duration_s=duration_s,
            attempts_total=attempts_total,
            is_stale=is_stale,
            is_cancel_requested=is_cancel_requested,
            is_database_action=is_database_action,
            log_path=log_path,
            metrics=metrics,
            can=can,
        )

        job.additional_properties = d
        return job

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
