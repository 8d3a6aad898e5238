"""Every rule is told with its place and subject, in words a person can act on."""

import pytest

from pipelines import Code, check
from tests.pipelines.cases import ACTION, CASES, OUTPUTS, in_action, two_actions, with_path


@pytest.mark.parametrize(
    ("code", "source", "line", "subject"),
    CASES,
    ids=[f"{code}-{number}" for number, (code, *_) in enumerate(CASES)],
)
def test_rule_is_told_with_its_line_and_subject(code, source, line, subject):
    report = check(source)

    assert report.pipeline is None
    assert report.warnings == ()
    assert (code, line, subject) in [(e.code, e.line, e.subject) for e in report.errors]


def test_every_code_of_an_error_has_a_case():
    warnings = {Code.OLD_VERSION, Code.RUN_ALL_IGNORED}
    elsewhere = {Code.YAML_TOO_MANY_ALIASES}  # among the hostile inputs

    assert {code for code, *_ in CASES} == set(Code) - warnings - elsewhere


ALONE = {
    "only the first path rule that matters": with_path("a", "moderately_sensitive"),
    "a need with a space is not also unknown": in_action(
        f"{ACTION.replace(', ', chr(10) + '    ', 1).replace(chr(34), '')}\n    needs: [a b]"
    ),
    "a broken need is not also a circle": two_actions(f"a: {{needs: [b], {ACTION}}}"),
    "a value of the wrong type hides what would follow": in_action(f"run: 1\n    {OUTPUTS}"),
    "an action that cannot be read can still be needed": two_actions(
        "a: text", f"b: {{needs: [a], {ACTION}}}"
    ),
}


@pytest.mark.parametrize("source", ALONE.values(), ids=ALONE)
def test_one_mistake_gives_one_error(source):
    assert len(check(source).errors) == 1


def test_errors_of_different_parts_are_told_together_from_top_to_bottom():
    source = "version: 6\nactions:\n  a:\n    run: python a.py\n  a: {}\n  b: 1\nother: 1\n"

    report = check(source)

    assert [(error.code, error.line) for error in report.errors] == [
        (Code.VERSION_TOO_NEW, 1),
        (Code.MISSING_OUTPUTS, 3),
        (Code.COMMAND_WITHOUT_VERSION, 4),
        (Code.YAML_DUPLICATE_KEY, 5),
        (Code.ACTION_NOT_A_MAPPING, 6),
        (Code.UNEXPECTED_PROJECT_KEY, 7),
    ]


def test_long_circle_is_told_by_its_ends():
    lines = [
        f"a{n}: {{run: 'p:v1 {n}', needs: [a{(n + 1) % 20}], "
        f"outputs: {{highly_sensitive: {{a: {n}.csv}}}}}}"
        for n in range(20)
    ]

    [error] = check(two_actions(*lines)).errors

    assert '"a5" needs … needs "a19" needs "a0"' in error.message


def test_misspelt_name_is_told_with_the_likely_one():
    source = two_actions(
        "generate_cohort: {run: 'python:v2', outputs: {highly_sensitive: {a: a.csv}}}",
        "b: {run: 'r:v2', needs: [generate_cohorts], outputs: {highly_sensitive: {b: b.csv}}}",
    )

    [error] = check(source).errors

    assert 'Was "generate_cohort" meant?' in error.message


def test_message_shows_unprintable_and_long_text_safely():
    source = in_action(f'run: python:v2\n    {OUTPUTS}\n    "\\e[31m{"x" * 500}": 1')

    [error] = check(source).errors

    assert error.message.isprintable()
    assert len(error.message) < 500
    assert len(error.subject["keys"]) == 505


@pytest.mark.parametrize("code", Code)
def test_message_keeps_to_the_tone(code):
    sources = [source for known, source, *_ in CASES if known == code]
    messages = [e.message for source in sources for e in check(source).errors if e.code == code]

    for message in messages:
        assert message[0].isupper() or message[0] == '"'
        assert message[-1] in ".?)"
        assert not {"invalid", "please", "sorry", "successfully"} & set(message.lower().split())
