"""The study that the runner under judgement works on: bare repositories on this disk."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

REPO = "https://github.com/opensafely/conformance"
FIRST, SECOND, THIRD = "extract", "describe", "model"
_GOOD = """\
version: "3.0"
expectations: {population_size: 100}
actions:
  extract:
    run: cohortextractor:latest generate_cohort --study-definition study_definition
    outputs: {highly_sensitive: {cohort: output/input.csv}}
  describe:
    run: python:latest python analysis/describe.py
    needs: [extract]
    outputs: {moderately_sensitive: {table: output/table.csv}}
  model:
    run: r:latest analysis/model.R
    needs: [extract]
    outputs: {moderately_sensitive: {model: output/model.csv}}
"""
_BROKEN = 'version: "3.0"\nactions: [this is no mapping]\n'


@dataclass(frozen=True, slots=True)
class Study:
    """Commits of the study: one whose project.yaml is good, and one whose is not."""

    good: str
    broken: str


def write_study(root: Path) -> Study:
    """Make `opensafely/conformance.git` below `root`; whatever was there before goes."""
    repo = root / "opensafely" / "conformance.git"
    if not repo.exists():
        repo.parent.mkdir(parents=True, exist_ok=True)
        _git("init", "--quiet", "--bare", "--initial-branch=main", str(repo))
        _git(f"--git-dir={repo}", "config", "uploadpack.allowAnySHA1InWant", "true")
    broken, good = (_commit(repo, text) for text in (_BROKEN, _GOOD))
    return Study(good=good, broken=broken)


def _commit(repo: Path, project_yaml: str) -> str:
    here = f"--git-dir={repo}"
    blob = _git(here, "hash-object", "-w", "--stdin", sent=project_yaml)
    tree = _git(here, "mktree", sent=f"100644 blob {blob}\tproject.yaml\n")
    commit = _git(here, "commit-tree", tree, "-m", "Study")
    _git(here, "update-ref", "refs/heads/main", commit)
    return commit


def _git(*arguments: str, sent: str = "") -> str:
    who = {"NAME": "conformance", "EMAIL": "conformance@localhost", "DATE": "2026-03-04T12:00:00Z"}
    env = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    ended = subprocess.run(
        ["git", *arguments],  # noqa: S607
        input=sent,
        env={"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, **env},
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.strip()
