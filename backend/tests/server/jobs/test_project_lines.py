"""Which line of project.yaml a refusal speaks of."""

import pytest

from server.jobs.project_lines import line_of

DEFINITION = """\
version: '4'
actions:
  fit:
    run: python:v2 fit.py
  fit_more:
    needs: [fitt]
"""


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("YAML is wrong on line 4, column 2", 4),
        ("wrong on line 400", None),
        ("'fitt' is not an action", 6),
        ('Action "fit_more" needs something', 5),
        ("`fit` is not what `fit_more` needs", 3),
        ("no such action: fit_more", 5),
        ("'nowhere' is not here, 'fitt' is", 6),
        ("something else", None),
        ("", None),
    ],
)
def test_the_line_is_found_by_number_or_by_name(message, line):
    assert line_of(message, DEFINITION) == line


def test_a_run_without_a_definition_has_no_lines():
    assert line_of("wrong on line 1: 'fit'", "") is None
