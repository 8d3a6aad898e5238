"""The command line: `python -m pipelines check FILE|- [--json]`, from `backend/`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from pipelines.checker import check
from pipelines.model import Pipeline, Report
from pipelines.problems import Problem
from pipelines.reader import MAX_BYTES

_VALID, _NOT_VALID, _USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 for a valid file, 1 for one that is not, 2 for usage."""
    parser = argparse.ArgumentParser(
        prog="python -m pipelines", description="Checks a project.yaml."
    )
    commands = parser.add_subparsers(required=True)
    check_parser = commands.add_parser("check", help="tell what is wrong with a project.yaml")
    check_parser.add_argument(
        "file", metavar="FILE", help="a project.yaml, or - for standard input"
    )
    check_parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    try:
        source = _contents(options.file)
    except OSError as error:
        print(f"{options.file} cannot be read: {error.strerror}.", file=sys.stderr)
        return _USAGE
    report = check(source)
    if options.json:
        print(json.dumps(_as_json(report), indent=2))
    else:
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        print("\n".join(_as_lines(report, name=options.file)))
    return _VALID if report.pipeline else _NOT_VALID


def _contents(name: str) -> bytes:
    """The bytes of the file, and no more of them than it takes to see that it is too large."""
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _as_json(report: Report) -> dict[str, object]:
    pipeline = report.pipeline
    return {
        "valid": pipeline is not None,
        "errors": [_problem_as_json(problem) for problem in report.errors],
        "warnings": [_problem_as_json(problem) for problem in report.warnings],
        "actions": _actions_as_json(pipeline) if pipeline else [],
        "run_all_order": pipeline.run_all_order if pipeline else [],
    }


def _problem_as_json(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "message": problem.message,
        "line": problem.line,
        "column": problem.column,
        "subject": problem.subject,
    }


def _actions_as_json(pipeline: Pipeline) -> list[dict[str, object]]:
    return [
        {
            "id": action.id,
            "run": action.run,
            "needs": action.needs,
            "outputs": action.outputs,
            "is_database_action": action.is_database_action,
        }
        for action in pipeline.actions.values()
    ]


def _as_lines(report: Report, *, name: str) -> list[str]:
    lines = [
        f"{name}:{problem.line}:{problem.column}: {problem.code}: {problem.message}"
        for problem in (*report.errors, *report.warnings)
    ]
    if report.pipeline:
        lines.append(f"{name}: valid, {len(report.pipeline.actions):,} actions")
    return lines


if __name__ == "__main__":
    sys.exit(main())
