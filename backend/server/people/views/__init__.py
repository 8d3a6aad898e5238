"""`session`, `account`, `tokens`, `users`, `roles`: who asks, and people."""

from server.people.views.account import AccountExportView, AccountView, CloseAccountView
from server.people.views.events import EventsView, events_schema
from server.people.views.record import AuditEventKindsView, AuditEventsView, AuditExportsView
from server.people.views.roles import RoleChangesView, RolesView
from server.people.views.session import SessionView, ViewAsView
from server.people.views.sessions import (
    AllSessionsView,
    BrowserSessionsView,
    BrowserSessionView,
)
from server.people.views.tokens import TokensView, TokenView
from server.people.views.users import (
    USER_DETAIL,
    UserEventsView,
    UserRolesView,
    UserSessionsView,
    UsersView,
    UserTokenView,
    UserView,
    answer_user,
    find_user,
    find_user_for_staff,
)

__all__ = [
    "USER_DETAIL",
    "AccountExportView",
    "AccountView",
    "AllSessionsView",
    "AuditEventKindsView",
    "AuditEventsView",
    "AuditExportsView",
    "BrowserSessionView",
    "BrowserSessionsView",
    "CloseAccountView",
    "EventsView",
    "RoleChangesView",
    "RolesView",
    "SessionView",
    "TokenView",
    "TokensView",
    "UserEventsView",
    "UserRolesView",
    "UserSessionsView",
    "UserTokenView",
    "UserView",
    "UsersView",
    "ViewAsView",
    "answer_user",
    "events_schema",
    "find_user",
    "find_user_for_staff",
]
