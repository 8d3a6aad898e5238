"""Writes docs/reference/reasons.md from the table of reasons; part of `make schema`."""

from pathlib import Path

from server.jobs.reason_codes import (
    AFTER_FAILURE,
    WHILE_PENDING,
    WHILE_RUNNING,
    WORDS,
    ReasonCode,
)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "reasons.md"

_HEAD = """\
# Reasons

Why a job or a request is where it is: what every page, `/api/v3/` and scripts say. Each reason has
a code, a sentence, what it is about, since when, what would change it, and who can act. This page
is written by `make schema` from `backend/server/jobs/reason_codes.py`.

`…` stands for what differs: actions, and the words of the runner.

"""
_COLUMNS = ("Code", "Reported as", "Sentence", "What changes it, or helps", "Who can act", "About")


def page() -> str:
    """The whole page."""
    rows = [_COLUMNS, ["---"] * len(_COLUMNS), *map(_cells, ReasonCode)]
    return _HEAD + "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _cells(code: ReasonCode) -> list[str]:
    words = WORDS[code]
    filled = {
        "backend": "BACKEND",
        "subject": "…",
        "message": "[: …]",
        "queue": "[: N requests before it]",
    }
    return [
        f"`{code.value}`",
        _reported_as(code),
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
