"""Fails when a command would change files that it generates; they are left as they were.

    python scripts/drift.py PATH [PATH ...] -- COMMAND [ARGUMENT ...]

A folder stands for the Python modules in it.
"""

import difflib
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def main() -> int:
    """Returns 0 when nothing would change, the command's own exit code when it failed, else 1."""
    border = sys.argv.index("--")
    paths, command = [Path(name) for name in sys.argv[1:border]], sys.argv[border + 1 :]
    before = texts(paths)
    try:
        exit_code = subprocess.run(command, check=False).returncode
        after = texts(paths)
    finally:
        for path in texts(paths).keys() - before.keys():
            path.unlink()
        for path, text in before.items():
            path.write_text(text)
    if exit_code:
        return exit_code
    changed = sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )
    for path in changed:
        committed, generated = (each.get(path, "").splitlines() for each in (before, after))
        lines = difflib.unified_diff(committed, generated, "committed", "generated", n=1)
        print("\n".join([f"{path} is not up to date:", *list(lines)[:40]]))
    if changed:
        print(f"Run `{' '.join(command)}` and commit what it writes.")
    return 1 if changed else 0


def texts(paths: Iterable[Path]) -> dict[Path, str]:
    """What stands in each file that there is."""
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    return {file: file.read_text() for file in files if file.exists()}


if __name__ == "__main__":
    sys.exit(main())
