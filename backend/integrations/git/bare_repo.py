"""The git host of development, demo and tests: bare repositories in a folder."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from integrations.git.errors import (
    BranchNotFound,
    CommitNotFound,
    FileTooLarge,
    HostUnavailable,
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
    is_branch_name,
    is_file_path,
    is_repo_name,
    is_sha,
    is_sha_start,
)

_HOST = "The folder of repositories"
# Nothing outside the repository decides what git does: no configuration, no prompt, no replacement.
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}
# Four fields, each ended by NUL (-z ends the last): id, author, time of commit, message.
_COMMIT_FORMAT = "--format=tformat:%H%x00%an%x00%ct%x00%B"


class BareRepoHost:
    """`https://github.com/OWNER/NAME` read from ROOT/OWNER/NAME.git; see `GitHost`.

    Names are compared as the file system does. A folder knows no topics and no privacy.

    Args:
        root: the folder.
        timeout_s: how long one run of git may take, in seconds.
    """

    def __init__(self, *, root: Path, timeout_s: float = 10) -> None:
        self._root = root
        self._timeout_s = timeout_s

    def list_repos(self, owner: str) -> list[RepoInfo]:
        """Every folder NAME.git of the owner that is a repository."""
        check_owner(owner)
        folder = self._owner_folder(owner)
        if not folder.is_dir():
            raise OwnerNotFound(owner)
        names = [path.parent.stem for path in folder.glob("*.git/HEAD")]
        return [
            self.get_repo(RepoName(owner=owner, name=name))
            for name in sorted(names, key=str.casefold)
            if is_repo_name(name)
        ]

    def get_repo(self, repo: RepoName) -> RepoInfo:
        """One repository; its default branch is the one that its HEAD names."""
        head = self._git(repo, "symbolic-ref", "--quiet", "HEAD", allowed=(0, 1))
        default = head.decode().strip().removeprefix("refs/heads/")
        return RepoInfo(repo=repo, is_private=None, default_branch=default or None)

    def list_branches(self, repo: RepoName) -> list[Branch]:
        """Every ref below refs/heads, the default one first."""
        default = self.get_repo(repo).default_branch
        listing = self._git(
            repo, "for-each-ref", "--format=%(objectname) %(refname:strip=2)", "refs/heads"
        )
        lines = [line.split(" ", 1) for line in listing.decode(errors="replace").splitlines()]
        return in_reading_order(
            [Branch(name=name, sha=sha) for sha, name in lines], default=default
        )

    def get_commit(self, repo: RepoName, ref: str, *, branch: str | None = None) -> Commit:
        """The head of branch `ref`, else the commit `ref` if it is on a branch."""
        sha_start = ref.lower()
        if not is_sha(sha_start):
            try:
                return self._log(repo, self._head(repo, ref), limit=1)[0]
            except BranchNotFound:
                if not is_sha_start(sha_start):
                    raise
        sha = self._resolve(repo, f"{sha_start}^{{commit}}")
        if sha.startswith(sha_start) and self._is_on_branch(repo, sha=sha, branch=branch):
            return self._log(repo, sha, limit=1)[0]
        raise CommitNotFound(repo=repo, ref=ref, branch=branch)

    def list_commits(self, repo: RepoName, branch: str, *, limit: int = 30) -> list[Commit]:
        """The newest commits of a branch."""
        check_limit(limit)
        return self._log(repo, self._head(repo, branch), limit=limit)

    def has_folder(self, repo: RepoName, *, sha: str, path: str) -> bool:
        """Whether the commit has a tree there."""
        if not is_sha(sha) or not self._resolve(repo, f"{sha}^{{commit}}"):
            raise CommitNotFound(repo=repo, ref=sha)
        if not is_file_path(path):
            return False
        found = self._git(
            repo, "cat-file", "--batch-check", "--follow-symlinks", stdin=f"{sha}:{path}\n".encode()
        ).split()
        return len(found) == 3 and found[1] == b"tree"

    def read_file(self, repo: RepoName, *, sha: str, path: str) -> bytes:
        """The file's bytes; a link inside the repository is followed, as GitHub does."""
        if not is_sha(sha) or not self._resolve(repo, f"{sha}^{{commit}}"):
            raise CommitNotFound(repo=repo, ref=sha)
        if not is_file_path(path):
            raise PathNotFound(repo=repo, sha=sha, path=path)
        found = self._git(
            repo, "cat-file", "--batch-check", "--follow-symlinks", stdin=f"{sha}:{path}\n".encode()
        ).split()
        if len(found) != 3 or found[1] != b"blob":
            raise PathNotFound(repo=repo, sha=sha, path=path)
        if int(found[2]) > MAX_FILE_BYTES:
            raise FileTooLarge(repo=repo, path=path, limit_bytes=MAX_FILE_BYTES)
        return self._git(repo, "cat-file", "blob", found[0].decode())

    def _head(self, repo: RepoName, branch: str) -> str:
        if not is_branch_name(branch):
            raise BranchNotFound(repo=repo, branch=branch)
        sha = self._resolve(repo, f"refs/heads/{branch}^{{commit}}")
        if not sha:
            raise BranchNotFound(repo=repo, branch=branch)
        return sha

    def _resolve(self, repo: RepoName, revision: str) -> str:
        """The whole id of a revision that is no option, or "" if git knows none or several."""
        found = self._git(
            repo, "rev-parse", "--verify", "--quiet", "--end-of-options", revision, allowed=(0, 1)
        )
        return found.decode().strip()

    def _is_on_branch(self, repo: RepoName, *, sha: str, branch: str | None) -> bool:
        if branch is None:
            holders = self._git(
                repo, "for-each-ref", "--count=1", f"--contains={sha}", "refs/heads"
            )
            return bool(holders)
        head = self._head(repo, branch)
        beyond = self._git(repo, "rev-list", "--max-count=1", sha, f"^{head}")
        return not beyond

    def _log(self, repo: RepoName, sha: str, *, limit: int) -> list[Commit]:
        log = self._git(
            repo, "log", "-z", f"--max-count={limit}", "--no-show-signature", _COMMIT_FORMAT, sha
        )
        fields = log.decode(errors="replace").split("\0")
        return [
            Commit(
                sha=sha,
                message=first_line(message),
                author=author,
                committed_at=datetime.fromtimestamp(int(seconds), tz=UTC),
            )
            for sha, author, seconds, message in zip(*[iter(fields)] * 4, strict=False)
        ]

    def _owner_folder(self, owner: str) -> Path:
        if not self._root.is_dir():
            raise HostUnavailable(host=_HOST, reason="is not there")
        return self._root / owner

    def _folder(self, repo: RepoName) -> Path:
        folder = self._owner_folder(repo.owner) / f"{repo.name}.git"
        if not (folder / "HEAD").is_file():
            raise RepoNotFound(repo)
        return folder

    def _git(
        self,
        repo: RepoName,
        *arguments: str,
        stdin: bytes = b"",
        allowed: tuple[int, ...] = (0,),
    ) -> bytes:
        """What git prints.

        Raises:
            RepoNotFound: there is no such folder.
            HostUnavailable: git is missing, takes too long, or ends with a code not `allowed`.
        """
        folder = self._folder(repo)
        try:
            ended = subprocess.run(  # noqa: S603 - no shell; every argument is made or checked here
                ["git", f"--git-dir={folder}", "-c", f"safe.directory={folder}", *arguments],  # noqa: S607 - where git is differs
                input=stdin,
                capture_output=True,
                check=False,
                env={"PATH": os.environ.get("PATH", os.defpath), **_ENVIRONMENT},
                timeout=self._timeout_s,
            )
        except FileNotFoundError as error:
            reason = 'cannot be read, because the program "git" is not installed on the server'
            raise HostUnavailable(host=_HOST, reason=reason) from error
        except subprocess.TimeoutExpired as error:
            reason = f"has not answered for {self._timeout_s:g} s"
            raise HostUnavailable(host=_HOST, reason=reason) from error
        if ended.returncode not in allowed:
            reason = f"holds a {repo} that git cannot read (exit code {ended.returncode})"
            failure = HostUnavailable(host=_HOST, reason=reason)
            failure.add_note(ended.stderr.decode(errors="replace"))
            raise failure
        return ended.stdout
