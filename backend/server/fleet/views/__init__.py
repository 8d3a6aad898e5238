"""`backends`: where runs happen, how each backend is, who may run there, how runners sign in."""

from server.fleet.views.backends import BackendEventsView, BackendsView, BackendView, CallCountsView
from server.fleet.views.members import BackendMembersView, BackendMemberView
from server.fleet.views.people import UserBackendsView
from server.fleet.views.tokens import BackendTokensView, BackendTokenView, RotateTokenView

__all__ = [
    "BackendEventsView",
    "BackendMemberView",
    "BackendMembersView",
    "BackendTokenView",
    "BackendTokensView",
    "BackendView",
    "BackendsView",
    "CallCountsView",
    "RotateTokenView",
    "UserBackendsView",
]
