"""Every change to people, their roles and their tokens, and the count of wrong passwords."""

from server.people.services.accounts import create_account
from server.people.services.admins import AdminChange, ensure_admins
from server.people.services.closing import (
    AlreadyClosed,
    close_account,
    confirm_identity,
    why_not_close,
)
from server.people.services.exports import note_export
from server.people.services.github_accounts import (
    GitHubProfile,
    create_github_account,
    follow_github_login,
)
from server.people.services.last_administrator import (
    LastAdministrator,
    lock_administrators,
    require_an_administrator,
)
from server.people.services.own_data import own_data
from server.people.services.own_events import events_of
from server.people.services.passwords import finish_password_change
from server.people.services.profiles import change_account
from server.people.services.roles import (
    ChangedMany,
    Skipped,
    change_role_of_many,
    clear_roles,
    set_roles,
)
from server.people.services.second_factor import (
    LocalAccountsOnly,
    claim_code,
    note_factor,
    remove_factors,
    require_local_account,
    reset_second_factor,
)
from server.people.services.sessions import (
    end_own_sessions,
    end_sessions_of,
    note_session_use,
    sessions_of,
)
from server.people.services.sign_in_record import (
    note_refused_sign_in,
    note_sign_in,
    note_sign_out,
)
from server.people.services.sign_in_tries import (
    TooManyTries,
    begin_code_try,
    begin_try,
    forget_try,
)
from server.people.services.tokens import (
    create_personal_token,
    find_personal_token,
    revoke_personal_token,
    revoke_token_of,
    why_token_refused,
)
from server.people.services.users import change_user, end_sessions, note_seen
from server.people.services.versions import claim_version, touch
from server.people.services.view_as import begin_view, forget_view, viewed_id_of

__all__ = [
    "AdminChange",
    "AlreadyClosed",
    "ChangedMany",
    "GitHubProfile",
    "LastAdministrator",
    "LocalAccountsOnly",
    "Skipped",
    "TooManyTries",
    "begin_code_try",
    "begin_try",
    "begin_view",
    "change_account",
    "change_role_of_many",
    "change_user",
    "claim_code",
    "claim_version",
    "clear_roles",
    "close_account",
    "confirm_identity",
    "create_account",
    "create_github_account",
    "create_personal_token",
    "end_own_sessions",
    "end_sessions",
    "end_sessions_of",
    "ensure_admins",
    "events_of",
    "find_personal_token",
    "finish_password_change",
    "follow_github_login",
    "forget_try",
    "forget_view",
    "lock_administrators",
    "note_export",
    "note_factor",
    "note_refused_sign_in",
    "note_seen",
    "note_session_use",
    "note_sign_in",
    "note_sign_out",
    "own_data",
    "remove_factors",
    "require_an_administrator",
    "require_local_account",
    "reset_second_factor",
    "revoke_personal_token",
    "revoke_token_of",
    "sessions_of",
    "set_roles",
    "touch",
    "viewed_id_of",
    "why_not_close",
    "why_token_refused",
]
