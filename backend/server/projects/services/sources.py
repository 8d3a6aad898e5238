"""What forms ask the git host: repositories, branches, commits. Never inside a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from integrations import git
from server.core.errors import FieldError, InputRefused
from server.projects.git_errors import as_problems


@dataclass(frozen=True, slots=True, kw_only=True)
class RepoChoice:
    """A repository to choose; None where the git host was not asked."""

    url: str
    owner: str
    name: str
    is_private: bool | None = None
    default_branch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branches:
    """The branches of a repository in reading order, and the one that it is opened on."""

    results: Sequence[git.Branch]
    default: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A branch that the git host has, in its own letter case."""

    repo: git.RepoName
    branch: str


def list_repos(*, owner: str, now: datetime) -> list[RepoChoice]:
    """The repositories of `owner` on the git host.

    Raises:
        InputRefused: nobody is called `owner`.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    with as_problems(now=now):
        try:
            found = git.get_host().list_repos(owner)
        except (git.RefusedRepo, git.OwnerNotFound) as error:
            raise InputRefused([FieldError("/owner", str(error))]) from error
    return [
        RepoChoice(
            url=info.repo.url,
            owner=info.repo.owner,
            name=info.repo.name,
            is_private=info.is_private,
            default_branch=info.default_branch,
        )
        for info in found
    ]


def list_branches(*, owner: str, name: str, now: datetime) -> Branches:
    """The branches of a repository.

    Raises:
        RepoNotFound: the host does not know it, or hides it.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    host = git.get_host()
    with as_problems(now=now):
        repo = git.RepoName(owner=owner, name=name)
        branches = host.list_branches(repo)
        return Branches(results=branches, default=host.get_repo(repo).default_branch)


def list_commits(
    *, owner: str, name: str, branch: str, now: datetime
) -> tuple[git.RepoName, list[git.Commit]]:
    """The repository and the newest commits of a branch of it, newest first.

    Raises:
        RepoNotFound, BranchNotFound: the host does not know it, or hides it.
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    with as_problems(now=now):
        repo = git.RepoName(owner=owner, name=name)
        return repo, git.get_host().list_commits(repo, branch)


def find_source(*, url: str, branch: str, now: datetime) -> Source:
    """The repository and branch that a form names.

    Raises:
        InputRefused: there is no such repository (`/repo`), or no such branch in it (`/branch`).
        GitHostUnavailable, GitRateLimited: the host cannot be asked.
    """
    with as_problems(now=now):
        try:
            repo = git.parse_repo_url(url)
            branches = git.get_host().list_branches(repo)
        except (git.RefusedRepo, git.RepoNotFound) as error:
            raise InputRefused([FieldError("/repo", str(error))]) from error
    found = git.find_branch(branches, name=branch)
    if found is None:
        gone = git.BranchNotFound(repo=repo, branch=branch)
        raise InputRefused([FieldError("/branch", str(gone))])
    return Source(repo=repo, branch=found.name)
