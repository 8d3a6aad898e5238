"""A GitHub API on loopback: the calls that the git port makes, answered from a `FakeGitHost`."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from integrations.git import Commit, GitError, RepoName
from integrations.git.fake import FakeGitHost, FakeRepo

JSON = "application/json; charset=utf-8"

Misbehaviour = Callable[["GitHubHandler"], None]


@dataclass(frozen=True)
class Call:
    """A request that the server got, and the status it answered with."""

    path: str
    headers: dict[str, str]
    status: int


@dataclass
class GitHubServer:
    """What a test sees of the server.

    `misbehave`, where set, answers in place of GitHub; `closing` is set when the test is over, so
    that a misbehaviour which waits has something to wait for. `hidden` repositories are answered
    as private ones that the token may not read. `aliases` are further names that GitHub answers
    to: the old name of a branch, a tag in place of a commit id.
    """

    host: FakeGitHost = field(default_factory=FakeGitHost)
    url: str = ""
    calls: list[Call] = field(default_factory=list)
    misbehave: Misbehaviour | None = None
    closing: threading.Event = field(default_factory=threading.Event)
    hidden: set[RepoName] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)
    # What `/users/NAME` answers, by the name in small letters.
    people: dict[str, dict[str, Any]] = field(default_factory=dict)

    def statuses(self) -> list[int]:
        return [call.status for call in self.calls]


@contextmanager
def running_github() -> Iterator[GitHubServer]:
    """A server on a free port of 127.0.0.1, stopped in the end."""
    github = GitHubServer()
    handler = type("Handler", (GitHubHandler,), {"github": github})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        github.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield github
        finally:
            github.closing.set()
            server.shutdown()
            thread.join()


class GitHubHandler(BaseHTTPRequestHandler):
    """One connection to the server."""

    github: GitHubServer
    protocol_version = "HTTP/1.1"
    # One packet an answer: two would wait for each other's acknowledgement, 40 ms.
    wbufsize = -1
    # A connection that a client keeps open ends with the test.
    timeout = 5

    def do_GET(self) -> None:
        try:
            if self.github.misbehave:
                self.github.misbehave(self)
            else:
                self.answer_as_github()
        except (BrokenPipeError, ConnectionResetError):
            # The client hung up, as some tests want it to.
            self.close_connection = True

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer; `_` in the name of a header stands for a hyphen."""
        self.github.calls.append(
            Call(
                path=self.path,
                headers={k.lower(): v for k, v in self.headers.items()},
                status=status,
            )
        )
        self.send_response(status)
        for name, value in ({"Content_Type": JSON} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Nothing: the calls are kept in `calls`."""

    def answer_as_github(self) -> None:
        url = urlsplit(self.path)
        parts = [unquote(part) for part in url.path.split("/")[1:]]
        query = dict(parse_qsl(url.query))
        if moved := self._moved(parts):
            self.send(301, Location=f"{self.github.url}/{moved}?{url.query}")
            return
        try:
            payload, headers = self._payload(parts, query)
        except (GitError, LookupError):
            self.send(404, b'{"message": "Not Found"}')
            return
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        etag = f'W/"{hashlib.sha256(body).hexdigest()}"'
        if self.headers["If-None-Match"] == etag:
            self.send(304, ETag=etag)
        else:
            self.send(200, body, ETag=etag, **headers)

    def _moved(self, parts: list[str]) -> str:
        """The address below the new name of a repository that was renamed."""
        if parts[0] != "repos":
            return ""
        known = self.github.host.repos.get(RepoName(owner=parts[1], name=parts[2]))
        if known is None or str(known.info.repo) == "/".join(parts[1:3]):
            return ""
        return "/".join(["repos", str(known.info.repo), *map(quote, parts[3:])])

    def _payload(self, parts: list[str], query: dict[str, str]) -> tuple[Any, dict[str, str]]:
        if parts[0] in {"orgs", "users"} and parts[2:] == ["repos"]:
            owned = [
                known
                for repo, known in self.github.host.repos.items()
                if repo.owner == parts[1] and known.info.repo == repo
            ]
            if not owned:
                raise LookupError(parts[1])
            return self._page([_repo(known) for known in owned], query)
        if parts[0] == "users":
            return self.github.people[parts[1].lower()], {}
        repo = RepoName(owner=parts[1], name=parts[2])
        if repo in self.github.hidden:
            raise LookupError(repo)
        known = self.github.host.repos[repo]
        match parts[3:]:
            case []:
                return _repo(known), {}
            case ["branches"]:
                branches = known.branches.items()
                return self._page([_branch(name, sha) for name, sha in branches], query)
            case ["branches", name]:
                name = self.github.aliases.get(name, name)
                sha = known.branches[name]
                return {"name": name, "commit": _commit(known.commits[sha].commit)}, {}
            case ["commits"]:
                commits = [_commit(commit) for commit in known.history(query["sha"])]
                return self._page(commits, query)
            case ["commits", ref]:
                return _commit(_only_commit(known, self.github.aliases.get(ref, ref))), {}
            case ["compare", spec]:
                base, _, head = spec.partition("...")
                return {"status": _comparison(known, base, head)}, {}
            case ["contents", *path]:
                return self._contents(known, query["ref"], "/".join(path))
        raise LookupError(self.path)

    def _page(self, entries: list[Any], query: dict[str, str]) -> tuple[Any, dict[str, str]]:
        size, page = int(query.get("per_page", 30)), int(query.get("page", 1))
        if page * size >= len(entries):
            return entries[(page - 1) * size :], {}
        link = f'<{self.github.url}/elsewhere?page={page + 1}>; rel="next"'
        return entries[(page - 1) * size : page * size], {"Link": link}

    def _contents(self, known: FakeRepo, ref: str, path: str) -> tuple[Any, dict[str, str]]:
        files = known.commits[ref].files
        if any(name.startswith(f"{path}/") for name in files):
            return [{"type": "file", "path": name} for name in files], {}
        if "raw" not in self.headers["Accept"]:
            return {"type": "file", "path": path, "size": len(files[path])}, {}
        return files[path], {"Content_Type": "application/vnd.github.raw+json; charset=utf-8"}


def _repo(known: FakeRepo) -> dict[str, Any]:
    return {
        "name": known.info.repo.name,
        "owner": {"login": known.info.repo.owner},
        "private": known.info.is_private,
        "default_branch": known.info.default_branch,
        "topics": list(known.info.topics),
    }


def _branch(name: str, sha: str) -> dict[str, Any]:
    return {"name": name, "commit": {"sha": sha}}


def _commit(commit: Commit) -> dict[str, Any]:
    at = commit.committed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "sha": commit.sha,
        "commit": {
            "message": f"{commit.message}\n\nWith a reason.",
            "author": {"name": commit.author, "date": at},
            "committer": {"name": "GitHub", "date": at},
        },
    }


def _only_commit(known: FakeRepo, ref: str) -> Commit:
    alike = [entry.commit for sha, entry in known.commits.items() if sha.startswith(ref)]
    if len(alike) != 1:
        raise LookupError(ref)
    return alike[0]


def _comparison(known: FakeRepo, base: str, head: str) -> str:
    if base == head:
        return "identical"
    if head in [commit.sha for commit in known.history(base)]:
        return "behind"
    if base in [commit.sha for commit in known.history(head)]:
        return "ahead"
    return "diverged"
