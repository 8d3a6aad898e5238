"""317 real files, each with the verdict of the reference parser."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pipelines import Action, check

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = Path(os.environ.get("SHARED", ROOT.parent / "shared")) / "data" / "project_yaml"
REASON = f"no reference data at {SAMPLES.parents[1]}; SHARED=DIR names it"


def read_expected() -> dict[str, dict[str, Any]]:
    file = SAMPLES / "expected.json"
    return json.loads(file.read_bytes())["files"] if file.exists() else {}


EXPECTED = read_expected()
VALID = [name for name, expected in EXPECTED.items() if expected["valid"]]
REFUSED = [name for name, expected in EXPECTED.items() if not expected["valid"]]
needs_samples = pytest.mark.skipif(not EXPECTED, reason=REASON)


def as_expected(action: Action) -> dict[str, Any]:
    """An action in the form of expected.json, which leaves out what a file does not have."""
    optional = {"config": action.config, "dummy_data_file": action.dummy_data_file}
    return {
        "id": action.id,
        "run": action.run,
        "needs": list(action.needs),
        "outputs": action.outputs,
        **({"is_database_action": True} if action.is_database_action else {}),
        **{key: value for key, value in optional.items() if value is not None},
    }


@needs_samples
def test_samples_are_all_there():
    assert (len(VALID), len(REFUSED)) == (199, 118)


@needs_samples
@pytest.mark.parametrize("name", VALID)
def test_valid_sample_is_read_as_the_reference_reads_it(name):
    expected = EXPECTED[name]

    report = check((SAMPLES / name).read_bytes())

    assert report.errors == ()
    assert [warning.code for warning in report.warnings] == expected["warnings"]
    assert report.pipeline.version == expected["version"]
    assert report.pipeline.population_size == expected["population_size"]
    assert list(report.pipeline.action_images) == expected["action_images"]
    assert list(report.pipeline.run_all_order) == expected["run_all_order"]
    assert list(map(as_expected, report.pipeline.actions.values())) == expected["actions"]


@needs_samples
@pytest.mark.parametrize("name", VALID)
def test_valid_sample_has_the_line_of_each_action(name):
    source = (SAMPLES / name).read_bytes()
    lines = source.decode().splitlines()

    report = check(source)

    for action in report.pipeline.actions.values():
        assert action.id in lines[action.line - 1]


@needs_samples
@pytest.mark.parametrize("name", REFUSED)
def test_refused_sample_has_the_first_error_of_the_reference_among_its_errors(name):
    expected = EXPECTED[name]

    report = check((SAMPLES / name).read_bytes())

    assert report.pipeline is None
    found = [(error.code, error.subject) for error in report.errors]
    assert (expected["code"], expected["subject"]) in found


@needs_samples
@pytest.mark.parametrize("name", REFUSED)
def test_refused_sample_has_every_error_at_a_line_that_shows_it(name):
    source = (SAMPLES / name).read_bytes()
    lines = source.decode().splitlines()

    report = check(source)

    for error in report.errors:
        line = lines[error.line - 1]
        assert 1 <= error.column <= len(line) + 1
        shown = (error.subject or {}).keys() & {"path", "need", "output", "command"}
        # A text may be folded over lines or stand below its key; then its key must be at the place.
        assert all(error.subject[key] in line for key in shown) or line[error.column - 1 :].strip()
