from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.backend_can import BackendCan
    from ..models.maintenance import Maintenance
    from ..models.stop import Stop


T = TypeVar("T", bound="Backend")


@_attrs_define
class Backend:
    """A backend, how it is, and how much waits and runs there.

    Attributes:
        slug (str):
        name (str):
        is_active (bool): False where staff switched it off.
        contact (str): * `heard` - Heard
            * `silent` - No contact
            * `never` - Never heard
        last_seen_at (datetime.datetime | None):
        alert_timeout_s (int): Silence longer than this is a warning.
        mode (str): * `taking` - Taking jobs
            * `paused` - Paused
            * `maintenance` - Database maintenance
        mode_since (datetime.datetime | None):
        maintenance (Maintenance | None):
        stop (None | Stop): Staff let nobody ask for new runs.
        waiting_requests (int):
        running_requests (int):
        waiting_jobs (int):
        running_jobs (int):
        oldest_waiting_at (datetime.datetime | None):
        can_run (bool):
        why_not (None | str):
        version (int):
        can (BackendCan): What the caller may do with a backend.
    """

    slug: str
    name: str
    is_active: bool
    contact: str
    last_seen_at: datetime.datetime | None
    alert_timeout_s: int
    mode: str
    mode_since: datetime.datetime | None
    maintenance: Maintenance | None
    stop: None | Stop
    waiting_requests: int
    running_requests: int
    waiting_jobs: int
    running_jobs: int
    oldest_waiting_at: datetime.datetime | None
    can_run: bool
    why_not: None | str
    version: int
    can: BackendCan
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.backend_can import BackendCan  # noqa: PLC0415
        from ..models.maintenance import Maintenance  # noqa: PLC0415
        from ..models.stop import Stop  # noqa: PLC0415

        slug = self.slug

        name = self.name

        is_active = self.is_active

        contact = self.contact

        last_seen_at: None | str
        if isinstance(self.last_seen_at, datetime.datetime):
            last_seen_at = self.last_seen_at.isoformat()
        else:
            last_seen_at = self.last_seen_at

        alert_timeout_s = self.alert_timeout_s

        mode = self.mode

        mode_since: None | str
        if isinstance(self.mode_since, datetime.datetime):
            mode_since = self.mode_since.isoformat()
        else:
            mode_since = self.mode_since

        maintenance: dict[str, Any] | None
        if isinstance(self.maintenance, Maintenance):
            maintenance = self.maintenance.to_dict()
        else:
            maintenance = self.maintenance

        stop: dict[str, Any] | None
        if isinstance(self.stop, Stop):
            stop = self.stop.to_dict()
        else:
            stop = self.stop

        waiting_requests = self.waiting_requests

        running_requests = self.running_requests

        waiting_jobs = self.waiting_jobs

        running_jobs = self.running_jobs

        oldest_waiting_at: None | str
        if isinstance(self.oldest_waiting_at, datetime.datetime):
            oldest_waiting_at = self.oldest_waiting_at.isoformat()
        else:
            oldest_waiting_at = self.oldest_waiting_at

        can_run = self.can_run

        why_not: None | str
        why_not = self.why_not

        version = self.version

        can = self.can.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "is_active": is_active,
                "contact": contact,
                "last_seen_at": last_seen_at,
                "alert_timeout_s": alert_timeout_s,
                "mode": mode,
                "mode_since": mode_since,
                "maintenance": maintenance,
                "stop": stop,
                "waiting_requests": waiting_requests,
                "running_requests": running_requests,
                "waiting_jobs": waiting_jobs,
                "running_jobs": running_jobs,
                "oldest_waiting_at": oldest_waiting_at,
                "can_run": can_run,
                "why_not": why_not,
                "version": version,
                "can": can,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.backend_can import BackendCan  # noqa: PLC0415
        from ..models.maintenance import Maintenance  # noqa: PLC0415
        from ..models.stop import Stop  # noqa: PLC0415

        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        is_active = d.pop("is_active")

        contact = d.pop("contact")

        def _parse_last_seen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_seen_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_seen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_seen_at = _parse_last_seen_at(d.pop("last_seen_at"))

        alert_timeout_s = d.pop("alert_timeout_s")

        mode = d.pop("mode")

        def _parse_mode_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mode_since_type_0 = datetime.datetime.fromisoformat(data)

                return mode_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        mode_since = _parse_mode_since(d.pop("mode_since"))

        def _parse_maintenance(data: object) -> Maintenance | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                maintenance_type_0 = Maintenance.from_dict(data)

                return maintenance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Maintenance | None, data)

        maintenance = _parse_maintenance(d.pop("maintenance"))

        def _parse_stop(data: object) -> None | Stop:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                stop_type_0 = Stop.from_dict(data)

                return stop_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Stop, data)

        stop = _parse_stop(d.pop("stop"))

        waiting_requests = d.pop("waiting_requests")

        running_requests = d.pop("running_requests")

        waiting_jobs = d.pop("waiting_jobs")

        running_jobs = d.pop("running_jobs")

        def _parse_oldest_waiting_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                oldest_waiting_at_type_0 = datetime.datetime.fromisoformat(data)

                return oldest_waiting_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        oldest_waiting_at = _parse_oldest_waiting_at(d.pop("oldest_waiting_at"))

        can_run = d.pop("can_run")

        def _parse_why_not(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why_not = _parse_why_not(d.pop("why_not"))

        version = d.pop("version")

        can = BackendCan.from_dict(d.pop("can"))

        backend = cls(
            slug=slug,
            name=name,
            is_active=is_active,
            contact=contact,
            last_seen_at=last_seen_at,
            alert_timeout_s=alert_timeout_s,
            mode=mode,
            mode_since=mode_since,
            maintenance=maintenance,
            stop=stop,
            waiting_requests=waiting_requests,
            running_requests=running_requests,
            waiting_jobs=waiting_jobs,
            running_jobs=running_jobs,
            oldest_waiting_at=oldest_waiting_at,
            can_run=can_run,
            why_not=why_not,
            version=version,
            can=can,
        )

        backend.additional_properties = d
        return backend

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
