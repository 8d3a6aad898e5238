"""What a row of the table means for one caller: the answer that he must get."""

from dataclasses import dataclass

from tests.permissions.callers import Caller
from tests.permissions.rules import Row


@dataclass(frozen=True)
class Expected:
    """Status, and of a refusal of /api/v3/ the kind of problem and the permission it names."""

    status: int
    problem: str = ""
    permission: str = ""

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.status, self.problem, self.permission) if part)


def expected(row: Row, caller: Caller, *, public_read: bool) -> Expected:
    """The answer that the table has for this call."""
    if caller.viewer and row.changes and not row.while_viewing:
        return Expected(403, "viewing-as")
    if row.expect is not None:
        return Expected(row.expect(caller))
    if row.path.startswith("/api/v2/"):
        return _of_runners(row, caller)
    if row.path.startswith("/api/v3/"):
        return _of_people(row, caller, public_read=public_read)
    return Expected(row.ok)  # functions, which are open


def _of_runners(row: Row, caller: Caller) -> Expected:
    """Never a 401, and a person's token is as good as none."""
    if row.who.is_open:
        return Expected(row.ok)
    if not caller.backend:
        return Expected(403)
    return Expected(row.ok if row.who.lets_in(caller) else row.refused)


def _of_people(row: Row, caller: Caller, *, public_read: bool) -> Expected:
    if not caller.is_live:
        return Expected(401, "invalid-token")
    if not caller.username:
        is_open = row.who.is_open or (row.who.is_public_read and public_read and not row.changes)
        return Expected(row.ok) if is_open else Expected(401, "not-signed-in")
    if row.changes and not caller.is_trusted:
        return Expected(403, "csrf-failed")
    if row.only_session and caller.scopes is not None:
        return Expected(403, "forbidden")
    if row.in_person and caller.viewer:
        return Expected(403, "forbidden")
    if row.changes and caller.scopes is not None and row.scope not in caller.scopes:
        return Expected(403, "scope-missing")
    if row.who.lets_in(caller):
        return Expected(row.ok)
    if row.refused == 404:
        return Expected(404, "not-found")
    return Expected(row.refused, "forbidden", row.who.names(caller))
