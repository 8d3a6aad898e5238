from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.person import Person
    from ..models.project_ref import ProjectRef
    from ..models.repo_ref import RepoRef
    from ..models.workspace_can import WorkspaceCan


T = TypeVar("T", bound="Workspace")


@_attrs_define
class Workspace:
    """A workspace. Needs the caller: `context={"actor": …}`.

    Attributes:
        name (str):
        purpose (str):
        project (ProjectRef): A project by name.
        orgs (list[str]): The names of the project's organisations, the leading one first.
        repo (RepoRef): A repository by address.
        branch (str):
        is_archived (bool | None): Whether it takes no new runs; null for callers without any role, who are not told.
        should_notify (bool):
        signed_off_at (datetime.datetime | None): When a member said that its code may be made public.
        signed_off_by (None | Person):
        created_at (datetime.datetime):
        created_by (Person): A person, as everybody may see them.
        updated_at (datetime.datetime):
        version (int):
        can (WorkspaceCan): What the caller may do with a workspace.
    """

    name: str
    purpose: str
    project: ProjectRef
    orgs: list[str]
    repo: RepoRef
    branch: str
    is_archived: bool | None
    should_notify: bool
    signed_off_at: datetime.datetime | None
    signed_off_by: None | Person
    created_at: datetime.datetime
    created_by: Person
    updated_at: datetime.datetime
    version: int
    can: WorkspaceCan
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415
        from ..models.project_ref import ProjectRef  # noqa: PLC0415
        from ..models.repo_ref import RepoRef  # noqa: PLC0415
        from ..models.workspace_can import WorkspaceCan  # noqa: PLC0415

        name = self.name

        purpose = self.purpose

        project = self.project.to_dict()

        orgs = self.orgs

        repo = self.repo.to_dict()

        branch = self.branch

        is_archived: bool | None
        is_archived = self.is_archived

        should_notify = self.should_notify

        signed_off_at: None | str
        if isinstance(self.signed_off_at, datetime.datetime):
            signed_off_at = self.signed_off_at.isoformat()
        else:
            signed_off_at = self.signed_off_at

        signed_off_by: dict[str, Any] | None
        if isinstance(self.signed_off_by, Person):
            signed_off_by = self.signed_off_by.to_dict()
        else:
            signed_off_by = self.signed_off_by

        created_at = self.created_at.isoformat()

        created_by = self.created_by.to_dict()

        updated_at = self.updated_at.isoformat()

        version = self.version

        can = self.can.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "purpose": purpose,
                "project": project,
                "orgs": orgs,
                "repo": repo,
                "branch": branch,
                "is_archived": is_archived,
                "should_notify": should_notify,
                "signed_off_at": signed_off_at,
                "signed_off_by": signed_off_by,
                "created_at": created_at,
                "created_by": created_by,
                "updated_at": updated_at,
                "version": version,
                "can": can,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415
        from ..models.project_ref import ProjectRef  # noqa: PLC0415
        from ..models.repo_ref import RepoRef  # noqa: PLC0415
        from ..models.workspace_can import WorkspaceCan  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        purpose = d.pop("purpose")

        project = ProjectRef.from_dict(d.pop("project"))

        orgs = cast(list[str], d.pop("orgs"))

        repo = RepoRef.from_dict(d.pop("repo"))

        branch = d.pop("branch")

        def _parse_is_archived(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        is_archived = _parse_is_archived(d.pop("is_archived"))

        should_notify = d.pop("should_notify")

        def _parse_signed_off_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_off_at_type_0 = datetime.datetime.fromisoformat(data)

                return signed_off_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        signed_off_at = _parse_signed_off_at(d.pop("signed_off_at"))

        def _parse_signed_off_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signed_off_by_type_0 = Person.from_dict(data)

                return signed_off_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        signed_off_by = _parse_signed_off_by(d.pop("signed_off_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by = Person.from_dict(d.pop("created_by"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        can = WorkspaceCan.from_dict(d.pop("can"))

        workspace = cls(
            name=name,
            purpose=purpose,
            project=project,
            orgs=orgs,
            repo=repo,
            branch=branch,
            is_archived=is_archived,
            should_notify=should_notify,
            signed_off_at=signed_off_at,
            signed_off_by=signed_off_by,
            created_at=created_at,
            created_by=created_by,
            updated_at=updated_at,
            version=version,
            can=can,
        )

        workspace.additional_properties = d
        return workspace

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
