"""Writes `src/osj/job_server/`, the client of the calls that osj makes, from `openapi.yaml`.

    python generate.py OPENAPI.YAML

Enumerations become plain text, so that an installed osj understands a server that has learnt a
new word since.
"""

import json
import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

import yaml

OPERATIONS = {
    "cancelJobRequest",
    "createJobRequest",
    "getJobRequest",
    "getPipeline",
    "getSession",
    "listBackends",
    "listJobRequests",
    "listWorkspaces",
    "planJobRequest",
}
CLIENT = Path(__file__).parent / "src" / "osj" / "job_server"
_REFERENCE = re.compile(r"#/components/schemas/(\w+)")


def main() -> None:
    """Cut what osj calls out of the schema, and let the generator write the client."""
    whole = yaml.safe_load(Path(sys.argv[1]).read_text())
    with tempfile.TemporaryDirectory() as folder:
        part, config = Path(folder, "openapi.json"), Path(folder, "config.json")
        part.write_text(json.dumps(cut_out(whole)))
        config.write_text(json.dumps({"post_hooks": ["ruff format --isolated --quiet ."]}))
        generate = ["openapi-python-client", "generate", "--meta", "none", "--overwrite"]
        files = ["--path", str(part), "--config", str(config), "--output-path", str(CLIENT)]
        bin_folder = sysconfig.get_path("scripts")
        subprocess.run(
            [f"{bin_folder}/{generate[0]}", *generate[1:], *files],
            check=True,
            stdout=subprocess.DEVNULL,
            env={"PATH": bin_folder},
        )


def cut_out(whole: dict[str, Any]) -> dict[str, Any]:
    """The operations of osj and the schemas that they speak of."""
    paths = {
        path: kept
        for path, item in whole["paths"].items()
        if (kept := {m: o for m, o in item.items() if o.get("operationId") in OPERATIONS})
    }
    paths, schemas = plain(paths), plain(whole["components"]["schemas"])
    needed: set[str] = set()
    unread = set(_REFERENCE.findall(json.dumps(paths)))
    while unread:
        needed |= unread
        texts = json.dumps([schemas[name] for name in sorted(unread)])
        unread = set(_REFERENCE.findall(texts)) - needed
    return {
        "openapi": whole["openapi"],
        "info": {"title": whole["info"]["title"], "version": "0"},
        "paths": paths,
        "components": {
            "schemas": {name: schemas[name] for name in sorted(needed)},
            "securitySchemes": whole["components"]["securitySchemes"],
        },
    }


def plain(node: Any) -> Any:
    """The same without examples, and with any text where a word of a list would have to be."""
    if isinstance(node, list):
        return [plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    is_words = isinstance(node.get("enum"), list)
    dropped = {"examples", "enum"} if is_words else {"examples"}
    return {name: plain(value) for name, value in node.items() if name not in dropped}


if __name__ == "__main__":
    main()
