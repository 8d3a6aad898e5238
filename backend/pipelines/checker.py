"""The one way through a check: read, then apply the rules."""

from pipelines.model import Report
from pipelines.problems import Problems
from pipelines.reader import Unreadable, read
from pipelines.rules.project import check_project


def check(source: str | bytes) -> Report:
    """Check a `project.yaml`, whatever it holds; no text or bytes make this raise.

    Errors stand in the order of the file, each with the place to mend, and are as many as can be
    told apart (the first 100 of them). Hostile files are refused within 2 s and 200 MB.
    """
    problems, warnings = Problems(), Problems()
    try:
        root = read(source, problems=problems)
    except Unreadable:
        return Report(errors=problems.sorted(), warnings=(), pipeline=None)
    pipeline = check_project(root, problems=problems, warnings=warnings)
    if pipeline is None:
        return Report(errors=problems.sorted(), warnings=(), pipeline=None)
    return Report(errors=(), warnings=warnings.sorted(), pipeline=pipeline)
