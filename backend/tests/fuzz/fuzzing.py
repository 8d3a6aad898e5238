"""Calls every operation of the schema with whatever the schema allows, and with what it forbids.

Each call is by one of several callers and is taken back, as in the matrix of permissions, whose
world, callers and addresses are used.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup

from tests.fuzz.checks import CONFIG, EXCLUDED_FROM_V2
from tests.permissions.callers import Caller, callers
from tests.permissions.matrix import taken_back
from tests.permissions.rows import ROWS
from tests.permissions.rules import Row
from tests.permissions.world import World, build, git_host

SCHEMA = Path(__file__).resolve().parents[3] / "openapi.yaml"
_WHO = (
    "a visitor",
    "a person without a role",
    "Administrator everywhere",
    "token of an Administrator for read",
    "token of an Administrator for read, run",
    "token of an Administrator for read, write",
    "token of an Administrator for read, run, write",
    "token of a person without a role",
    "an expired token of an Administrator",
    "token of its backend",
)


@dataclass
class Verdict:
    """What was called by whom, what came back, and the smallest case of each failure."""

    cases: int = 0
    operations: int = 0
    by_caller: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    successful: set[str] = field(default_factory=set)
    failures: dict[tuple[str, str], str] = field(default_factory=dict)

    def __str__(self) -> str:
        return (
            f"{self.cases:,} cases, {self.operations} operations, {len(self.by_caller)} callers,"
            f" {len(self.failures)} failures"
        )

    def note(self, label: str, title: str, text: str) -> None:
        """Keep a failure; of several that are alike the shortest."""
        known = self.failures.get((label, title))
        if known is None or len(text) < len(known):
            self.failures[label, title] = text


def run(*, cases: int, at_random: int = 1, only: str = "") -> Verdict:
    """Make at least `cases` calls, shared out among the operations whose name has `only` in it."""
    load_all_checks()
    schema = schemathesis.openapi.from_path(SCHEMA, config=CONFIG)
    verdict = Verdict()
    with _in_process(schema), transaction.atomic(), git_host():
        operations = [each.ok() for each in schema.get_all_operations() if only in each.ok().label]
        verdict.operations = len(operations)
        world = build()
        known = {caller.name: caller for caller in callers(world)}
        who = [known[name] for name in _WHO]
        while operations and verdict.cases < cases:  # one without parameters has few of them
            share = -(-(cases - verdict.cases) // len(operations))
            for operation in operations:
                row = _row_of(operation)
                with taken_back():
                    if row and row.given:
                        row.given(world)
                    requests = _cases(operation, row, world)
                    _call(operation, requests, who, verdict, share=share, at_random=at_random)
            at_random += 1
        transaction.set_rollback(True)
    return verdict


@contextmanager
def _in_process(schema: Any) -> Iterator[None]:
    """The application answers in this thread, on this connection, and logs none of it."""
    from config.wsgi import application

    schema.app = application
    moments = (request_started, request_finished)
    for moment in moments:
        moment.disconnect(close_old_connections)
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
        for moment in moments:
            moment.connect(close_old_connections)


def _call(
    operation: Any,
    requests: st.SearchStrategy[Any],
    who: Sequence[Caller],
    verdict: Verdict,
    *,
    share: int,
    at_random: int,
) -> None:
    @seed(at_random)
    @settings(
        max_examples=share,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    # The number makes the same request by another caller a new case to Hypothesis.
    @given(case=requests, _number=st.integers(0, 10**9))
    def call(case: Any, _number: int) -> None:
        caller = who[verdict.cases % len(who)]
        verdict.cases += 1
        verdict.by_caller[caller.name] += 1
        headers = dict(caller.headers)
        response = None
        with taken_back():
            try:
                response = case.call(headers=headers)
                case.validate_response(
                    response,
                    headers=headers,
                    transport_kwargs={"headers": headers},
                    excluded_checks=_excluded(operation, case),
                )
            except FailureGroup as group:
                for failure in group.exceptions:
                    verdict.note(operation.label, failure.title, _words(caller, case, failure))
            except Exception as error:
                verdict.note(operation.label, type(error).__name__, _words(caller, case, error))
        if response is not None:
            verdict.statuses[response.status_code] += 1
            if response.status_code < 400:
                verdict.successful.add(operation.label)

    call()


def _excluded(operation: Any, case: Any) -> list[Any]:
    names = set(EXCLUDED_FROM_V2) if operation.path.startswith("/api/v2/") else set()
    # Such space is left out before a text is measured, so one that is too long by it is taken.
    if _has_space_around(case.body):
        names.add("negative_data_rejection")
    return [CHECKS.get_one(name) for name in names]


def _has_space_around(value: Any) -> bool:
    """Whether any text in a body begins or ends with white space."""
    if isinstance(value, Mapping):
        return any(map(_has_space_around, value.values()))
    if isinstance(value, list):
        return any(map(_has_space_around, value))
    return isinstance(value, str) and value != value.strip()


def _cases(operation: Any, row: Row | None, world: World) -> st.SearchStrategy[Any]:
    """Requests by the schema and against it, to what there is, and to what there is not."""
    positive, negative = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
    if row is None:
        return operation.as_strategy(positive) | operation.as_strategy(negative)
    names = _names(operation, row, world)
    fixed: dict[str, Any] = {"path_parameters": names} if names else {}
    if headers := dict(row.headers(world)):
        fixed["headers"] = headers
    choices = [operation.as_strategy(mode, **fixed) for mode in (positive, negative)]
    if names:
        choices += [operation.as_strategy(mode) for mode in (positive, negative)]
    if row.body and not isinstance(body := row.body(world), bytes):
        choices.append(operation.as_strategy(positive, body=body, **fixed))
    return st.one_of(choices)


def _row_of(operation: Any) -> Row | None:
    shape = _shape(operation.path)
    method = operation.method.upper()
    return next((row for row in ROWS if row.method == method and _shape(row.path) == shape), None)


def _shape(path: str) -> str:
    return re.sub(r"{\w+}", "{}", path.rstrip("/"))


def _names(operation: Any, row: Row, world: World) -> Mapping[str, str]:
    """What the matrix puts into the path, under the names that the schema gives the parts."""
    values = row.names(world)
    here, there = (re.findall(r"{(\w+)}", path) for path in (operation.path, row.path))
    return {mine: str(values[its]) for mine, its in zip(here, there, strict=True)}


def _words(caller: Caller, case: Any, failure: Exception) -> str:
    body = "" if isinstance(case.body, schemathesis.core.NotSet) else f"\n  body: {case.body!r}"
    return (
        f"by {caller.name}: {case.method} {case.formatted_path}"
        f"\n  query: {case.query!r}  headers: {dict(case.headers or {})!r}{body}\n  {failure}"
    )
