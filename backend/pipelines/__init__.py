"""Reads and checks `project.yaml`, and plans what a request would run. Pure: no Django, no I/O.

`check` never raises, whatever it is given; `plan` works on the pipeline of a report without errors.
"""

from pipelines.checker import check
from pipelines.codes import Code
from pipelines.model import LATEST_VERSION, RUN_ALL, Action, Pipeline, Report
from pipelines.planning import (
    Decision,
    JobOutcome,
    NothingReason,
    Plan,
    Step,
    UnknownActions,
    plan,
)
from pipelines.problems import Problem

__all__ = [
    "LATEST_VERSION",
    "RUN_ALL",
    "Action",
    "Code",
    "Decision",
    "JobOutcome",
    "NothingReason",
    "Pipeline",
    "Plan",
    "Problem",
    "Report",
    "Step",
    "UnknownActions",
    "check",
    "plan",
]
