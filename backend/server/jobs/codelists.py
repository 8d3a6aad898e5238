"""Whether the codelists of a study are up to date: asked outside, so never in a transaction.

Source: domain reference 5.6. A study without the folder `codelists` has none to check.
"""

from dataclasses import dataclass

from django.db import models

from integrations import codelists, git

FOLDER = "codelists"
FILES = (f"{FOLDER}/codelists.txt", f"{FOLDER}/codelists.json")
_REMEDY = "Run `opensafely codelists update`, commit and push, then use the new commit."


class CodelistsStatus(models.TextChoices):
    """How the codelists of a study are."""

    OK = "ok", "up to date, or none to check"
    NOT_CHECKED = "not_checked", "not checked by this service"
    STALE = "stale", "not up to date"
    INCOMPLETE = "incomplete", "a file is missing"
    UNKNOWN = "unknown", "could not be checked"


@dataclass(frozen=True, slots=True)
class CodelistsCheck:
    """What the check found; `message` says what is wrong and what to do, "" where nothing is."""

    status: CodelistsStatus
    message: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether actions that read the database may run."""
        return self.status in (CodelistsStatus.OK, CodelistsStatus.NOT_CHECKED)


NOT_CHECKED = CodelistsCheck(CodelistsStatus.NOT_CHECKED)


def check_codelists(host: git.GitHost, repo: git.RepoName, *, sha: str) -> CodelistsCheck:
    """Check the codelists of a study at a commit, where this installation does.

    Raises:
        git.GitError: the files cannot be read.
    """
    checker = codelists.get_checker()
    if checker is None:
        return NOT_CHECKED
    found = {path: _text_of(host, repo, sha=sha, path=path) for path in FILES}
    missing = [path for path, text in found.items() if text is None]
    if missing and (len(missing) < len(FILES) or host.has_folder(repo, sha=sha, path=FOLDER)):
        return CodelistsCheck(
            CodelistsStatus.INCOMPLETE,
            f"The folder {FOLDER} of the study has no {' and no '.join(missing)}. {_REMEDY}",
        )
    if missing:
        return CodelistsCheck(CodelistsStatus.OK)
    try:
        is_current = checker.is_current(
            codelists=found[FILES[0]] or "", manifest=found[FILES[1]] or ""
        )
    except codelists.CheckerUnavailable as error:
        return CodelistsCheck(
            CodelistsStatus.UNKNOWN,
            f"Nobody knows whether the codelists of the study are up to date: {error} "
            "Try again in a few minutes.",
        )
    if is_current:
        return CodelistsCheck(CodelistsStatus.OK)
    return CodelistsCheck(
        CodelistsStatus.STALE, f"The codelists of the study are not up to date. {_REMEDY}"
    )


def _text_of(host: git.GitHost, repo: git.RepoName, *, sha: str, path: str) -> str | None:
    """The text of a file; None where there is none."""
    try:
        return host.read_file(repo, sha=sha, path=path).decode("utf-8", errors="replace")
    except git.PathNotFound:
        return None
