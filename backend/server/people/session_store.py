"""Sessions in the database, whatever a cookie says.

A cookie can carry characters that no key of a session has and PostgreSQL fails at being asked for.
"""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    """Django's, which by itself looks at the length of a key alone."""

    def _validate_session_key(self, key: str) -> bool:
        is_long_enough: bool = super()._validate_session_key(key)  # type: ignore[misc]
        return is_long_enough and key.isascii() and key.isalnum()
