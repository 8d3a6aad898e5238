from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.reason_object import ReasonObject


T = TypeVar("T", bound="Reason")


@_attrs_define
class Reason:
    """Why something is where it is; `text` is a sentence without a time, which is in `since`.

    Attributes:
        code (str): * `not_picked_up` - Not Picked Up
            * `no_jobs_yet` - No Jobs Yet
            * `passed_over` - Passed Over
            * `never_heard` - Never Heard
            * `backend_switched_off` - Backend Switched Off
            * `no_contact` - No Contact
            * `backend_paused` - Backend Paused
            * `database_maintenance` - Database Maintenance
            * `waiting_on_dependencies` - Waiting On Dependencies
            * `waiting_on_workers` - Waiting On Workers
            * `waiting_on_database_workers` - Waiting On Database Workers
            * `waiting_on_reboot` - Waiting On Reboot
            * `waiting_on_new_task` - Waiting On New Task
            * `created` - Created
            * `pending` - Pending
            * `preparing` - Preparing
            * `executing` - Executing
            * `finalizing` - Finalizing
            * `running` - Running
            * `cancelling` - Cancelling
            * `cancelled` - Cancelled
            * `dependency_failed` - Dependency Failed
            * `nonzero_exit` - Nonzero Exit
            * `unmatched_patterns` - Unmatched Patterns
            * `internal_error` - Internal Error
            * `killed_by_admin` - Killed By Admin
            * `stale_codelists` - Stale Codelists
            * `job_error` - Job Error
            * `request_error` - Request Error
            * `failed` - Failed
            * `nothing_to_do` - Nothing To Do
            * `unlisted` - Unlisted
            * `unknown_status` - Unknown Status
        text (str):
        what_next (str): What would change it, or what helps.
        who_can_act (str): * `nobody` - nobody has to: it goes on by itself
            * `asker` - whoever may run in the workspace
            * `operators` - the people who run the backend
            * `service` - the people who run this service
        about (ReasonObject): What a reason is about.
        since (datetime.datetime | None):
        until (datetime.datetime | None): The announced end of maintenance, where one is known.
        heard_at (datetime.datetime | None): The last contact with the backend, where the reason is there.
        requests_before (int | None): Unfinished requests asked for sooner, counted to 101, on its own page alone.
    """

    code: str
    text: str
    what_next: str
    who_can_act: str
    about: ReasonObject
    since: datetime.datetime | None
    until: datetime.datetime | None
    heard_at: datetime.datetime | None
    requests_before: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.reason_object import ReasonObject  # noqa: PLC0415

        code = self.code

        text = self.text

        what_next = self.what_next

        who_can_act = self.who_can_act

        about = self.about.to_dict()

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        heard_at: None | str
        if isinstance(self.heard_at, datetime.datetime):
            heard_at = self.heard_at.isoformat()
        else:
            heard_at = self.heard_at

        requests_before: int | None
        requests_before = self.requests_before

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "text": text,
                "what_next": what_next,
                "who_can_act": who_can_act,
                "about": about,
                "since": since,
                "until": until,
                "heard_at": heard_at,
                "requests_before": requests_before,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reason_object import ReasonObject  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        text = d.pop("text")

        what_next = d.pop("what_next")

        who_can_act = d.pop("who_can_act")

        about = ReasonObject.from_dict(d.pop("about"))

        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        def _parse_heard_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                heard_at_type_0 = datetime.datetime.fromisoformat(data)

                return heard_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        heard_at = _parse_heard_at(d.pop("heard_at"))

        def _parse_requests_before(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        requests_before = _parse_requests_before(d.pop("requests_before"))

        reason = cls(
            code=code,
            text=text,
            what_next=what_next,
            who_can_act=who_can_act,
            about=about,
            since=since,
            until=until,
            heard_at=heard_at,
            requests_before=requests_before,
        )

        reason.additional_properties = d
        return reason

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
