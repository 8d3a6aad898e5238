"""Runs a command and starts it again when a Python file of the back end changes.

    python scripts/reload.py COMMAND [ARGUMENT ...]

For development: gunicorn reloads by itself, this does the same for the worker and the runner.
"""

import os
import sys
import time
from pathlib import Path

from supervisor import Program, StopRequest, exit_code_of, start, stop

BACKEND = Path(__file__).resolve().parents[1] / "backend"
LOOK_EVERY_S = 0.5


def main() -> int:
    """Run until a stop is asked for (0) or the command ends by itself (its exit code).

    A command that ends after a restart was broken by a change, so the next change is waited for.
    """
    program = Program(name="command", argv=sys.argv[1:], cwd=Path.cwd(), env=os.environ)
    stop_request = StopRequest()
    restarted = False
    while not stop_request:
        seen, process = newest_change(), start(program)
        try:
            while not stop_request and newest_change() == seen:
                if process.poll() is not None and not restarted:
                    return exit_code_of(process)
                time.sleep(LOOK_EVERY_S)
        finally:
            stop([process])
        restarted = True
    return 0


def newest_change() -> float:
    """When the newest Python file under `backend/` was written; a few milliseconds' work."""
    return max(
        (
            os.stat(os.path.join(folder, name)).st_mtime  # noqa: PTH116,PTH118  twice as fast
            for folder, _, names in os.walk(BACKEND)
            for name in names
            if name.endswith(".py")
        ),
        default=0.0,
    )


if __name__ == "__main__":
    sys.exit(main())
