"""500 histories of seed 1, and some that chance rarely draws. More: `make simulate`."""

import logging
import random

import pytest

from tests.simulation.run import Finding, Simulation
from tests.simulation.shrinking import shrink
from tests.simulation.steps import Step, history_of, random_history, text_of
from tests.simulation.world import make_world

_PART = 50


@pytest.fixture
def simulation(db):
    logging.disable(logging.CRITICAL)  # the refusals that are meant to be
    yield Simulation(make_world())
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("start", range(0, 500, _PART))
def test_nothing_is_violated(simulation, start):
    outcomes = list(simulation.outcomes(range(start, start + _PART), seed=1))

    findings = [each.finding for each in outcomes if each.finding is not None]
    assert not findings, "\n".join(finding.report(seed=1) for finding in findings)
    assert sum(each.faults.total() for each in outcomes) > _PART


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(
            "cycle:43 cycle:58 rebuild:0 worker:0", id="an ending was not told of after a rebuild"
        ),
        pytest.param(
            "cycle:60 second:0 cycle:38 cycle:11", id="a retry had its ending told of twice"
        ),
        pytest.param(
            "cycle:21 second:0 cycle:44 worker:0", id="an ending of two runners was not told of"
        ),
        pytest.param(
            "clock:2 cycle:0 clock:4 cycle:0 look:0", id="a clock that was ahead is believed"
        ),
        pytest.param(
            "poll:0 cancel:1 wait:6 poll:0 worker:0 poll:0", id="an end leaves the list as it was"
        ),
        pytest.param("cancel:0 cancel:4", id="a cancel takes the one before back"),
        pytest.param(
            "finish:0 ask:0 cancel/killed:61 cycle:0", id="a need that was to be used again is made"
        ),
        pytest.param(
            "cycle:9 cancel:1 wait:5 look:0", id="a cancel hides the silence of a backend"
        ),
        pytest.param("backup:0 ask:0 poll:0 restore:0 ask:1 poll:0", id="a backup repeats a tag"),
        pytest.param(
            "permit:0 backup:0 ask:0 cancel:0 permit:0 poll:0 restore:0 ask:1 poll:0",
            id="a backup repeats a tag after as many changes",
        ),
        pytest.param("ask/unanswered:0", id="a request is asked for twice"),
    ],
)
def test_a_history_that_chance_rarely_draws_goes_well(simulation, steps):
    assert simulation.play(history_of(steps)).violation is None


def test_a_history_is_the_same_for_the_same_seed():
    assert random_history(random.Random("1 7")) == random_history(random.Random("1 7"))


def test_a_history_can_be_written_and_read():
    history = random_history(random.Random("1 7"))

    assert history_of(text_of(history)) == history


def test_a_history_is_shortened_to_what_goes_wrong():
    history = history_of("wait:3 poll/lost:7 wait:1 retry:9 look:4 worker/killed:3")

    shortest = shrink(
        history, goes_wrong=lambda steps: {"poll", "retry"} <= {each.kind for each in steps}
    )

    assert shortest == (Step("poll"), Step("retry"))


def test_a_history_is_shortened_to_steps_without_a_fault():
    history = history_of("cancel/killed:61")

    shortest = shrink(history, goes_wrong=lambda steps: [each.number for each in steps] == [61])

    assert shortest == (Step("cancel", number=61),)


def test_a_finding_says_how_to_see_it_again():
    finding = Finding(12, history_of("cycle:1 retry:2"), "Violated: it.")

    assert 'make simulate STEPS="cycle:1 retry:2"' in finding.report(seed=1)
