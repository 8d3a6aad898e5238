"""What is accepted although it looks odd, and what comes out of it."""

import math

import pytest

from pipelines import Code, check

ACTION = '{run: "python:v2 a.py", outputs: {highly_sensitive: {a: a.csv}}}'


def actions_of(report):
    assert report.errors == ()
    return report.pipeline.actions


@pytest.mark.parametrize(
    ("version", "number"),
    [
        ("5", 5),
        ("'5'", 5),
        ("5.0", 5),
        ("0x5", 5),
        ("05", 5),
        ("'  4.5 '", 4.5),
        ("-3", -3),
        ("true", 1),
        ("-.inf", -math.inf),
        ("-1e999", -math.inf),
    ],
)
def test_version_is_every_number_up_to_the_newest(version, number):
    report = check(f"version: {version}\nactions: {{}}")

    assert report.pipeline.version == number


def test_version_that_is_no_number_by_name_passes_every_gate():
    report = check(f"version: .nan\nactions:\n  run_all: {ACTION}\n")

    assert math.isnan(report.pipeline.version)
    assert [warning.code for warning in report.warnings] == [Code.OLD_VERSION, Code.RUN_ALL_IGNORED]


@pytest.mark.parametrize(
    ("version", "expectations", "population_size"),
    [
        ("1", "{population_size: many}", 1000),
        ("2", "text", 1000),
        ("3", "{population_size: 5000}", 5000),
        ("3", "{population_size: '5000'}", 5000),
        ("3", "{population_size: 1.5}", 1),
        ("3.5", "[1]", 1000),
        (".nan", "[1]", 1000),
        ("4", "", None),
        ("5", "~", None),
    ],
)
def test_population_size_follows_the_version(version, expectations, population_size):
    report = check(f"version: {version}\nactions: {{}}\nexpectations: {expectations}\n")

    assert report.errors == ()
    assert report.pipeline.population_size == population_size


def test_newest_version_has_no_warnings():
    assert check("version: 5\nactions: {}").warnings == ()


def test_warning_has_the_line_of_its_key():
    report = check(f"version: 4\nactions:\n  run_all: {ACTION}\n")

    assert [(w.code, w.line, w.subject) for w in report.warnings] == [
        (Code.OLD_VERSION, 1, None),
        (Code.RUN_ALL_IGNORED, 3, {"action": "run_all"}),
    ]
    assert report.pipeline.run_all_order == ()


def test_number_is_an_action_id_in_its_own_right():
    assert list(actions_of(check(f"version: 5\nactions:\n  1: {ACTION}\n"))) == ["1"]


def test_null_sections_and_empty_levels_count_as_absent():
    source = """
version: 5
actions:
  make:
    run: python:v2 a.py
    needs:
    config:
    dummy_data_file:
    outputs:
      highly_sensitive: {}
      moderately_sensitive:
"""

    action = actions_of(check(source))["make"]

    assert (action.needs, action.config, action.dummy_data_file) == ((), None, None)
    assert action.outputs == {"highly_sensitive": {}}


def test_config_is_json_like():
    source = f"version: 5\nactions:\n  make: {ACTION[:-1]}, config: {{1: [2021-01-01, ~, yes]}}}}"

    assert actions_of(check(source))["make"].config == {"1": ["2021-01-01", None, "yes"]}


def test_anchors_aliases_and_merge_keys_work():
    source = """
version: 5
actions:
  first: &first
    run: python:v2 a.py
    needs: &none []
    outputs: {highly_sensitive: {a: a.csv}}
  second:
    <<: *first
    run: python:v2 b.py
    outputs: {highly_sensitive: {b: b.csv}}
  third:
    <<: [{run: "python:v2 c.py"}, *first]
    needs: *none
    outputs: {highly_sensitive: {c: c.csv}}
"""

    actions = actions_of(check(source))

    assert [action.run for action in actions.values()] == [
        "python:v2 a.py",
        "python:v2 b.py",
        "python:v2 c.py",
    ]


def test_aliased_action_has_the_same_command():
    source = f"version: 5\nactions:\n  a: &a {ACTION}\n  b: *a\n"

    assert Code.DUPLICATE_RUN_COMMAND in [error.code for error in check(source).errors]


@pytest.mark.parametrize(
    "source",
    [
        f"\ufeffversion: 5\nactions:\n  make: {ACTION}\n",
        f"version: 5\r\nactions:\r\n  make: {ACTION}\r\n",
        f"version: 5\ractions:\r  make: {ACTION}\r",
        f"--- # one document\nversion: 5\nactions:\n  make: {ACTION}\n...\n",
        f"%YAML 1.2\n---\n!!map\nversion: 5\nactions:\n  make: {ACTION}\n",
    ],
    ids=[
        "byte order mark",
        "Windows line ends",
        "old Mac line ends",
        "document marks",
        "directive",
    ],
)
def test_ways_to_write_a_file_make_no_difference(source):
    assert actions_of(check(source)) == actions_of(check(source.encode()))
    assert list(actions_of(check(source))) == ["make"]


@pytest.mark.parametrize(
    ("run", "outputs"),
    [
        ("ehrql:v1 generate-dataset d.py --output=a.csv", "{a: a.csv, b: b.csv}"),
        ("ehrql:v1 generate-dataset d.py --output out:csv", "{a: out/a.csv, b: out/*.csv}"),
        ("ehrql:v1 generate-dataset d.py --output out/:csv", "{a: out/a.csv}"),
        ("databuilder:v0 generate_dataset --dataset a.csv", "{a: a.csv}"),
        ("python:dev", "{a: a.parquet}"),
        ("some-name:v1.2.3-pre 'quoted words'", "{a: a.b/c_*.csv.gz}"),
    ],
)
def test_commands_and_outputs_that_fit(run, outputs):
    source = (
        f'version: 5\nactions:\n  make: {{run: "{run}", outputs: {{highly_sensitive: {outputs}}}}}'
    )

    assert check(source).errors == ()


@pytest.mark.parametrize(
    "run", ["ehrql:v1 generate-dataset --output a.csv", "cohortextractor:v1 generate_cohort"]
)
def test_level_without_outputs_is_none_that_a_command_writes_to(run):
    outputs = "{highly_sensitive: {a: a.csv}, moderately_sensitive: {}}"

    report = check(f'version: 2\nactions:\n  make: {{run: "{run}", outputs: {outputs}}}')

    assert report.errors == ()


def test_cohort_in_several_folders_needs_an_output_dir():
    run = "cohortextractor:v1 generate_cohort --output-dir=output"
    outputs = "{highly_sensitive: {a: x/a.csv, b: y/a.csv}}"

    report = check(f'version: 2\nactions:\n  make: {{run: "{run}", outputs: {outputs}}}')

    assert report.errors == ()


@pytest.mark.parametrize(
    ("run", "is_database_action"),
    [
        ("ehrql:v1 generate-dataset d.py --output a.csv", True),
        ("ehrql:v1 generate-measures m.py --output a.csv", True),
        ("ehrql:v1 assure d.py", False),
        ("ehrql:v1", False),
        ("sqlrunner:latest --output a.csv", True),
        ("cohortextractor:v1 generate_cohort", True),
        ("cohortextractor:v1 generate_codelist_report", True),
        ("cohortextractor:v1 generate_measures", False),
        ("databuilder:v0 generate-dataset d.py --output a.csv", True),
        ("python:v2 generate-dataset", False),
    ],
)
def test_database_actions_are_known_by_their_command(run, is_database_action):
    outputs = "{highly_sensitive: {a: a.csv}}"

    report = check(f'version: 2\nactions:\n  make: {{run: "{run}", outputs: {outputs}}}')

    assert actions_of(report)["make"].is_database_action is is_database_action


def test_run_all_goes_through_the_file_and_puts_needs_first():
    def action(name, *needs):
        return (
            f"  {name}: {{run: 'python:v2 {name}', needs: [{', '.join(needs)}], "
            f"outputs: {{highly_sensitive: {{a: {name}.csv}}}}}}\n"
        )

    source = "version: 5\nactions:\n" + "".join(
        [action("d", "c", "b"), action("c", "a"), action("b", "a"), action("a")]
    )

    assert check(source).pipeline.run_all_order == ("a", "c", "b", "d")
