"""Errors that a caller can act on; `problems.py` turns each into its problem response.

Services raise them; the table of all problems stands in `problem_types.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one part of the input; `pointer` is a JSON pointer (`/actions/0`)."""

    pointer: str
    detail: str


def pointer_to(*parts: str | int) -> str:
    """The JSON pointer to a part of the input. Source: RFC 6901."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


class DomainError(Exception):
    """Something was asked for that cannot be done; `detail` says what and what to do.

    Subclasses name their problem type. `members` are further members of the problem document;
    `retry_after_s` among them becomes the header `Retry-After` too.
    """

    problem = "conflict"

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.members: Mapping[str, Any] = members


class InputRefused(DomainError):
    """The input is well-formed but names something that does not exist or may not be."""

    problem = "validation-failed"

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(" ".join(error.detail for error in errors))
        self.errors = tuple(errors)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody may not do something: a sentence for the page, and the permission he lacks."""

    reason: str
    permission: str | None = None


class PermissionRefused(DomainError):
    """The caller may see this but not do that; `permission` names what is missing, if one is."""

    problem = "forbidden"


def require(refusal: Refusal | None) -> None:
    """Go on where a policy has no reason against it.

    Raises:
        PermissionRefused: it has one.
    """
    if refusal is None:
        return
    members = {"permission": refusal.permission} if refusal.permission else {}
    raise PermissionRefused(refusal.reason, **members)


class ScopeMissing(DomainError):
    """The personal token was not made for this; `scope` names what it lacks."""

    problem = "scope-missing"


class StaleVersion(DomainError):
    """Somebody else changed the object since it was read."""

    problem = "stale-version"


class VersionRequired(DomainError):
    """An edit came without `If-Match`."""

    problem = "version-required"


class BodyTooLarge(DomainError):
    """The body is longer than this service reads."""

    problem = "body-too-large"


class IdempotencyKeyReused(DomainError):
    """The same key came with another body."""

    problem = "idempotency-key-reused"


class CommandRefused(Exception):
    """A management command cannot do what it was asked; the text is for the operator."""
