from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.backend_ref import BackendRef
    from ..models.reason import Reason


T = TypeVar("T", bound="NewestJob")


@_attrs_define
class NewestJob:
    """An action's newest job in a workspace.

    Attributes:
        job_identifier (str):
        job_request_number (int):
        job_request_identifier (str):
        backend (BackendRef): A backend by name.
        status (str): The runner's own word.
        display_status (str): * `succeeded` - Succeeded
            * `running` - Running
            * `waiting` - Waiting
            * `held` - On hold
            * `failed` - Failed
            * `not_run` - Not run
            * `cancelled` - Cancelled
            * `unknown` - Unknown
        reason (None | Reason):
        at (datetime.datetime): When it ended, else began, else was made.
        duration_s (int | None):
        commit_sha (str):
    """

    job_identifier: str
    job_request_number: int
    job_request_identifier: str
    backend: BackendRef
    status: str
    display_status: str
    reason: None | Reason
    at: datetime.datetime
    duration_s: int | None
    commit_sha: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.backend_ref import BackendRef  # noqa: PLC0415
        from ..models.reason import Reason  # noqa: PLC0415

        job_identifier = self.job_identifier

        job_request_number = self.job_request_number

        job_request_identifier = self.job_request_identifier

        backend = self.backend.to_dict()

        status = self.status

        display_status = self.display_status

        reason: dict[str, Any] | None
        if isinstance(self.reason, Reason):
            reason = self.reason.to_dict()
        else:
            reason = self.reason

        at = self.at.isoformat()

        duration_s: int | None
        duration_s = self.duration_s

        commit_sha = self.commit_sha

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "job_identifier": job_identifier,
                "job_request_number": job_request_number,
                "job_request_identifier": job_request_identifier,
                "backend": backend,
                "status": status,
                "display_status": display_status,
                "reason": reason,
                "at": at,
                "duration_s": duration_s,
                "commit_sha": commit_sha,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.backend_ref import BackendRef  # noqa: PLC0415
        from ..models.reason import Reason  # noqa: PLC0415

        d = dict(src_dict)
        job_identifier = d.pop("job_identifier")

        job_request_number = d.pop("job_request_number")

        job_request_identifier = d.pop("job_request_identifier")

        backend = BackendRef.from_dict(d.pop("backend"))

        status = d.pop("status")

        display_status = d.pop("display_status")

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

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_duration_s(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        duration_s = _parse_duration_s(d.pop("duration_s"))

        commit_sha = d.pop("commit_sha")

        newest_job = cls(
            job_identifier=job_identifier,
            job_request_number=job_request_number,
            job_request_identifier=job_request_identifier,
            backend=backend,
            status=status,
            display_status=display_status,
            reason=reason,
            at=at,
            duration_s=duration_s,
            commit_sha=commit_sha,
        )

        newest_job.additional_properties = d
        return newest_job

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
