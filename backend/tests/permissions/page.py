"""`docs/reference/permissions.md`, written from the table."""

from pathlib import Path

from tests.permissions.roles import GIVES, HELD_EVERYWHERE, HELD_IN_A_PROJECT, PERMISSIONS
from tests.permissions.rows import PARTS
from tests.permissions.rules import Row

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "permissions.md"

_HEAD = """\
# Permissions

Who may do what, by the roles that a person holds and by what he has to do with an object. This
page is written by `make permissions` from the table in `backend/tests/permissions/`, which calls
every line of it over HTTP as every kind of caller and fails where the service answers differently.

## Roles

A role is held everywhere or in one project; in a project count the roles held there and those held
everywhere. The Administrator holds every permission. Being allowed to run on a backend is no role:
it is being a member of the backend.

"""
_HOW_TO_READ = """
## Endpoints

- `permission` must be held everywhere; `permission` *there* may also be held in the object's
  project, *anywhere* in any project.
- Who may not: without signing in 401, else 403 that names the missing permission; *404* where the
  object is none of the caller's business. An expired, revoked or unknown token is 401.
- A personal token also needs the scope in the column *Token*: 403 otherwise. *none* means that no
  token will do, only a browser. Changes from a browser need the CSRF token, else 403.
- Who views as somebody reads as that person does; every change but the end of the view and signing
  out is 403 `viewing-as`, and every control of the pages is off.
- *On record* is the event that a change leaves in the audit trail.
- `/api/v2/` knows backends by their token alone and answers 403 to everybody else.
"""


def page() -> str:
    """The whole page."""
    parts = [f"\n### {title}\n\n" + "\n".join(_table(rows)) + "\n" for title, rows in PARTS.items()]
    return _HEAD + "\n".join(_roles()) + "\n" + _HOW_TO_READ + "".join(parts)


def _roles() -> list[str]:
    roles = sorted(GIVES)
    kinds = {
        role: " or ".join(
            [
                *(["everywhere"] if role in HELD_EVERYWHERE else []),
                *(["in a project"] if role in HELD_IN_A_PROJECT else []),
            ]
        )
        for role in roles
    }
    return [
        _line("Role", "Held", "Permissions"),
        _line("---", "---", "---"),
        *(_line(role, kinds[role], _permissions(role)) for role in roles),
    ]


def _permissions(role: str) -> str:
    if GIVES[role] == frozenset(PERMISSIONS):
        return "all"
    return ", ".join(f"`{permission}`" for permission in sorted(GIVES[role]))


def _table(rows: list[Row]) -> list[str]:
    return [
        _line("Call", "Who may", "Token", "On record"),
        _line("---", "---", "---", "---"),
        *(
            _line(
                f"`{row.method} {row.path}`" + (f" ({row.case})" if row.case else ""),
                "; ".join(filter(None, [row.who.words, _refused(row), row.note])),
                _token(row),
                _record(row),
            )
            for row in rows
        ),
    ]


def _refused(row: Row) -> str:
    return "" if row.refused == 403 else f"else {row.refused}"


def _token(row: Row) -> str:
    if not row.path.startswith("/api/v3/"):
        return ""
    if row.only_session:
        return "none"
    return row.scope if row.changes else "read"


def _record(row: Row) -> str:
    if row.leaves:
        return f"`{row.leaves.verb}`"
    return row.unrecorded if row.changes else ""


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
