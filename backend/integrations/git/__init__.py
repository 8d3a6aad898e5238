"""Git hosting: list repositories and branches, pin a commit, read a file at a commit.

`get_host()` gives the adapter that the settings choose. Services use that and the names below.
"""

from functools import cache
from pathlib import Path
from typing import Protocol

from django.conf import settings

from integrations.git.errors import (
    AccessRefused,
    BranchNotFound,
    CommitNotFound,
    FileTooLarge,
    GitError,
    HostUnavailable,
    OwnerNotFound,
    PathNotFound,
    RateLimited,
    RefusedRepo,
    RepoNotFound,
)
from integrations.git.values import (
    MAX_COMMITS,
    MAX_FILE_BYTES,
    Branch,
    Commit,
    RepoInfo,
    RepoName,
    find_branch,
    parse_repo_url,
)

__all__ = [
    "MAX_COMMITS",
    "MAX_FILE_BYTES",
    "AccessRefused",
    "Branch",
    "BranchNotFound",
    "Commit",
    "CommitNotFound",
    "FileTooLarge",
    "GitError",
    "GitHost",
    "HostUnavailable",
    "OwnerNotFound",
    "PathNotFound",
    "RateLimited",
    "RefusedRepo",
    "RepoInfo",
    "RepoName",
    "RepoNotFound",
    "find_branch",
    "get_host",
    "parse_repo_url",
]


class GitHost(Protocol):
    """Where studies are kept. Read-only, and safe to share between threads.

    Every method may raise RateLimited, AccessRefused and HostUnavailable besides what it names.
    """

    def list_repos(self, owner: str) -> list[RepoInfo]:
        """All repositories of an organisation or user by name, but those of topic non-research.

        Raises:
            RefusedRepo: `owner` is no possible name.
            OwnerNotFound: nobody has it.
        """
        ...

    def get_repo(self, repo: RepoName) -> RepoInfo:
        """One repository.

        Raises:
            RepoNotFound: absent or hidden.
        """
        ...

    def list_branches(self, repo: RepoName) -> list[Branch]:
        """Every branch: the default one, then main and master, then by name; [] when it is empty.

        Raises:
            RepoNotFound: absent or hidden.
        """
        ...

    def get_commit(self, repo: RepoName, ref: str, *, branch: str | None = None) -> Commit:
        """The commit that `ref` names: the head of a branch, else a commit id of 7 to 40 digits.

        A commit id counts only when the commit can be reached from `branch`, or without one from
        any branch: hosts also answer for commits of forks, and a runner refuses those.

        Raises:
            RepoNotFound: absent or hidden.
            BranchNotFound: `ref` is no branch and cannot be a commit id, or `branch` is gone.
            CommitNotFound: `ref` could be a commit id, but names no single commit that counts.
        """
        ...

    def list_commits(self, repo: RepoName, branch: str, *, limit: int = 30) -> list[Commit]:
        """The newest `limit` (1 to 100) commits of a branch, newest first.

        Raises:
            RepoNotFound: absent or hidden.
            BranchNotFound: no branch of that exact name.
            ValueError: `limit` is out of range.
        """
        ...

    def has_folder(self, repo: RepoName, *, sha: str, path: str) -> bool:
        """Whether there is a folder at `path` at a commit that `get_commit` gave (40 digits).

        Raises:
            RepoNotFound: absent or hidden.
            CommitNotFound: no such commit.
        """
        ...

    def read_file(self, repo: RepoName, *, sha: str, path: str) -> bytes:
        """The content of a file, at most 5 MB, at a commit that `get_commit` gave (40 digits).

        Raises:
            RepoNotFound: absent or hidden.
            CommitNotFound: no such commit.
            PathNotFound: no file there.
            FileTooLarge: more than `MAX_FILE_BYTES`.
        """
        ...


def get_host() -> GitHost:
    """The git host of the settings as they are now; the same one while they do not change."""
    if settings.GIT_LOCAL_ROOT:
        return _bare_repos(settings.GIT_LOCAL_ROOT, settings.GIT_TIMEOUT_S)
    return _github(settings.GITHUB_API_URL, settings.GITHUB_TOKEN, settings.GIT_TIMEOUT_S)


# The adapters need the names above, so they are imported when one is chosen. A host is kept for its
# connections and for the answers it remembers.


@cache
def _bare_repos(root: Path, timeout_s: float) -> GitHost:
    from integrations.git.bare_repo import BareRepoHost

    return BareRepoHost(root=root, timeout_s=timeout_s)


@cache
def _github(api_url: str, token: str, timeout_s: float) -> GitHost:
    from integrations.git.github import GitHubHost

    return GitHubHost(api_url=api_url, token=token, timeout_s=timeout_s)
