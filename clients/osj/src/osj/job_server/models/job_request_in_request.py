from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="JobRequestInRequest")


@_attrs_define
class JobRequestInRequest:
    """A run to ask for.

    Attributes:
        backend (str): Slug of a backend.
        actions (list[str]): Names of actions; `run_all` stands for all of them.
        commit (None | str | Unset): 7 to 40 digits of a commit on the branch; without it, the newest.
        force_run_dependencies (bool | Unset): Run what they need again although it succeeded. Default: False.
        will_notify (bool | Unset): Whether to mail the asker about each finished job; without it, what the workspace
            says.
    """

    backend: str
    actions: list[str]
    commit: None | str | Unset = UNSET
    force_run_dependencies: bool | Unset = False
    will_notify: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        backend = self.backend

        actions = self.actions

        commit: None | str | Unset
        if isinstance(self.commit, Unset):
            commit = UNSET
        else:
            commit = self.commit

        force_run_dependencies = self.force_run_dependencies

        will_notify = self.will_notify

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "backend": backend,
                "actions": actions,
            }
        )
        if commit is not UNSET:
            field_dict["commit"] = commit
        if force_run_dependencies is not UNSET:
            field_dict["force_run_dependencies"] = force_run_dependencies
        if will_notify is not UNSET:
            field_dict["will_notify"] = will_notify

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        backend = d.pop("backend")

        actions = cast(list[str], d.pop("actions"))

        def _parse_commit(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        commit = _parse_commit(d.pop("commit", UNSET))

        force_run_dependencies = d.pop("force_run_dependencies", UNSET)

        will_notify = d.pop("will_notify", UNSET)

        job_request_in_request = cls(
            backend=backend,
            actions=actions,
            commit=commit,
            force_run_dependencies=force_run_dependencies,
            will_notify=will_notify,
        )

        return job_request_in_request
