"""YAML 1.2 as text, numbers and dates; bytes of every kind; commands in words."""

import math
import shlex
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipelines import check
from pipelines.commands import UnclosedQuote, split_words
from pipelines.nodes import plain
from pipelines.problems import Problems
from pipelines.reader import read
from pipelines.scalars import scalar_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("0b11", 3),
        ("-1_000", -1000),
        ("+7", 7),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-.inf", -math.inf),
        ("1.2.3", "1.2.3"),
        ("1_x", "1_x"),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("", None),
        ("Null", None),
        ("2021-01-01", date(2021, 1, 1)),
        ("2021-01-01T10:00:00Z", datetime(2021, 1, 1, 10, tzinfo=UTC)),
        ("=", "="),
    ],
)
def test_plain_scalar_has_its_value(text, value):
    found = scalar_value(text, tag=None, is_plain=True)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["1", "true", "", "2021-01-01", "<<"])
def test_quoted_scalar_is_text(text):
    assert scalar_value(text, tag=None, is_plain=False) == text
    assert scalar_value(text, tag="!", is_plain=True) == text
    assert scalar_value(text, tag="tag:yaml.org,2002:str", is_plain=True) == text


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("{a: &a {x: 1, y: 1}, b: {<<: *a, y: 2}}", {"a": {"x": 1, "y": 1}, "b": {"x": 1, "y": 2}}),
        ("{<<: [{x: 1}, {x: 2, y: 2}]}", {"x": 1, "y": 2}),
        ("{'<<': 1}", {"<<": 1}),
        ("[<<]", ["<<"]),
        ("{? a : 1, 2021-01-01: 2, 01: 3, true: 4}", {"a": 1, "2021-01-01": 2, "1": 3, "true": 4}),
    ],
)
def test_tree_has_merges_and_named_keys(source, tree):
    assert plain(read(source, problems=Problems())) == tree


FRAGMENTS = [
    *("version: ", "actions:", "run: ", "needs: ", "outputs: ", "config: ", "expectations: "),
    *("highly_sensitive: ", "moderately_sensitive: ", "python:v2 ", "ehrql:v1 generate-dataset "),
    *("\n", "\n  ", "\n    ", "\n- ", " ", "\t", "\r\n", "\x00", "\x85", "\u2028", "\ufeff", "é"),
    *("[", "]", "{", "}", ", ", ": ", "? ", "&a ", "*a", "<<: ", "!!int ", "!x ", "|\n", ">-\n"),
    *("'", '"', "\\", "#", "%", "@", "`", "---\n", "...\n", "%TAG ! x\n", "a", "a.csv", "3", "5"),
    *("2021-02-30", "1e999", "0x1", ".nan", "~", "run_all", "metadata/", "--output "),
]


@settings(deadline=None)  # a busy machine is no failure
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
def test_no_bytes_make_the_check_raise(source):
    report = check(source)

    assert (report.pipeline is None) == bool(report.errors)


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(st.characters(exclude_categories=[]), max_size=200))
@example("a: \ud800")
def test_no_text_makes_the_check_raise(source):
    report = check(source)

    assert (report.pipeline is None) == bool(report.errors)


@settings(deadline=None)  # a busy machine is no failure
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_no_yaml_makes_the_check_raise_and_every_error_has_a_place_in_it(source):
    report = check(source)

    lines = source.count("\n") + source.count("\r") + source.count("\x85") + source.count("\u2028")
    assert (report.pipeline is None) == bool(report.errors)
    for error in report.errors:
        assert 1 <= error.line <= lines + 2
        assert error.column >= 1
        assert error.message.isprintable()


@settings(deadline=None)  # a busy machine is no failure
@given(st.text("ab '\"\\\t\n\r=-", max_size=30))
def test_words_are_those_of_a_posix_shell(text):
    try:
        expected = shlex.split(text)
    except ValueError:
        with pytest.raises(UnclosedQuote):
            split_words(text)
    else:
        assert split_words(text) == expected
