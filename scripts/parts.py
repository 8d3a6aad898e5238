"""Runs the parts of a gate one after the other and sums them up in a table.

A part that fails does not keep the next from running; one that this machine cannot run is named
with the reason, and counts as failed under `STRICT=1`.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from supervisor import Program, start, stop


def nothing_missing() -> str:
    """A part that every machine can run."""
    return ""


@dataclass(frozen=True, slots=True)
class Part:
    """A command of the gate.

    `missing` says in words what it lacks here, or nothing; a part that is not done after `limit_s`
    seconds hangs, and has failed.
    """

    name: str
    argv: Sequence[str]
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)
    missing: Callable[[], str] = nothing_missing
    limit_s: float = 1800


class Outcome(StrEnum):
    """What became of a part."""

    PASSED = "passed"
    FAILED = "FAILED"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one part, in how many seconds, and why it did not run to its end."""

    part: Part
    outcome: Outcome
    seconds: float
    reason: str = ""


def run_parts(parts: Sequence[Part], *, strict: bool) -> int:
    """Run `parts`, print the table, and return the exit code of the whole: 0 or 1."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    results = [run_part(part) for part in parts]
    bad = {Outcome.FAILED, Outcome.LEFT_OUT} if strict else {Outcome.FAILED}
    failed = [result for result in results if result.outcome in bad]
    print("\n" + table(results))
    if failed:
        print(f"\nFailed: {', '.join(result.part.name for result in failed)}.")
    return 1 if failed else 0


def run_part(part: Part) -> Result:
    """Run one part with its output passed on, or leave it out with a reason."""
    reason = part.missing()
    print(f"\n=== {part.name}{f': left out, {reason}' if reason else ''}", flush=True)
    if reason:
        return Result(part=part, outcome=Outcome.LEFT_OUT, seconds=0.0, reason=reason)
    began = time.monotonic()
    process = start(
        Program(name=part.name, argv=part.argv, cwd=part.cwd, env={**os.environ, **part.env})
    )
    try:
        outcome = Outcome.FAILED if process.wait(timeout=part.limit_s) else Outcome.PASSED
    except subprocess.TimeoutExpired:
        outcome, reason = Outcome.FAILED, f"stopped: it took longer than {part.limit_s} s"
    finally:
        stop([process])
    seconds = time.monotonic() - began
    return Result(part=part, outcome=outcome, seconds=seconds, reason=reason)


def table(results: Sequence[Result]) -> str:
    """One line a part: name, outcome, time, reason; and the sum of the times."""
    width = max(len(result.part.name) for result in results)
    lines = [
        f"{one.part.name:<{width}}  {one.outcome:<8}  {one.seconds:7.1f} s  {one.reason}".rstrip()
        for one in results
    ]
    total = sum(result.seconds for result in results)
    return "\n".join([*lines, f"{'all':<{width}}{total:>19.1f} s"])
