"""The git host GitHub, by its REST API."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from integrations.git.errors import (
    BranchNotFound,
    CommitNotFound,
    FileTooLarge,
    OwnerNotFound,
    PathNotFound,
    RefusedRepo,
    RepoNotFound,
)
from integrations.git.github_http import GitHubClient, Missing, TooLarge, unreadable
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
    is_branch_name,
    is_file_path,
    is_sha,
    is_sha_start,
)

_RAW = "application/vnd.github.raw+json"
_LEFT_OUT_TOPIC = "non-research"


class GitHubHost:
    """Repositories on GitHub; see `GitHost` for what each method promises.

    Args:
        api_url: the API's address, without a last slash.
        token: sent with every call; "" reads public repositories only, 60 calls an hour.
        timeout_s: how long one call may take, in seconds; lists of many pages take up to three.
    """

    def __init__(self, *, api_url: str, token: str = "", timeout_s: float = 10) -> None:
        self._client = GitHubClient(api_url=api_url, token=token, timeout_s=timeout_s)

    def list_repos(self, owner: str) -> list[RepoInfo]:
        """All repositories that the token may read, without those of topic non-research."""
        check_owner(owner)
        for kind in ("orgs", "users"):
            try:
                pages = list(self._client.get_pages(f"/{kind}/{owner}/repos"))
            except Missing:
                continue
            with _as_documented():
                found = [_repo_info(entry) for page in pages for entry in page]
                found = [info for info in found if _LEFT_OUT_TOPIC not in info.topics]
            return sorted(found, key=lambda info: info.repo.name.casefold())
        raise OwnerNotFound(owner)

    def get_repo(self, repo: RepoName) -> RepoInfo:
        """One repository, under the name it was asked for by."""
        try:
            payload = self._client.get_json(f"/repos/{repo}")
        except Missing as error:
            raise RepoNotFound(repo) from error
        with _as_documented():
            info = _repo_info(payload)
        now = info.repo
        has_moved = str(now).casefold() != str(repo).casefold()  # GitHub minds no letter case
        return replace(info, repo=repo, moved_to=now if has_moved else None)

    def list_branches(self, repo: RepoName) -> list[Branch]:
        """All pages of branches, the default one first."""
        default = self.get_repo(repo).default_branch
        try:
            pages = list(self._client.get_pages(f"/repos/{repo}/branches"))
        except Missing as error:
            raise RepoNotFound(repo) from error
        with _as_documented():
            branches = [_branch(entry) for page in pages for entry in page]
        return in_reading_order(branches, default=default)

    def get_commit(self, repo: RepoName, ref: str, *, branch: str | None = None) -> Commit:
        """The head of branch `ref`, else the commit `ref` if it is on a branch of this repository.

        A commit id costs two calls with `branch`, and up to one a branch more without.
        """
        # Nobody can give a branch a name of 40 hex digits, so a whole id is no branch.
        if not is_sha(ref.lower()):
            try:
                return self._head(repo, ref)
            except BranchNotFound:
                if not is_sha_start(ref.lower()):
                    raise
        commit = self._known_commit(repo, ref, branch=branch)
        heads = [self._head(repo, branch)] if branch else self.list_branches(repo)
        shas = dict.fromkeys(head.sha for head in heads)
        if commit.sha in shas or self._is_behind_any(repo, sha=commit.sha, heads=shas):
            return commit
        raise CommitNotFound(repo=repo, ref=ref, branch=branch)

    def list_commits(self, repo: RepoName, branch: str, *, limit: int = 30) -> list[Commit]:
        """The newest commits of a branch; asked for by its head, as the name could be a tag's."""
        check_limit(limit)
        head = self._head(repo, branch)
        params: dict[str, str | int] = {"sha": head.sha, "per_page": limit}
        try:
            payload = self._client.get_json(f"/repos/{repo}/commits", params=params)
        except Missing as error:
            raise BranchNotFound(repo=repo, branch=branch) from error
        with _as_documented():
            return [_commit(entry) for entry in payload]

    def has_folder(self, repo: RepoName, *, sha: str, path: str) -> bool:
        """Whether GitHub describes the path as a list, the form of a folder alone."""
        if not is_sha(sha):
            raise CommitNotFound(repo=repo, ref=sha)
        if not is_file_path(path):
            return False
        try:
            address = f"/repos/{repo}/contents/{quote(path)}"
            payload = self._client.get_json(address, params={"ref": sha})
        except Missing:
            self._known_commit(repo, sha)
            return False
        return isinstance(payload, list)

    def read_file(self, repo: RepoName, *, sha: str, path: str) -> bytes:
        """The file's bytes, by the raw media type: the other form ends at 1 MB."""
        if not is_sha(sha):
            raise CommitNotFound(repo=repo, ref=sha)
        if not is_file_path(path):
            raise PathNotFound(repo=repo, sha=sha, path=path)
        try:
            answer = self._client.get_raw(
                f"/repos/{repo}/contents/{quote(path)}",
                params={"ref": sha},
                accept=_RAW,
                max_bytes=MAX_FILE_BYTES,
            )
        except TooLarge as error:
            raise FileTooLarge(repo=repo, path=path, limit_bytes=MAX_FILE_BYTES) from error
        except Missing as error:
            self._known_commit(repo, sha)
            raise PathNotFound(repo=repo, sha=sha, path=path) from error
        if answer.content_type.startswith("application/vnd.github"):
            return answer.body
        # A folder, a submodule or a link out of the repository is described in plain JSON instead.
        if answer.content_type.startswith("application/json"):
            raise PathNotFound(repo=repo, sha=sha, path=path)
        raise unreadable()

    def _head(self, repo: RepoName, branch: str) -> Commit:
        if not is_branch_name(branch):
            raise BranchNotFound(repo=repo, branch=branch)
        try:
            payload = self._client.get_json(f"/repos/{repo}/branches/{quote(branch, safe='')}")
        except Missing as error:
            self.get_repo(repo)
            raise BranchNotFound(repo=repo, branch=branch) from error
        with _as_documented():
            # GitHub also answers for the old name of a branch that was renamed.
            if payload["name"] != branch:
                raise BranchNotFound(repo=repo, branch=branch)
            return _commit(payload["commit"])

    def _known_commit(self, repo: RepoName, ref: str, *, branch: str | None = None) -> Commit:
        """The commit with that id, which may be on no branch here but on one of a fork."""
        try:
            payload = self._client.get_json(f"/repos/{repo}/commits/{ref.lower()}")
        except Missing as error:
            self.get_repo(repo)
            raise CommitNotFound(repo=repo, ref=ref, branch=branch) from error
        with _as_documented():
            commit = _commit(payload)
        # A tag can have a name that looks like the beginning of an id.
        if not commit.sha.startswith(ref.lower()):
            raise CommitNotFound(repo=repo, ref=ref, branch=branch)
        return commit

    def _is_behind_any(self, repo: RepoName, *, sha: str, heads: dict[str, None]) -> bool:
        return any(
            self._is_behind(repo, sha=sha, head=head)
            for head in self._client.within_patience(heads)
        )

    def _is_behind(self, repo: RepoName, *, sha: str, head: str) -> bool:
        path = f"/repos/{repo}/compare/{head}...{sha}"
        try:
            payload = self._client.get_json(path, params={"per_page": 1})
        except Missing:
            # The two have no commit in common.
            return False
        with _as_documented():
            return payload["status"] in {"behind", "identical"}


@contextmanager
def _as_documented() -> Iterator[None]:
    """Around all that relies on the form of an answer.

    Raises:
        HostUnavailable: the answer has another form.
    """
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError, RefusedRepo) as error:
        raise unreadable() from error


def _repo_info(entry: dict[str, Any]) -> RepoInfo:
    return RepoInfo(
        repo=RepoName(owner=entry["owner"]["login"], name=entry["name"]),
        is_private=bool(entry["private"]),
        default_branch=entry["default_branch"],
        topics=frozenset(entry.get("topics", [])),
    )


def _branch(entry: dict[str, Any]) -> Branch:
    return Branch(name=entry["name"], sha=_checked_sha(entry["commit"]["sha"]))


def _commit(entry: dict[str, Any]) -> Commit:
    details = entry["commit"]
    author = details["author"] or {}
    return Commit(
        sha=_checked_sha(entry["sha"]),
        message=first_line(details["message"]),
        author=author.get("name") or "",
        committed_at=datetime.fromisoformat(details["committer"]["date"]).astimezone(UTC),
    )


def _checked_sha(text: str) -> str:
    if not is_sha(text):
        raise ValueError(f"{text[:80]!r} is not a commit id.")
    return text
