"""Makes bare repositories in a folder, with the same calls as `FakeGitHost`."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from integrations.git import Commit, RepoName

FIRST_COMMIT_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class BareRepos:
    """Writes ROOT/OWNER/NAME.git; `topics` and `is_private` have no place there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._commits = 0

    def add_repo(
        self,
        full_name: str,
        *,
        is_private: bool = False,
        default_branch: str = "main",
        topics: Iterable[str] = (),
    ) -> RepoName:
        owner, _, name = full_name.partition("/")
        repo = RepoName(owner=owner, name=name)
        run_git("init", "--quiet", "--bare", "-b", default_branch, str(self.folder(repo)))
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
        committed_at = FIRST_COMMIT_AT + timedelta(minutes=self._commits)
        self._commits += 1
        lines: list[str | bytes] = [
            f"commit refs/heads/{branch}",
            f"author {author} <author@example.org> {int(committed_at.timestamp())} +0100",
            f"committer Hub <hub@example.org> {int(committed_at.timestamp())} +0100",
            _data(message),
        ]
        for parent in (branch, "main"):
            if self._head(repo, parent):
                lines.append(f"from refs/heads/{parent}^0")
                break
        for path, content in (files or {}).items():
            lines += [f"M 100644 inline {path}", _data(content)]
        stream = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
        self.git(repo, "fast-import", "--quiet", stdin=stream + b"\n")
        return Commit(
            sha=self._head(repo, branch),
            message=message.split("\n")[0],
            author=author,
            committed_at=committed_at,
        )

    def delete_branch(self, repo: RepoName, branch: str) -> None:
        self.git(repo, "update-ref", "-d", f"refs/heads/{branch}")

    def delete_repo(self, repo: RepoName) -> None:
        shutil.rmtree(self.folder(repo))

    def folder(self, repo: RepoName) -> Path:
        return self.root / repo.owner / f"{repo.name}.git"

    def git(self, repo: RepoName, *arguments: str, stdin: bytes = b"") -> str:
        return run_git(f"--git-dir={self.folder(repo)}", *arguments, stdin=stdin)

    def _head(self, repo: RepoName, branch: str) -> str:
        ref = f"refs/heads/{branch}"
        return self.git(repo, "for-each-ref", "--count=1", "--format=%(objectname)", ref).strip()


def run_git(*arguments: str, stdin: bytes = b"") -> str:
    """What git prints, whatever the configuration of the person who runs the tests."""
    ended = subprocess.run(
        ["git", *arguments],
        input=stdin,
        capture_output=True,
        check=True,
        env={
            "PATH": os.environ["PATH"],
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        },
    )
    return ended.stdout.decode()


def _data(content: str | bytes) -> bytes:
    raw = content if isinstance(content, bytes) else content.encode()
    return b"data %d\n%b" % (len(raw), raw)
