"""Every change to backends, their tokens and members, and how a runner's token is recognised."""

from server.fleet.services.backends import (
    Announcement,
    begin_new_epoch,
    change_backend,
    create_backend,
)
from server.fleet.services.callers import Caller, Refusal, authenticate, refusal_of
from server.fleet.services.members import (
    AddedMembers,
    add_backend_member,
    add_backend_members,
    find_backends,
    leave_backends,
    remove_backend_member,
    set_user_backends,
)
from server.fleet.services.silence import BACKEND_SILENT, flag_silent_backends
from server.fleet.services.stopping import resume_service, stop_service
from server.fleet.services.tokens import (
    create_backend_token,
    find_live_token,
    import_backend_token,
    revoke_backend_token,
    rotate_backend_token,
)

__all__ = [
    "BACKEND_SILENT",
    "AddedMembers",
    "Announcement",
    "Caller",
    "Refusal",
    "add_backend_member",
    "add_backend_members",
    "authenticate",
    "begin_new_epoch",
    "change_backend",
    "create_backend",
    "create_backend_token",
    "find_backends",
    "find_live_token",
    "flag_silent_backends",
    "import_backend_token",
    "leave_backends",
    "refusal_of",
    "remove_backend_member",
    "resume_service",
    "revoke_backend_token",
    "rotate_backend_token",
    "set_user_backends",
    "stop_service",
]
