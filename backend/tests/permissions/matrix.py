"""Calls every row of the table as every caller.

It says where the answer is another one than in the table, and where a change leaves something else
on record. Each call is made within a savepoint that is taken back, so no cell knows of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.test import override_settings

from tests.permissions import on_record
from tests.permissions.callers import Caller
from tests.permissions.expected import Expected, expected
from tests.permissions.router import offered
from tests.permissions.rows import ROWS
from tests.permissions.rules import Row
from tests.permissions.scene import Scene, scene, taken_back
from tests.permissions.serving import Answer


@dataclass
class Verdict:
    """How many cells were called of how many endpoints, and what was not as the table says."""

    cells: int = 0
    endpoints: int = 0
    surprises: list[str] = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        self.surprises = []

    def __str__(self) -> str:
        return f"{self.cells:,} cells, {self.endpoints} endpoints, {len(self.surprises)} surprises"


def run(rows: Sequence[Row] = ROWS) -> Verdict:
    """Call every cell."""
    verdict = Verdict(endpoints=len({(row.method, row.path) for row in rows}))
    with scene() as here:
        for public_read in (True, False):
            with override_settings(PUBLIC_READ=public_read):
                for row in rows:
                    done = False
                    for caller in here.callers:
                        done |= _judge(here, row, caller, verdict, public_read=public_read)
                        if row.shown and caller.is_in_a_browser and not row.shown_apart(caller):
                            _judge_shown(here, row, caller, verdict, public_read=public_read)
                    if not done:
                        verdict.surprises.append(f"{row.title}: nobody's call succeeded")
    return verdict


def _judge(here: Scene, row: Row, caller: Caller, verdict: Verdict, *, public_read: bool) -> bool:
    """Whether the call did what it is there for."""
    must = expected(row, caller, public_read=public_read)
    with taken_back():
        if row.given:
            row.given(here.world)
        with on_record.events() as left:
            answer = here.call(row, caller)
        wrongs = on_record.wrongs(here, row, caller, answer, left)
    got = got_of(answer, must)
    if got != must:
        wrongs.append(f"{got}, not {must} [{answer.body[:200].decode(errors='replace')}]")
    verdict.cells += 1
    setting = "" if public_read else " (PUBLIC_READ off)"
    verdict.surprises += [f"{row.title} by {caller.name}{setting}: {wrong}" for wrong in wrongs]
    return answer.status == row.ok or (row.expect is not None and answer.status < 500)


def got_of(answer: Answer, must: Expected) -> Expected:
    """What came back, as far as the table says anything about it."""
    document = answer.json if isinstance(answer.json, dict) else {}
    problem = str(document.get("type", "")).removeprefix("/problems/") if must.problem else ""
    permission = str(document.get("permission", "")) if must.problem == "forbidden" else ""
    return Expected(answer.status, problem, permission)


def _judge_shown(
    here: Scene, row: Row, caller: Caller, verdict: Verdict, *, public_read: bool
) -> None:
    """No page offers a control that will be refused, nor hides one that would work."""
    address, way = row.shown
    with taken_back():
        if row.given:
            row.given(here.world)
        answer = here.client.call(
            "GET", address.format(**row.names(here.world)), headers=caller.headers
        )
    if answer.status != 200:
        return
    verdict.cells += 1
    shown = at(answer.json, way)
    offers = shown["allowed"] if isinstance(shown, dict) else shown
    may = bool(caller.username) and row.who.lets_in(caller)
    if caller.viewer and isinstance(shown, dict):
        may = False  # a link to a page stays, what stands on it is off
    if offers != may:
        verdict.surprises.append(
            f"GET {address} shows {way} as {shown} to {caller.name}, who may{'' if may else ' not'}"
            f" {row.title}"
        )


def at(document: Any, way: str) -> Any:
    """The member at `can.edit`."""
    for name in way.split("."):
        document = document[int(name)] if isinstance(document, list) else document[name]
    return document


def missing_rows(rows: Sequence[Row] = ROWS) -> list[str]:
    """Endpoints without a row, and rows without an endpoint."""
    declared = {(row.method, row.path) for row in rows}
    found = {(method, path) for path, methods in offered().items() for method in methods}
    return [
        *(
            f"{method} {path} has no row in tests/permissions/rows/"
            for method, path in sorted(found - declared)
        ),
        *(
            f"{method} {path} has a row and no endpoint"
            for method, path in sorted(declared - found)
        ),
    ]
