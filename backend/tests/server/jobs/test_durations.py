"""Durations in seconds and in words."""

import pytest

from server.jobs.durations import in_words, seconds_between
from tests.recipes import NOON, SECOND


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (38, "38 s"),
        (60, "1 min"),
        (252, "4 min 12 s"),
        (599, "9 min 59 s"),
        (600, "10 min"),
        (1439, "23 min"),
        (3600, "1 h"),
        (5520, "1 h 32 min"),
        (86_400, "1 d"),
        (187_200, "2 d 4 h"),
    ],
)
def test_durations_are_said_as_people_say_them(seconds, words):
    assert in_words(seconds) == words


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [
        (NOON, NOON + 90 * SECOND, 90),
        (NOON, NOON - SECOND, 0),
        (None, NOON, None),
        (NOON, None, None),
    ],
)
def test_a_span_is_never_negative(start, end, seconds):
    assert seconds_between(start, end) == seconds
