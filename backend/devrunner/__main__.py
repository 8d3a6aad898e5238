"""`python -m devrunner --tokens FILE`: simulate the runners of all backends in FILE, for ever."""

import argparse
import json
import signal
import time
from http.client import HTTPException
from pathlib import Path

from config import env
from devrunner.client import JobServer
from devrunner.runner import Runner


def main() -> None:
    """Give each backend its turn, again and again, until the process is told to stop."""
    parser = argparse.ArgumentParser(prog="devrunner", description="Simulate job-runners.")
    parser.add_argument("--url", default=env.text("JOB_SERVER_URL", "http://localhost:8000"))
    parser.add_argument("--tokens", type=Path, help='JSON: [{"backend": SLUG, "token": SECRET}]')
    parser.add_argument("--git-root", type=Path, default=env.folder("GIT_LOCAL_ROOT"))
    parser.add_argument("--store", type=Path, default=env.ROOT / "var")
    parser.add_argument("--speed", type=float, default=1, help="2 is twice as fast")
    options = parser.parse_args()
    if not env.flag("DEBUG", default=False):
        raise SystemExit("The development runner simulates jobs; it starts only where DEBUG=1.")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it at once, as SIGTERM does
    own = [{"backend": env.text("BACKEND"), "token": env.text("JOB_SERVER_TOKEN")}]
    runners = []
    for each in json.loads(options.tokens.read_text()) if options.tokens else own:
        server = JobServer(url=options.url, **each)
        store = options.store / f"devrunner-{server.backend}.json"
        runners.append(Runner(server, store=store, git_root=options.git_root, speed=options.speed))
    while True:
        for runner in runners:
            try:
                runner.cycle()
            except (OSError, HTTPException, ValueError) as error:  # ask later, nothing is lost
                print(f"devrunner for {runner.server.backend}: {error}", flush=True)
                time.sleep(5 / options.speed)
        time.sleep(2 / options.speed)


main()
