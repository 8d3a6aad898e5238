"""Every change to people, their roles and their tokens, and the count of wrong passwords."""

from server.people.services.accounts import create_account
from server.people.services.admins import AdminChange, ensure_admins
from server.people.services.sign_in_tries import TooManyTries, begin_try, forget_try
from server.people.services.tokens import (
    create_personal_token,
    find_personal_token,
    revoke_personal_token,
)

__all__ = [
    "AdminChange",
    "TooManyTries",
    "begin_try",
    "create_account",
    "create_personal_token",
    "ensure_admins",
    "find_personal_token",
    "forget_try",
    "revoke_personal_token",
]
