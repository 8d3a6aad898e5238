"""The pipeline of a workspace at a commit: asked of the git host, so never in a transaction."""

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import pipelines
from integrations import git
from server.jobs.codelists import NOT_CHECKED, CodelistsCheck, check_codelists
from server.jobs.errors import PipelineHasProblems
from server.projects.git_errors import as_problems
from server.projects.models import Workspace

_COMMIT_ID = re.compile(r"[0-9a-fA-F]{7,40}")


@dataclass(frozen=True, slots=True)
class PipelineAtCommit:
    """A commit with its project.yaml, as text and as the check of it found it."""

    commit: git.Commit
    source: str
    report: pipelines.Report
    codelists: CodelistsCheck = NOT_CHECKED

    def runnable(self) -> pipelines.Pipeline:
        """The pipeline, where nothing is wrong with it.

        Raises:
            PipelineHasProblems: with every problem and its line.
        """
        if self.report.pipeline is None:
            number = len(self.report.errors)
            raise PipelineHasProblems(
                f"project.yaml at commit {self.commit.sha[:7]} has "
                f"{'a problem' if number == 1 else f'{number} problems'}. "
                "Mend what is listed, commit and push.",
                problems=[problem_facts(problem) for problem in self.report.errors],
                commit=self.commit.sha,
            )
        return self.report.pipeline


def read_pipeline(
    *, workspace: Workspace, commit: str | None, with_codelists: bool, now: datetime
) -> PipelineAtCommit:
    """What project.yaml says at `commit` (7 to 40 hex digits), or at the head of the branch.

    The codelists are checked where that is asked for and the pipeline can run.

    Raises:
        DomainError: one of `projects.git_errors`: repository, branch, commit or file are not
            there, or the git host does not answer.
    """
    with as_problems(now=now):
        host = git.get_host()
        repo = git.parse_repo_url(workspace.repo.url)
        if commit is None:
            found = host.get_commit(repo, workspace.branch)
        elif _COMMIT_ID.fullmatch(commit):
            # A runner refuses a commit that is not on the branch of the workspace.
            found = host.get_commit(repo, commit, branch=workspace.branch)
        else:
            raise git.CommitNotFound(repo=repo, ref=commit, branch=workspace.branch)
        content = host.read_file(repo, sha=found.sha, path="project.yaml")
        report = pipelines.check(content)
        is_checked = with_codelists and report.pipeline is not None
        return PipelineAtCommit(
            commit=found,
            source=content.decode("utf-8", errors="replace"),
            report=report,
            codelists=(check_codelists(host, repo, sha=found.sha) if is_checked else NOT_CHECKED),
        )


def problem_facts(problem: pipelines.Problem) -> dict[str, Any]:
    """A problem of project.yaml as a JSON object."""
    return asdict(problem) | {"code": problem.code.value}
