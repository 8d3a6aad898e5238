"""Studies as bare git repositories, which the server reads in place of GitHub."""

import os
import subprocess
from pathlib import Path

PIPELINE = """\
version: '5'

actions:
  generate_dataset:
    run: ehrql:v1 generate-dataset analysis/dataset.py --output output/dataset.csv.gz
    outputs:
      highly_sensitive:
        dataset: output/dataset.csv.gz

  prepare:
    run: r:v2 analysis/prepare.R
    needs: [generate_dataset]
    outputs:
      highly_sensitive:
        cohort: output/cohort.csv.gz

  fit_model:
    run: r:v2 analysis/fit.R
    needs: [prepare]
    outputs:
      moderately_sensitive:
        model: output/model.csv

  describe:
    run: python:v2 analysis/describe.py
    needs: [prepare]
    outputs:
      moderately_sensitive:
        table: output/table.csv

  report:
    run: r:v2 analysis/report.R
    needs: [fit_model, describe]
    outputs:
      moderately_sensitive:
        report: output/report.csv
"""
ACTIONS = ["generate_dataset", "prepare", "fit_model", "describe", "report"]
NEEDS = {
    "prepare": ["generate_dataset"],
    "fit_model": ["prepare"],
    "describe": ["prepare"],
    "report": ["fit_model", "describe"],
}
BROKEN = PIPELINE.replace("needs: [fit_model, describe]", "needs: [fit_modell, describe]")


def large_pipeline(actions: int) -> str:
    """A project.yaml of so many actions in layers of ten; each needs two of the layer before.

    They are called `step_000`, `step_001` and so on.
    """
    lines = ["version: '5'", "actions:"]
    for number in range(actions):
        above, across = number - _LAYER, number - number % _LAYER - _LAYER
        needs = [above, across + (number + 3) % _LAYER] if number >= _LAYER else []
        output = f"output/{number}.csv"
        reads = f"ehrql:v1 generate-dataset a.py --output {output}"
        command = f"python:v2 analysis/step.py {number}" if needs else reads
        lines += [
            f"  step_{number:03}:",
            f"    run: {command}",
            f"    needs: [{', '.join(f'step_{need:03}' for need in needs)}]",
            "    outputs:",
            "      highly_sensitive:",
            f"        table: {output}",
        ]
    return "\n".join(lines) + "\n"


_LAYER = 10


def write_study(folder: Path, *, name: str, pipeline: str = PIPELINE) -> str:
    """Make OWNER/NAME.git with the branches main, whose project.yaml is `pipeline`, and broken.

    Returns:
        The commit at the head of main.
    """
    bare = folder / "opensafely" / f"{name}.git"
    work = folder / f"{name}-work"
    _git("init", "--quiet", "--bare", "-b", "main", str(bare))
    _git("init", "--quiet", "-b", "main", str(work))
    for branch, text, message in [
        ("main", pipeline, "Fit the model by region"),
        ("broken", BROKEN, "Tables for the appendix"),
    ]:
        if branch != "main":
            _git("-C", str(work), "checkout", "--quiet", "-b", branch)
        (work / "project.yaml").write_text(text)
        _git("-C", str(work), "add", ".")
        _git("-C", str(work), "commit", "--quiet", "-m", message)
        _git("-C", str(work), "push", "--quiet", str(bare), branch)
    return _git(f"--git-dir={bare}", "rev-parse", "main").strip()


def _git(*arguments: str) -> str:
    """Run git, whatever the person at this machine has configured."""
    own = {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{who}_NAME": "Amira Osei" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "amira@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    done = subprocess.run(
        ["git", *arguments], env=os.environ | own, capture_output=True, check=True, text=True
    )
    return done.stdout
