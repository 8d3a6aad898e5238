"""A short run over the whole schema; `make fuzz` makes long ones."""

import pytest
from rest_framework.response import Response

from server.core.views import ProblemTypesView
from tests.fuzz import fuzzing


def test_every_operation_answers_as_the_schema_says(db):
    verdict = fuzzing.run(cases=600, at_random=1)

    assert verdict.failures == {}
    assert verdict.cases >= 600
    assert len(verdict.by_caller) == 10


@pytest.mark.parametrize(
    ("breakage", "title"),
    [
        (lambda self, request: {}["nothing"], "Server error"),
        (lambda self, request: Response({"results": 5}), "Response violates schema"),
    ],
)
def test_what_the_schema_does_not_say_is_found(db, monkeypatch, breakage, title):
    monkeypatch.setattr(ProblemTypesView, "get", breakage)

    verdict = fuzzing.run(cases=10, only="GET /api/v3/problems")

    assert title in {found for _, found in verdict.failures}
