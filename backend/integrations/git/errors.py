"""What can go wrong with a git host; `str(error)` tells the person who asked, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from integrations.git.values import RepoName


class GitError(Exception):
    """Any failure of a git host or of what was asked of it."""


class RefusedRepo(GitError):
    """The address or name is no repository that this service would ask for."""


class OwnerNotFound(GitError):
    """The host knows no such organisation or user."""

    def __init__(self, owner: str) -> None:
        super().__init__(
            f"No organisation or user {owner} was found where the repositories are kept. "
            "Check the name."
        )


class RepoNotFound(GitError):
    """The repository does not exist or is hidden from us; hosts do not tell which."""

    def __init__(self, repo: RepoName) -> None:
        super().__init__(
            f"The repository {repo} was not found: it does not exist, or it is private and this "
            "service may not read it. Check its name, or ask its owners to give access."
        )


class BranchNotFound(GitError):
    """The repository has no branch of that name, in that letter case."""

    def __init__(self, *, repo: RepoName, branch: str) -> None:
        super().__init__(
            f"The repository {repo} has no branch {_shown(branch)}. It may have been deleted or "
            "renamed; choose another branch."
        )


class CommitNotFound(GitError):
    """No commit of that id can be reached from the branch asked about, or from any branch."""

    def __init__(self, *, repo: RepoName, ref: str, branch: str | None = None) -> None:
        where = f"The branch {_shown(branch)} of {repo}" if branch else f"The repository {repo}"
        super().__init__(
            f"{where} has no commit {_shown(ref)} on it, or more than one that begins so. "
            "Choose a commit that has been pushed to a branch, by 7 to 40 digits of its id."
        )


class PathNotFound(GitError):
    """The commit has no file at that path (a folder is no file)."""

    def __init__(self, *, repo: RepoName, sha: str, path: str) -> None:
        super().__init__(
            f"There is no file {_shown(path)} in {repo} at commit {sha[:7]}. "
            "Add it and push, or choose another commit."
        )


class FileTooLarge(GitError):
    """The file is larger than the service reads."""

    def __init__(self, *, repo: RepoName, path: str, limit_bytes: int) -> None:
        super().__init__(
            f"The file {_shown(path)} in {repo} is larger than {limit_bytes / 1_000_000:g} MB, "
            "the most that is read here. Make it smaller and push."
        )


class RateLimited(GitError):
    """The host takes no more calls for now; `retry_at` (UTC) is when it will."""

    def __init__(self, *, host: str, retry_at: datetime) -> None:
        super().__init__(
            f"{host} takes no more requests from this service until {retry_at:%H:%M} UTC. "
            "Try again then."
        )
        self.retry_at = retry_at


class AccessRefused(GitError):
    """The host knows us, or should, and says no: a token that is wrong, expired or too weak."""

    def __init__(self, *, host: str, status: int) -> None:
        super().__init__(
            f"{host} refuses this service what was asked for (status {status}). "
            "An administrator has to check the token for it, and what that token may read."
        )


class HostUnavailable(GitError):
    """The host did not answer, could not be reached, or answered what nobody can use."""

    def __init__(self, *, host: str, reason: str) -> None:
        super().__init__(f"{host} {reason}. Try again in a few minutes.")


def _shown(text: str) -> str:
    """What a person typed, short enough for a sentence and without invisible characters."""
    return "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:80]
    )
