"""Which repositories the public can read; the git host knows, if it answers."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace

from django.conf import settings

from integrations import git
from server.projects.models import Project, Repo
from server.projects.services.sources import RepoChoice

_AT_ONCE = 8
_MOST_REPOS = 100


def list_project_repos(*, project: Project) -> list[RepoChoice]:
    """The repositories of the project's workspaces by name, at most a hundred.

    What the git host does not tell is None: a host that is away never breaks the answer.
    """
    rows = Repo.objects.filter(workspaces__project=project).distinct().order_by("owner", "name")
    found = [RepoChoice(url=row.url, owner=row.owner, name=row.name) for row in rows[:_MOST_REPOS]]
    known = ask_about((choice.owner, choice.name) for choice in found)
    return [_with(choice, known.get((choice.owner, choice.name))) for choice in found]


def ask_about(repos: Iterable[tuple[str, str]]) -> dict[tuple[str, str], git.RepoInfo]:
    """What the git host says of repositories by owner and name; silent about what it does not tell.

    It is asked for all of them at once, for as long as one call may take, and never raises.
    """
    pool = ThreadPoolExecutor(max_workers=_AT_ONCE)
    host = git.get_host()
    asked = {pool.submit(_ask, host, repo): repo for repo in repos}
    done, _ = wait(asked, timeout=settings.GIT_TIMEOUT_S)
    pool.shutdown(wait=False, cancel_futures=True)
    answers = {asked[future]: future.result() for future in done}
    return {repo: info for repo, info in answers.items() if info is not None}


def _ask(host: git.GitHost, repo: tuple[str, str]) -> git.RepoInfo | None:
    owner, name = repo
    try:
        return host.get_repo(git.RepoName(owner=owner, name=name))
    except git.GitError:
        return None


def _with(choice: RepoChoice, info: git.RepoInfo | None) -> RepoChoice:
    if info is None:
        return choice
    return replace(choice, is_private=info.is_private, default_branch=info.default_branch)
