"""A git host in memory, for tests of what uses one. It passes the suite of the real ones."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from integrations.git.errors import (
    BranchNotFound,
    CommitNotFound,
    FileTooLarge,
    GitError,
    OwnerNotFound,
    PathNotFound,
    RepoNotFound,
)
from integrations.git.values import (
    MAX_FILE_BYTES,
    Branch,
    Commit,
    RepoInfo,
    RepoName,
    check_limit,
    check_owner,
    first_line,
    in_reading_order,
    is_sha_start,
)

_FIRST_COMMIT_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeCommit:
    """A commit with all its files and the id of the one before it ("" for the first)."""

    commit: Commit
    parent: str
    files: dict[str, bytes]


@dataclass(slots=True, kw_only=True)
class FakeRepo:
    """A repository: heads by branch name, commits by id (also those on no branch)."""

    info: RepoInfo
    branches: dict[str, str] = field(default_factory=dict)
    commits: dict[str, FakeCommit] = field(default_factory=dict)

    def history(self, sha: str) -> Iterator[Commit]:
        """The commit `sha` and all before it, newest first."""
        while sha:
            known = self.commits[sha]
            yield known.commit
            sha = known.parent


class FakeGitHost:
    """Holds what a test put in; see `GitHost` for the methods that read it."""

    def __init__(self) -> None:
        self.repos: dict[RepoName, FakeRepo] = {}
        self._failure: GitError | None = None

    def add_repo(
        self,
        full_name: str,
        *,
        is_private: bool = False,
        default_branch: str = "main",
        topics: Iterable[str] = (),
    ) -> RepoName:
        """Add an empty repository OWNER/NAME."""
        owner, _, name = full_name.partition("/")
        repo = RepoName(owner=owner, name=name)
        info = RepoInfo(
            repo=repo,
            is_private=is_private,
            default_branch=default_branch,
            topics=frozenset(topics),
        )
        self.repos[repo] = FakeRepo(info=info)
        return repo

    def add_commit(
        self,
        repo: RepoName,
        *,
        branch: str = "main",
        files: Mapping[str, str | bytes] | None = None,
        message: str = "Change the study",
        author: str = "Ada Lovelace",
    ) -> Commit:
        """Add a commit to a branch, a minute after the last one, with `files` put over the old.

        A new branch begins at the head of the default one.
        """
        known = self.repos[repo]
        parent = known.branches.get(branch) or known.branches.get(
            known.info.default_branch or "", ""
        )
        content = dict(known.commits[parent].files) if parent else {}
        for path, text in (files or {}).items():
            content[path] = text if isinstance(text, bytes) else text.encode()
        number = len(known.commits)
        commit = Commit(
            sha=hashlib.sha1(f"{repo} {number}".encode(), usedforsecurity=False).hexdigest(),
            message=first_line(message),
            author=author,
            committed_at=_FIRST_COMMIT_AT + timedelta(minutes=number),
        )
        known.commits[commit.sha] = FakeCommit(commit=commit, parent=parent, files=content)
        known.branches[branch] = commit.sha
        return commit

    def delete_branch(self, repo: RepoName, branch: str) -> None:
        """Delete a branch; its commits stay known, on no branch."""
        del self.repos[repo].branches[branch]

    def delete_repo(self, repo: RepoName) -> None:
        """Delete a repository."""
        del self.repos[repo]

    def fail_with(self, error: GitError | None) -> None:
        """From now on raise `error` whatever is asked; None ends it."""
        self._failure = error

    def list_repos(self, owner: str) -> list[RepoInfo]:
        """Every repository of `owner`, by name, without those of topic non-research."""
        check_owner(owner)
        self._fail()
        owned = [known for known in self._under_own_name() if known.info.repo.owner == owner]
        if not owned:
            raise OwnerNotFound(owner)
        listed = [known.info for known in owned if "non-research" not in known.info.topics]
        return sorted(listed, key=lambda info: info.repo.name.casefold())

    def get_repo(self, repo: RepoName) -> RepoInfo:
        """One repository, under the name it was asked for by."""
        known = self._repo(repo)
        new = known.info.repo
        return replace(known.info, repo=repo, moved_to=None if new == repo else new)

    def list_branches(self, repo: RepoName) -> list[Branch]:
        """Every branch, the default one first."""
        known = self._repo(repo)
        branches = [Branch(name=name, sha=sha) for name, sha in known.branches.items()]
        return in_reading_order(branches, default=known.info.default_branch)

    def get_commit(self, repo: RepoName, ref: str, *, branch: str | None = None) -> Commit:
        """The head of branch `ref`, else the commit `ref` if it is on a branch."""
        known = self._repo(repo)
        if ref in known.branches:
            return known.commits[known.branches[ref]].commit
        if not is_sha_start(ref.lower()):
            raise BranchNotFound(repo=repo, branch=ref)
        heads = [self._head(repo, branch)] if branch else known.branches.values()
        on_branches = {commit.sha: commit for head in heads for commit in known.history(head)}
        alike = [commit for sha, commit in on_branches.items() if sha.startswith(ref.lower())]
        if len(alike) != 1:
            raise CommitNotFound(repo=repo, ref=ref, branch=branch)
        return alike[0]

    def list_commits(self, repo: RepoName, branch: str, *, limit: int = 30) -> list[Commit]:
        """The newest commits of a branch."""
        check_limit(limit)
        head = self._head(repo, branch)
        return list(self.repos[repo].history(head))[:limit]

    def has_folder(self, repo: RepoName, *, sha: str, path: str) -> bool:
        """Whether a file lies below `path` at a commit."""
        known = self._repo(repo).commits.get(sha)
        if known is None:
            raise CommitNotFound(repo=repo, ref=sha)
        return any(name.startswith(f"{path}/") for name in known.files)

    def move_repo(self, repo: RepoName, *, to: str) -> RepoName:
        """Rename a repository to OWNER/NAME; it answers to its old name too, as GitHub's do."""
        owner, _, name = to.partition("/")
        new = RepoName(owner=owner, name=name)
        known = self.repos[repo]
        self.repos[new] = known
        known.info = replace(known.info, repo=new)
        return new

    def read_file(self, repo: RepoName, *, sha: str, path: str) -> bytes:
        """The content of a file at a commit."""
        known = self._repo(repo).commits.get(sha)
        if known is None:
            raise CommitNotFound(repo=repo, ref=sha)
        if path not in known.files:
            raise PathNotFound(repo=repo, sha=sha, path=path)
        content = known.files[path]
        if len(content) > MAX_FILE_BYTES:
            raise FileTooLarge(repo=repo, path=path, limit_bytes=MAX_FILE_BYTES)
        return content

    def _under_own_name(self) -> list[FakeRepo]:
        return [known for repo, known in self.repos.items() if known.info.repo == repo]

    def _repo(self, repo: RepoName) -> FakeRepo:
        self._fail()
        if repo not in self.repos:
            raise RepoNotFound(repo)
        return self.repos[repo]

    def _head(self, repo: RepoName, branch: str) -> str:
        known = self._repo(repo)
        if branch not in known.branches:
            raise BranchNotFound(repo=repo, branch=branch)
        return known.branches[branch]

    def _fail(self) -> None:
        if self._failure is not None:
            raise self._failure
