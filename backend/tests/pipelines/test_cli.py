"""`python -m pipelines check`, as a person and as a program call it."""

import io
import json

import pytest

from pipelines.__main__ import main

VALID = """\
version: 4
actions:
  plot:
    run: r:v2 plot.R
    needs: [extract]
    outputs: {moderately_sensitive: {plot: output/plot.svg}}
  extract:
    run: ehrql:v1 generate-dataset d.py --output output/d.arrow
    outputs: {highly_sensitive: {d: output/d.arrow}}
"""


@pytest.fixture
def project_yaml(tmp_path):
    return tmp_path / "project.yaml"


def test_json_of_a_valid_file_has_its_actions_and_their_order(project_yaml, capsys):
    project_yaml.write_text(VALID)

    exit_code = main(["check", str(project_yaml), "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert exit_code == 0
    assert [warning["code"] for warning in answer.pop("warnings")] == ["old_version"]
    assert answer == {
        "valid": True,
        "errors": [],
        "actions": [
            {
                "id": "plot",
                "run": "r:v2 plot.R",
                "needs": ["extract"],
                "outputs": {"moderately_sensitive": {"plot": "output/plot.svg"}},
                "is_database_action": False,
            },
            {
                "id": "extract",
                "run": "ehrql:v1 generate-dataset d.py --output output/d.arrow",
                "needs": [],
                "outputs": {"highly_sensitive": {"d": "output/d.arrow"}},
                "is_database_action": True,
            },
        ],
        "run_all_order": ["extract", "plot"],
    }


def test_json_of_a_refused_file_has_its_errors_alone(project_yaml, capsys):
    project_yaml.write_text(VALID.replace("[extract]", "[extra]"))

    exit_code = main(["check", str(project_yaml), "--json"])

    answer = json.loads(capsys.readouterr().out)
    [error] = answer.pop("errors")
    message = error.pop("message")
    assert exit_code == 1
    assert message.startswith('The action "plot" needs "extra"')
    assert error == {
        "code": "unknown_need",
        "line": 5,
        "column": 13,
        "subject": {"action": "plot", "need": "extra"},
    }
    assert answer == {"valid": False, "warnings": [], "actions": [], "run_all_order": []}


def test_lines_for_people_begin_with_the_place(project_yaml, capsys):
    project_yaml.write_text(VALID.replace("r:v2", "r"))

    exit_code = main(["check", str(project_yaml)])

    line = capsys.readouterr().out.rstrip("\n")
    assert exit_code == 1
    assert line.startswith(f"{project_yaml}:4:5: command_without_version: The ")


def test_lines_for_people_end_with_the_verdict(project_yaml, capsys):
    project_yaml.write_text(VALID)

    exit_code = main(["check", str(project_yaml)])

    lines = capsys.readouterr().out.splitlines()
    assert exit_code == 0
    assert lines[0].startswith(f"{project_yaml}:1:1: old_version: ")
    assert lines[1:] == [f"{project_yaml}: valid, 2 actions"]


def test_dash_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(VALID.encode())))

    assert main(["check", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["valid"] is True


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_file_that_cannot_be_read_gives_one_clear_line(tmp_path, capsys, name):
    exit_code = main(["check", str(tmp_path / name)])

    printed = capsys.readouterr()
    assert exit_code == 2
    assert printed.out == ""
    assert printed.err.startswith(f"{tmp_path / name} cannot be read: ")
    assert printed.err.count("\n") == 1


def test_wrong_usage_exits_with_2(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["check"])

    assert stopped.value.code == 2
    assert "FILE" in capsys.readouterr().err
