"""Fails when a command would change files that it generates; they are left as they were.

python scripts/drift.py FILE [FILE ...] -- COMMAND [ARGUMENT ...]
"""

import difflib
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Returns 0 when nothing would change, the command's own exit code when it failed, else 1."""
    border = sys.argv.index("--")
    paths, command = [Path(name) for name in sys.argv[1:border]], sys.argv[border + 1 :]
    before = {path: path.read_text() if path.exists() else "" for path in paths}
    try:
        exit_code = subprocess.run(command, check=False).returncode
        after = {path: path.read_text() if path.exists() else "" for path in paths}
    finally:
        for path, text in before.items():
            path.write_text(text)
    if exit_code:
        return exit_code
    changed = [path for path in paths if after[path] != before[path]]
    for path in changed:
        lines = difflib.unified_diff(
            before[path].splitlines(), after[path].splitlines(), "committed", "generated", n=1
        )
        print("\n".join([f"{path} is not up to date:", *list(lines)[:40]]))
    if changed:
        print(f"Run `{' '.join(command)}` and commit what it writes.")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
