"""The words in which the table says who may: each a sentence for people and a test of a caller."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.permissions.roles import GIVES, PERMISSIONS

if TYPE_CHECKING:
    from tests.permissions.callers import Caller
    from tests.permissions.world import World


@dataclass(frozen=True)
class Rule:
    """Who may. `names` is the permission that a refusal of this caller must name, if any."""

    words: str
    lets_in: Callable[["Caller"], bool]
    names: Callable[["Caller"], str] = lambda caller: ""
    is_open: bool = False  # a visitor too
    is_public_read: bool = False  # a visitor too, while PUBLIC_READ is on

    def __or__(self, other: "Rule") -> "Rule":
        """Either; a refusal names what would be missing of the last."""
        return Rule(
            f"{self.words}, or {other.words}",
            lambda caller: self.lets_in(caller) or other.lets_in(caller),
            lambda caller: other.names(caller) or self.names(caller),
        )

    def __and__(self, other: "Rule") -> "Rule":
        """Both; a refusal names what is missing first."""
        return Rule(
            f"{self.words}, and {other.words}",
            lambda caller: self.lets_in(caller) and other.lets_in(caller),
            lambda caller: other.names(caller) if self.lets_in(caller) else self.names(caller),
        )


def everywhere(permission: str) -> Rule:
    """By a role held everywhere."""
    _known(permission)
    return Rule(
        f"`{permission}`",
        lambda caller: any(permission in GIVES[role] for role in caller.roles),
        lambda caller: permission,
    )


def here(permission: str) -> Rule:
    """By a role held everywhere, or in the object's project."""
    _known(permission)
    return Rule(
        f"`{permission}` there",
        lambda caller: any(
            permission in GIVES[role] for role in caller.roles | caller.roles_in_project
        ),
        lambda caller: permission,
    )


def elsewhere(permission: str) -> Rule:
    """By a role held everywhere, or in another project than the object's."""
    _known(permission)
    return Rule(
        f"`{permission}` in the other project",
        lambda caller: any(
            permission in GIVES[role] for role in caller.roles | caller.roles_elsewhere
        ),
        lambda caller: permission,
    )


def anywhere(permission: str) -> Rule:
    """By a role held everywhere or in whatever project."""
    _known(permission)
    return Rule(
        f"`{permission}` anywhere",
        lambda caller: any(
            permission in GIVES[role]
            for role in caller.roles | caller.roles_in_project | caller.roles_elsewhere
        ),
        lambda caller: permission,
    )


def _known(permission: str) -> None:
    if permission not in PERMISSIONS:
        raise ValueError(f"There is no permission {permission}.")


anyone = Rule("anyone", lambda caller: True, is_open=True)
readers = Rule(
    "anyone (`PUBLIC_READ` off: who is signed in)", lambda caller: True, is_public_read=True
)
signed_in = Rule("who is signed in", lambda caller: True)
administrator = Rule("an Administrator", lambda caller: "Administrator" in caller.roles)
creator = Rule("who made it", lambda caller: caller.is_creator)
oneself = Rule("the person it is about", lambda caller: caller.is_subject)
member = Rule("a member of the project", lambda caller: caller.is_member)
runs_on_backend = Rule("a member of the backend", lambda caller: caller.is_on_backend)
any_backend = Rule("a backend by its token", lambda caller: bool(caller.backend))
its_backend = Rule("the object's backend by its token", lambda caller: caller.backend == "own")


@dataclass(frozen=True)
class Event:
    """What a permitted call leaves on record; `target_id` is asked after it, with the answer.

    `target_id` is None where it is about the caller himself. `more` are further verbs that the same
    call may leave. `actor` is given where it is another
    than the caller: kind, name, token. `statuses` are those that say it is done, if not `ok`;
    `of` tells whose calls do it, where no status does.
    """

    verb: str
    target_type: str
    target_id: Callable[["World", Any], Any] | None = None
    more: tuple[str, ...] = ()
    actor: tuple[str, str, str] | None = None
    statuses: tuple[int, ...] = ()
    of: Callable[["Caller"], bool] = lambda caller: True


@dataclass(frozen=True)
class Row:
    """One line of the table: a method of an endpoint, or one case of it, and who may call it.

    `names` fills the path, `body` is valid, so that who may call it succeeds with `ok`. Everybody
    else gets `refused`: 403, or 404 where the object's existence is none of his business. `given`
    prepares the call inside its savepoint. `shown` is where the pages read whether they may offer
    it: an address and the way to an `allowed`;
    `shown_apart` are those who are told elsewhere. A call that changes something has `leaves`, or
    `unrecorded` says why not. `in_person` is for what who views as somebody is not shown,
    `while_viewing` for the changes that he may make. `expect` is for answers by no rule of ours;
    `note` says them.
    """

    method: str
    path: str
    who: Rule
    case: str = ""
    address: str = ""  # where the path stands for many
    names: Callable[["World"], Mapping[str, Any]] = lambda world: {}
    query: str = ""
    body: Callable[["World"], Any] | None = None
    headers: Callable[["World"], Mapping[str, str]] = lambda world: {}
    given: Callable[["World"], Any] | None = None
    ok: int = 200
    refused: int = 403
    scope: str = "write"
    only_session: bool = False
    in_person: bool = False
    while_viewing: bool = False
    shown: tuple[str, str] | None = None
    shown_apart: Callable[["Caller"], bool] = lambda caller: False
    leaves: Event | None = None
    unrecorded: str = ""
    note: str = ""
    expect: Callable[["Caller"], int] | None = None

    @property
    def changes(self) -> bool:
        """Whether the method is one that changes something."""
        return self.method not in ("GET", "HEAD")

    @property
    def title(self) -> str:
        """How a report names the row."""
        return f"{self.method} {self.path}" + (f" ({self.case})" if self.case else "")
