"""The checks and tests of the whole project, as parts with their times: `make check`, `make test`.

    gate.py check   everything but tests, under a minute
    gate.py test    the checks, then all tests; T=PATH runs the tests of that path alone
    gate.py e2e     the browser tests alone

`STRICT=1` turns a part that this machine cannot run into a failure.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import postgres
from parts import Part, run_parts

ROOT = Path(__file__).resolve().parents[1]
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")
PYTHON_TESTS = "backend/tests"
E2E = "frontend/tests/e2e"
OSJ = "clients/osj/src/osj"
OSJ_TESTS = "clients/osj/tests"
UNIT = "frontend/tests/unit"
PYTHON_FOLDERS = (
    ".",
    "../scripts",
    "../clients",
    "../frontend/tests",
)  # from backend/, whose rules hold
SCHEMA_FILES = (
    "openapi.yaml",
    "docs/reference/reasons.md",
    "frontend/public/app/api/schema.d.ts",
    "frontend/public/app/api/operations.js",
)
MAKE_CLIENT = ("--", "make", "--silent", "client")
MAKE_SCHEMA = ("--", "make", "--silent", "schema")
PROCESSES = os.environ.get("TEST_PROCESSES", "2")


def main() -> int:
    """Run the parts that the command line asks for. Returns the exit code."""
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    path = os.environ.get("T", "")
    with ExitStack() as stack:
        if wanted == "check":
            parts = checks()
        elif wanted == "e2e":
            parts = [browser_tests(E2E)]
        elif wanted == "test" and not path:
            parts = [*checks(), *python_tests(PYTHON_TESTS, stack=stack), client_tests(OSJ_TESTS)]
            parts += [unit_tests(UNIT), browser_tests(E2E)]
        elif wanted == "test":
            parts = tests_of(path, stack=stack)
        else:
            print(__doc__, file=sys.stderr)
            return 2
        return run_parts(parts, strict=os.environ.get("STRICT") == "1")


def checks() -> list[Part]:
    """Format, lint, imports, types, schema, migrations and the container files."""
    return [
        tool("ruff format", "ruff", "format", "--check", *PYTHON_FOLDERS, cwd=BACKEND),
        tool("ruff lint", "ruff", "check", *PYTHON_FOLDERS, cwd=BACKEND),
        tool("mypy back end", "mypy", ".", cwd=BACKEND, env={"DEBUG": "1"}),
        tool("mypy scripts", "mypy", "--strict", "scripts"),
        tool("mypy osj", "mypy", "--strict", OSJ, env={"MYPYPATH": "clients/osj/src"}),
        tool("import layers", "lint-imports", "--no-logo", cwd=BACKEND),
        manage("system check", "check", "--fail-level", "WARNING"),
        manage("migrations", "makemigrations", "--check", "--dry-run"),
        Part("schema is current", [PYTHON, "scripts/drift.py", *SCHEMA_FILES, *MAKE_SCHEMA], ROOT),
        Part(
            "osj's client is current",
            [PYTHON, "scripts/drift.py", f"{OSJ}/job_server", *MAKE_CLIENT],
            ROOT,
            missing=generator_missing,
        ),
        Part("front end", ["npm", "run", "--silent", "check"], FRONTEND, missing=node_missing),
        tool(
            "compose file",
            "check-jsonschema",
            *["--builtin-schema", "vendor.compose-spec", "docker-compose.yml"],
        ),
        tool("Dockerfile", "hadolint", "Dockerfile"),
    ]


def tool(
    name: str, program: str, *arguments: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> Part:
    """A part that runs a program of the virtual environment."""
    return Part(name, [str(BIN / program), *arguments], cwd, env=env or {})


def manage(name: str, *arguments: str) -> Part:
    """A part that runs a command of the back end, whatever this machine's `.env` says."""
    env = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    return Part(name, [PYTHON, "manage.py", *arguments], BACKEND, env=env)


def tests_of(path: str, *, stack: ExitStack) -> list[Part]:
    """The parts that test one file, folder or test (`FILE::TEST`), given from the top."""
    file = path.partition("::")[0]
    if not (ROOT / file).exists() and (BACKEND / file).exists():
        path = f"backend/{path}"
    elif not (ROOT / file).exists():
        sys.exit(f"T={path}: there is no such path. Give it from the top of the checkout.")
    if path.startswith(E2E):
        return [browser_tests(path)]
    if path.startswith("clients/"):
        return [client_tests(path)]
    if path.startswith("frontend/"):
        return [unit_tests(path)]
    return python_tests(path, stack=stack)


def python_tests(path: str, *, stack: ExitStack) -> list[Part]:
    """The tests below `path`, on SQLite and on PostgreSQL."""
    argv = pytest(path, *(["-n", PROCESSES] if path == PYTHON_TESTS else []))
    sqlite = Part(
        "tests on SQLite", argv, BACKEND, env={"DATABASE_URL": "sqlite:///var/tests.sqlite3"}
    )
    try:
        url = stack.enter_context(postgres.test_server())
    except postgres.NoPostgresError as error:
        reason = str(error)
        return [sqlite, Part("tests on PostgreSQL", argv, BACKEND, missing=lambda: reason)]
    return [sqlite, Part("tests on PostgreSQL", argv, BACKEND, env={"DATABASE_URL": url})]


def client_tests(path: str) -> Part:
    """The tests of osj below `path`, against a live server."""
    env = {"PYTHONPATH": str(ROOT / "clients/osj/src")}
    return Part("tests of osj", pytest(path, "-c", "pyproject.toml"), BACKEND, env=env)


def unit_tests(path: str) -> Part:
    """The front end's unit tests below `path`."""
    # Node releases differ in what they make of a folder, so the files are named.
    files = sorted((ROOT / path).rglob("*.test.js")) or [ROOT / path]
    names = [os.path.relpath(file, FRONTEND) for file in files]
    return Part("front-end unit tests", ["node", "--test", *names], FRONTEND, missing=node_missing)


def browser_tests(path: str) -> Part:
    """The journeys in a real browser, with their accessibility scans."""
    split = ["-n", PROCESSES] if path == E2E else []
    argv = pytest(path, "-c", "pyproject.toml", "-m", "e2e", *split)
    return Part("browser tests", argv, BACKEND, missing=chromium_missing)


def pytest(path: str, *arguments: str) -> list[str]:
    """The command that runs the Python tests below `path`, from `backend/`."""
    return [str(BIN / "pytest"), os.path.relpath(ROOT / path, BACKEND), *arguments]


def generator_missing() -> str:
    """Why the client of osj cannot be generated, if so."""
    is_there = (BIN / "openapi-python-client").exists()
    return "" if is_there else "openapi-python-client is not installed"


def node_missing() -> str:
    """Why nothing that needs Node can run, if so."""
    return "" if shutil.which("node") and shutil.which("npm") else "Node and npm are not installed"


def chromium_missing() -> str:
    """Why no browser test can run, if so."""
    return "" if shutil.which("chromium") else "Chromium is not installed"


if __name__ == "__main__":
    sys.exit(main())
