from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.allowed import Allowed


T = TypeVar("T", bound="WorkspaceCan")


@_attrs_define
class WorkspaceCan:
    """What the caller may do with a workspace.

    Attributes:
        edit (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
        archive (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
        toggle_notices (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
        move (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
        run (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
        sign_off (Allowed): Whether the caller may do something, and if not, why: one sentence for the page.
    """

    edit: Allowed
    archive: Allowed
    toggle_notices: Allowed
    move: Allowed
    run: Allowed
    sign_off: Allowed
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.allowed import Allowed  # noqa: PLC0415

        edit = self.edit.to_dict()

        archive = self.archive.to_dict()

        toggle_notices = self.toggle_notices.to_dict()

        move = self.move.to_dict()

        run = self.run.to_dict()

        sign_off = self.sign_off.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "edit": edit,
                "archive": archive,
                "toggle_notices": toggle_notices,
                "move": move,
                "run": run,
                "sign_off": sign_off,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allowed import Allowed  # noqa: PLC0415

        d = dict(src_dict)
        edit = Allowed.from_dict(d.pop("edit"))

        archive = Allowed.from_dict(d.pop("archive"))

        toggle_notices = Allowed.from_dict(d.pop("toggle_notices"))

        move = Allowed.from_dict(d.pop("move"))

        run = Allowed.from_dict(d.pop("run"))

        sign_off = Allowed.from_dict(d.pop("sign_off"))

        workspace_can = cls(
            edit=edit,
            archive=archive,
            toggle_notices=toggle_notices,
            move=move,
            run=run,
            sign_off=sign_off,
        )

        workspace_can.additional_properties = d
        return workspace_can

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
