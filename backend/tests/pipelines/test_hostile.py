"""Input made to hurt: each file within seconds of processor time and 200 MB of address space."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

BACKEND = Path(__file__).resolve().parents[2]
# Two are promised. Twice that here, for a core shared with others; what goes wrong with size
# takes minutes.
CPU_S = 4
MEMORY_BYTES = 200 * 1024 * 1024


def laughs() -> str:
    levels = [f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12)]
    return "version: 5\nactions: {}\nconfig:\n  l0: &l0 [lol]\n" + "".join(levels)


def chain(count: int, *, closed: bool) -> str:
    """A long chain of needs; closed, it is one circle through all of them."""
    needs = [f"a{n + 1}" for n in range(count - 1)] + ["a0" if closed else ""]
    lines = (
        f'  a{n}: {{run: "p:v1 {n}", needs: [{need}],'
        f" outputs: {{highly_sensitive: {{a: {n}.csv}}}}}}\n"
        for n, need in enumerate(needs)
    )
    return "version: 5\nactions:\n" + "".join(lines)


def misspelt(count: int) -> str:
    """Many long names that are nearly each other's."""
    name = "abcdefghijklmnopqrstuvwxyz" * 2
    lines = (
        f'  {name}{n:05}: {{run: "p:v1 {n}", needs: [{name}{n:06}],'
        f" outputs: {{highly_sensitive: {{a: {n}.csv}}}}}}\n"
        for n in range(count)
    )
    return "version: 5\nactions:\n" + "".join(lines)


def one_action(run: str) -> str:
    return (
        "version: 5\nactions:\n  a:\n    outputs: {highly_sensitive: {a: a.csv}}\n"
        f"    run: {run}\n"
    )


def many_outputs(path: str) -> str:
    head = "version: 5\nactions:\n  a:\n    run: p:v1\n    outputs:\n      moderately_sensitive:\n"
    return head + "".join(f"        o{n}: {path}\n" for n in range(55_000))


# What it is: the file, and a code that is told; None where the file is valid.
HOSTILE: dict[str, tuple[str | bytes, str | None]] = {
    "a billion laughs": (laughs(), "yaml_too_many_aliases"),
    "many aliases of a long text": (
        f"a: &a {'x' * 1_000_000}\nb: [{'*a, ' * 1_000}]",
        "yaml_too_many_aliases",
    ),
    "merges of merges": (
        "m0: &m0 {"
        + ", ".join(f"k{n}: 1" for n in range(1000))
        + "}\nb:\n"
        + "- {<<: ["
        + ", ".join(["*m0"] * 500)
        + "]}\n",
        "yaml_too_many_aliases",
    ),
    "aliases that nest deeper and deeper": (
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 2000)),
        "yaml_too_deep",
    ),
    "a value inside itself": ("a: &a [*a]", "yaml_recursive_alias"),
    "a million brackets": ("[" * 1_000_000, "yaml_too_deep"),
    "brackets on lines of their own": ("[\n" * 900_000, "yaml_too_deep"),
    "a million list marks": ("- " * 900_000, "yaml_too_deep"),
    "a million question marks": ("? " * 900_000, "yaml_too_deep"),
    "deeper at every line": ("".join(" " * n + "a:\n" for n in range(1_900)), "yaml_too_deep"),
    "a million equal keys": ("a: 1\n" * 1_000_000, "file_too_large"),
    "as many equal keys as fit": ("a: 1\n" * 59_000, "yaml_duplicate_key"),
    "equal keys beyond the limit": ("a: 1\n" * 390_000, "yaml_duplicate_key"),
    "as many values as fit": (f"[{'1, ' * 119_000}]", "not_a_mapping"),
    "too many values": (f"[{'1, ' * 600_000}]", "yaml_too_many_values"),
    "many dates that are none": (f"[{'2021-02-30, ' * 130_000}]", "yaml_bad_value"),
    "many tags": (f"[{'!!python/object:os.system x, ' * 60_000}]", "yaml_unsupported_tag"),
    "a tag that would run a command": (
        "!!python/object/apply:os.system [exit]",
        "yaml_unsupported_tag",
    ),
    "many tag directives": (
        "".join(f"%TAG !t{n}! x\n" for n in range(110_000)) + "---\na: 1",
        "yaml_unsupported_tag",
    ),
    "many documents": ("---\n" * 400_000, "yaml_multiple_documents"),
    "many lists as keys": (f"{{{'[a]: b, ' * 60_000}}}", "yaml_key_not_plain"),
    "one long text": (f'a: "{"x" * 1_900_000}"', "unexpected_project_key"),
    "one long unclosed quote": (f'a: "{"x" * 1_900_000}', "yaml_unclosed_quote"),
    "a long decimal version": (f"version: {'9' * 1_900_000}", "version_too_new"),
    "a long hexadecimal version": (f"version: 0x{'f' * 1_900_000}", "version_too_new"),
    "a long version as text": (f"version: '{'9' * 1_900_000}'", "version_too_new"),
    "underlines that are nearly a number": (f"a: {'1_' * 900_000}x", "missing_version"),
    "a long command": (one_action("p:v1 " + "a " * 900_000), None),
    "a command of one long word": (one_action("p:v1 " + "a\\b" * 600_000), None),
    "a command of many quotes": (one_action("p:v1 " + "'' " * 600_000), None),
    "a long chain of needs": (chain(7_500, closed=False), None),
    "a long circle of needs": (chain(7_500, closed=True), "needs_cycle"),
    "many nearly right needs": (misspelt(4_500), "unknown_need"),
    "many outputs": (many_outputs("a.csv"), "duplicate_output_path"),
    "many bad outputs": (many_outputs("'/m/../?'"), "output_path_wildcard"),
    "zeros": (bytes(1_000_000), "file_control_character"),
    "another encoding": ("version: 5".encode("utf-16"), "file_not_utf8"),
    "blank lines": ("\n" * 1_900_000, "not_a_mapping"),
    "comments": ("#\n" * 900_000, "not_a_mapping"),
}


def limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


@pytest.mark.parametrize(("source", "code"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_is_judged_within_its_limits(source, code):
    done = subprocess.run(
        [sys.executable, "-m", "pipelines", "check", "-", "--json"],
        input=source if isinstance(source, bytes) else source.encode(),
        capture_output=True,
        cwd=BACKEND,
        preexec_fn=limit_resources,
        timeout=30,
        check=False,
    )

    assert done.stderr == b""
    assert done.returncode == (1 if code else 0)
    errors = json.loads(done.stdout)["errors"]
    assert {error["code"] for error in errors} >= ({code} if code else set())
