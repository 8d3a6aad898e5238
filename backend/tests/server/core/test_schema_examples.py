"""What the schema owes a reader beside the shapes."""

import yaml

from tests.conftest import ROOT

METHODS = {"get", "post", "put", "patch", "delete"}


def test_every_good_answer_has_an_example():
    schema = yaml.safe_load((ROOT / "openapi.yaml").read_text())

    bare = [
        f"{method} {path} {status}"
        for path, operations in schema["paths"].items()
        for method, operation in operations.items()
        if method in METHODS
        for status, answer in operation["responses"].items()
        if status.startswith("2")
        for form, body in answer.get("content", {}).items()
        if form == "application/json" and not body.keys() & {"example", "examples"}
    ]

    assert bare == []
