from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.me import Me
    from ..models.person import Person
    from ..models.session_can import SessionCan
    from ..models.sign_in_ways import SignInWays


T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """Who is asking and what they may do; `user` is null for a visitor.

    Attributes:
        user (Me | None):
        viewer (None | Person): The member of staff who sees the service as `user` does; mostly null.
        can (SessionCan): What the caller may do that is about no object in particular.
        public_read (bool):
        sign_in (SignInWays): The ways to sign in that this installation has.
        development (bool):
        version (str):
    """

    user: Me | None
    viewer: None | Person
    can: SessionCan
    public_read: bool
    sign_in: SignInWays
    development: bool
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.me import Me  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.session_can import SessionCan  # noqa: PLC0415
        from ..models.sign_in_ways import SignInWays  # noqa: PLC0415

        user: dict[str, Any] | None
        if isinstance(self.user, Me):
            user = self.user.to_dict()
        else:
            user = self.user

        viewer: dict[str, Any] | None
        if isinstance(self.viewer, Person):
            viewer = self.viewer.to_dict()
        else:
            viewer = self.viewer

        can = self.can.to_dict()

        public_read = self.public_read

        sign_in = self.sign_in.to_dict()

        development = self.development

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user": user,
                "viewer": viewer,
                "can": can,
                "public_read": public_read,
                "sign_in": sign_in,
                "development": development,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.me import Me  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.session_can import SessionCan  # noqa: PLC0415
        from ..models.sign_in_ways import SignInWays  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_user(data: object) -> Me | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_type_0 = Me.from_dict(data)

                return user_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Me | None, data)

        user = _parse_user(d.pop("user"))

        def _parse_viewer(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                viewer_type_0 = Person.from_dict(data)

                return viewer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        viewer = _parse_viewer(d.pop("viewer"))

        can = SessionCan.from_dict(d.pop("can"))

        public_read = d.pop("public_read")

        sign_in = SignInWays.from_dict(d.pop("sign_in"))

        development = d.pop("development")

        version = d.pop("version")

        session = cls(
            user=user,
            viewer=viewer,
            can=can,
            public_read=public_read,
            sign_in=sign_in,
            development=development,
            version=version,
        )

        session.additional_properties = d
        return session

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
