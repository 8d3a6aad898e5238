"""What a git host is asked about and what it answers: plain values, checked when they are made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from integrations.git.errors import RefusedRepo

MAX_FILE_BYTES = 5_000_000
MAX_COMMITS = 100
SHORTEST_SHA = 7

_OWNER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_REPO = re.compile(r"(?!\.{1,2}$)(?!.*\.(?i:git)$)[A-Za-z0-9._-]{1,100}")
_REPO_PATH = re.compile(r"/([^/]+)/([^/]+?)(?:\.(?i:git))?/?")
_SHA = re.compile(r"[0-9a-f]{40}")
_SHA_START = re.compile(rf"[0-9a-f]{{{SHORTEST_SHA},40}}")

# Control characters, and halves of characters that no encoding can carry.
_UNSAFE = r"\x00-\x1f\x7f\ud800-\udfff"
# What git's check-ref-format refuses, and a leading hyphen: a branch without any of it is safe in
# the path of a URL and on a command line.
_NOT_IN_BRANCH = re.compile(
    rf"[{_UNSAFE} ~^:?*\[\\]|\.\.|//|@\{{|/\.|\.lock(?:/|$)|^[-./]|[./]$|^@$"
)
_NOT_IN_PATH = re.compile(rf"[{_UNSAFE}\\]|(?:^|/)\.{{0,2}}(?:/|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RepoName:
    """Owner and name of a repository; neither can lead out of a folder or of a URL's path.

    Raises:
        RefusedRepo: one of the two is no name that GitHub would give.
    """

    owner: str
    name: str

    def __post_init__(self) -> None:
        check_owner(self.owner)
        if not is_repo_name(self.name):
            raise RefusedRepo(
                f"{self.name[:100]!r} is not the name of a repository. Use the name as GitHub "
                "shows it: letters, digits, dots, hyphens and underscores."
            )

    def __str__(self) -> str:
        return f"{self.owner}/{self.name}"

    @property
    def url(self) -> str:
        """The address that a workspace stores and a runner clones."""
        return f"https://github.com/{self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepoInfo:
    """A repository as its host describes it; None where the host does not know.

    `moved_to` is its name now, where the host still answers to the one it was asked for by.
    """

    repo: RepoName
    is_private: bool | None
    default_branch: str | None
    topics: frozenset[str] = frozenset()
    moved_to: RepoName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch and its newest commit (40 hex digits)."""

    name: str
    sha: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit: `sha` of 40 hex digits, first line of the message, author, time in UTC."""

    sha: str
    message: str
    author: str
    committed_at: datetime


def parse_repo_url(url: str, *, host: str = "github.com") -> RepoName:
    """The repository that `https://HOST/OWNER/NAME` names; `.git` and a last slash are allowed.

    Raises:
        RefusedRepo: another host, another scheme, a user, port, query or further path in it.
    """
    prefix = f"https://{host}"
    found = _REPO_PATH.fullmatch(url[len(prefix) :])
    if url[: len(prefix)].lower() != prefix or not found:
        raise RefusedRepo(
            f"{url[:200]!r} is not the address of a repository. "
            f"Give it in the form https://{host}/OWNER/NAME."
        )
    return RepoName(owner=found[1], name=found[2])


def find_branch(branches: Iterable[Branch], *, name: str) -> Branch | None:
    """The branch of that very name, else the only one that differs from it in letter case."""
    alike = [branch for branch in branches if branch.name.casefold() == name.casefold()]
    exact = [branch for branch in alike if branch.name == name]
    if exact:
        return exact[0]
    return alike[0] if len(alike) == 1 else None


def in_reading_order(branches: Iterable[Branch], *, default: str | None) -> list[Branch]:
    """The default branch, then main and master, then the others by name."""
    first = [default, "main", "master"]

    def rank(branch: Branch) -> tuple[int, str, str]:
        place = first.index(branch.name) if branch.name in first else len(first)
        return place, branch.name.casefold(), branch.name

    return sorted(branches, key=rank)


def check_owner(owner: str) -> None:
    """Refuse what cannot be an owner's name.

    Raises:
        RefusedRepo: it is not made of letters, digits, hyphens and underscores.
    """
    if not _OWNER.fullmatch(owner):
        raise RefusedRepo(
            f"{owner[:100]!r} is not the name of an organisation or user. Use the name as GitHub "
            "shows it: letters, digits, hyphens and underscores."
        )


def check_limit(limit: int) -> None:
    """Raise ValueError unless 1 to 100 commits are asked for, the size of one page of a host."""
    if not 1 <= limit <= MAX_COMMITS:
        raise ValueError(f"limit is {limit}; ask for 1 to {MAX_COMMITS} commits.")


def is_repo_name(name: str) -> bool:
    """Whether GitHub would accept it as the name of a repository."""
    return bool(_REPO.fullmatch(name))


def is_branch_name(name: str) -> bool:
    """Whether git would accept it as a branch; False also protects paths and command lines."""
    return 0 < len(name) <= 255 and not _NOT_IN_BRANCH.search(name)


def is_sha(text: str) -> bool:
    """Whether it is a whole commit id: 40 lower-case hex digits."""
    return bool(_SHA.fullmatch(text))


def is_sha_start(text: str) -> bool:
    """Whether it is a commit id, or its first 7 or more digits, in lower case."""
    return bool(_SHA_START.fullmatch(text))


def is_file_path(path: str) -> bool:
    """Whether it names a file below the top of a repository, without `.`, `..` or empty parts."""
    return 0 < len(path) <= 1000 and not _NOT_IN_PATH.search(path)


def first_line(message: str) -> str:
    """The subject of a commit message."""
    return message.strip().partition("\n")[0].rstrip()
