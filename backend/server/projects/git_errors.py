"""What goes wrong at the git host, as problems; the only place that knows which is which."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from integrations import git
from server.core.errors import DomainError


class RepoNotFound(DomainError):
    """The repository is gone, hidden, or was never there."""

    problem = "repo-not-found"


class BranchNotFound(DomainError):
    """The repository has no such branch."""

    problem = "branch-not-found"


class CommitNotFound(DomainError):
    """The branch has no such commit."""

    problem = "commit-not-found"


class ProjectYamlMissing(DomainError):
    """The commit has no project.yaml."""

    problem = "project-yaml-missing"


class ProjectYamlTooLarge(DomainError):
    """The project.yaml is larger than anybody reads."""

    problem = "project-yaml-too-large"


class GitHostUnavailable(DomainError):
    """The git host cannot be reached, or does not let this service in."""

    problem = "git-host-unavailable"


class GitRateLimited(DomainError):
    """The git host wants a pause; `retry_at` says until when."""

    problem = "git-rate-limited"


_PROBLEMS: dict[type[git.GitError], type[DomainError]] = {
    git.RefusedRepo: RepoNotFound,
    git.OwnerNotFound: RepoNotFound,
    git.RepoNotFound: RepoNotFound,
    git.BranchNotFound: BranchNotFound,
    git.CommitNotFound: CommitNotFound,
    git.PathNotFound: ProjectYamlMissing,
    git.FileTooLarge: ProjectYamlTooLarge,
    git.AccessRefused: GitHostUnavailable,
    git.HostUnavailable: GitHostUnavailable,
    git.RateLimited: GitRateLimited,
}


@contextmanager
def as_problems(*, now: datetime) -> Iterator[None]:
    """Turn what the git host raises inside into the domain error for it."""
    try:
        yield
    except git.GitError as error:
        members: dict[str, Any] = {}
        if isinstance(error, git.RateLimited):
            wait_s = max(1, math.ceil((error.retry_at - now).total_seconds()))
            members = {"retry_at": error.retry_at, "retry_after_s": wait_s}
        raise _PROBLEMS[type(error)](str(error), **members) from error
