"""What people, roles, sessions and tokens look like, and how they come in."""

from server.people.serializers.account import (
    CloseAccountIn,
    OwnAccountChangesIn,
    OwnAccountOut,
)
from server.people.serializers.people import PersonOut
from server.people.serializers.roles import (
    ChangedManyOut,
    RoleChangeIn,
    RolesIn,
    RolesOut,
    SkippedPersonOut,
    catalogue,
)
from server.people.serializers.session import (
    MeOut,
    SessionCanOut,
    SessionOut,
    SignInWaysOut,
    ViewAsIn,
)
from server.people.serializers.sessions import BrowserSessionOut, BrowserSessionsOut
from server.people.serializers.tokens import NewTokenOut, TokenIn, TokenOut, TokensOut
from server.people.serializers.users import (
    PlaceOut,
    SignedOutOut,
    UserChangesIn,
    UserDetailOut,
    UserEventsQuery,
    UserOut,
    UserQuery,
)

__all__ = [
    "BrowserSessionOut",
    "BrowserSessionsOut",
    "ChangedManyOut",
    "CloseAccountIn",
    "MeOut",
    "NewTokenOut",
    "OwnAccountChangesIn",
    "OwnAccountOut",
    "PersonOut",
    "PlaceOut",
    "RoleChangeIn",
    "RolesIn",
    "RolesOut",
    "SessionCanOut",
    "SessionOut",
    "SignInWaysOut",
    "SignedOutOut",
    "SkippedPersonOut",
    "TokenIn",
    "TokenOut",
    "TokensOut",
    "UserChangesIn",
    "UserDetailOut",
    "UserEventsQuery",
    "UserOut",
    "UserQuery",
    "ViewAsIn",
    "catalogue",
]
