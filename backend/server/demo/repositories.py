"""The studies of the demo, as git repositories that the project makes itself.

`studies/OWNER/NAME/BRANCH/` holds the files of each branch.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

STUDIES = Path(__file__).parent / "studies"
_MAIN = "main"


def write_repositories(*, folder: Path, now: datetime) -> list[str]:
    """Make `folder`/OWNER/NAME.git of every study; one that is there already stays as it is.

    Returns:
        `OWNER/NAME` of all studies.

    Raises:
        OSError: `folder` cannot be written, or git is not installed.
        subprocess.CalledProcessError: git refused.
    """
    studies = sorted(STUDIES.glob("*/*/"))
    for study in studies:
        repository = folder / study.parent.name / f"{study.name}.git"
        if not repository.exists():
            _write(repository, study=study, now=now)
    return [f"{study.parent.name}/{study.name}" for study in studies]


def _write(repository: Path, *, study: Path, now: datetime) -> None:
    unfinished = repository.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    _git("init", "--quiet", "--bare", "-b", _MAIN, str(unfinished))
    stream = b"".join(_commits(study, now=now))
    _git(f"--git-dir={unfinished}", "fast-import", "--quiet", stdin=stream)
    unfinished.rename(repository)


def _commits(study: Path, *, now: datetime) -> Iterator[bytes]:
    """The history of a study for `git fast-import`: what it is about, then its pipelines."""
    begun_at = now - timedelta(days=60)
    main = study / _MAIN
    yield _commit(
        _MAIN, files=[main / "README.md"], message="Say what the study is about", at=begun_at
    )
    branches = [main, *(branch for branch in sorted(study.iterdir()) if branch != main)]
    for week, branch in enumerate(branches, start=1):
        yield _commit(
            branch.name,
            files=[path for path in sorted(branch.rglob("*")) if path.is_file()],
            message="Add the pipeline" if branch == main else "Name the outputs anew",
            at=begun_at + timedelta(weeks=week),
        )


def _commit(branch: str, *, files: Sequence[Path], message: str, at: datetime) -> bytes:
    person = f"Ada Lovelace <ada@example.org> {int(at.timestamp())} +0000"
    lines: list[bytes] = [
        f"commit refs/heads/{branch}\nauthor {person}\ncommitter {person}".encode(),
        _data(message.encode()),
    ]
    if branch != _MAIN:  # which goes on from its own last commit by itself
        lines.append(f"from refs/heads/{_MAIN}".encode())
    root = STUDIES.joinpath(*files[0].relative_to(STUDIES).parts[:3])
    for path in files:
        name = path.relative_to(root).as_posix()
        lines += [f"M 100644 inline {name}".encode(), _data(path.read_bytes())]
    return b"\n".join(lines) + b"\n"


def _data(content: bytes) -> bytes:
    return b"data %d\n%b" % (len(content), content)


def _git(*arguments: str, stdin: bytes = b"") -> None:
    """Run git, whatever the person at this machine has configured."""
    own = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(  # noqa: S603 - our own arguments
        ["git", *arguments],  # noqa: S607 - the git on PATH
        input=stdin,
        env=os.environ | own,
        capture_output=True,
        check=True,
    )
