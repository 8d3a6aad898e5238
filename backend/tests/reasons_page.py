"""Writes docs/reference/reasons.md from the table of reasons; part of `make schema`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from server.jobs.reason_codes import (
    AFTER_FAILURE,
    OTHER_WORDS,
    WHILE_PENDING,
    WHILE_RUNNING,
    Case,
    ReasonCode,
    words_of,
)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "reasons.md"

_HEAD = """\
# Reasons

Why a job or a request is where it is: what every page, `/api/v3/` and scripts say. Each reason has
a code, a sentence, what it is about, since when, what would change it, and who can act. This page
is written by `make schema` from `backend/server/jobs/reason_codes.py`.

`…` stands for what differs: actions, numbers of jobs, and the words of the runner.

What the server itself knows of a backend comes before the runner's code: a job that waits is
`backend_paused` on a paused backend, and `database_maintenance` where the database is in
maintenance and the job reads it, by the runner's word or by that of staff. Silence comes before
both, and before a cancel; that staff switched the backend off comes before silence.

A job that succeeded has a reason only where its message says that nothing was to be run:
`nothing_to_do`.

"""
_WORDING = ("Sentence", "What changes it, or helps", "Who can act", "About")


def page() -> str:
    """The whole page: the table, and where a code is said in other words."""
    rows = [[_named(code), _reported_as(code), *_cells(code)] for code in ReasonCode]
    parts = [_HEAD + _table(("Code", "Reported as", *_WORDING), rows)]
    for case, codes in OTHER_WORDS.items():
        rows = [[_named(code), *_cells(code, case)] for code in codes]
        parts.append(f"\n## {case.label}\n\n" + _table(("Code", *_WORDING), rows))
    return "".join(parts)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _named(code: ReasonCode) -> str:
    return f"`{code.value}`"


def _cells(code: ReasonCode, case: Case | None = None) -> list[str]:
    words = words_of(code, case)
    filled = {
        "backend": "BACKEND",
        "subject": "…",
        "message": "[: …]",
        "queue": "[: N requests before it]",
    }
    return [
        words.text.format(**filled),
        words.what_next.format(**filled),
        words.who.label,
        words.about.label,
    ]


def _reported_as(code: ReasonCode) -> str:
    """The status and codes of a report that lead to the reason."""
    of_status = {"pending": WHILE_PENDING, "running": WHILE_RUNNING, "failed": AFTER_FAILURE}
    return ", ".join(
        f"{status} `{reported}`"
        for status, codes in of_status.items()
        for reported, reason in codes.items()
        if reason is code
    )


if __name__ == "__main__":
    PAGE.write_text(page())
