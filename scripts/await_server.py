"""Runs a command as soon as a server answers at a web address.

    python scripts/await_server.py [--within SECONDS] URL COMMAND [ARGUMENT ...]

Where none does in that time, it says so and runs the command all the same.
"""

import argparse
import os
import sys
import time
import urllib.error
import urllib.request

LOOK_EVERY_S = 0.2


def main() -> None:
    """Wait, then become the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--within", type=float, default=60, help="seconds; 60 without it")
    parser.add_argument("url")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not answers_within(options.url, seconds=options.within):
        print(f"{options.url} has not answered for {options.within:g} s.", file=sys.stderr)
    os.execvp(options.command[0], options.command)  # noqa: S606  whoever calls says what to run


def answers_within(url: str, *, seconds: float) -> bool:
    """Whether anything comes back from `url` in that time; waits for it."""
    deadline = time.monotonic() + seconds
    while not answers(url):
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK_EVERY_S)
    return True


def answers(url: str) -> bool:
    """Whether anything but silence comes back from `url`."""
    try:
        urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  our own http address
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
