"""Judge a server, or a runner, by the cases of the runners' contract.

    python -m conformance server URL --backend SLUG --workspace NAME --actions A,B
    python -m conformance runner [--patience SECONDS] [--study FOLDER] -- COMMAND…

A server: this plays a runner. It finds the backend's token in RUNNER_TOKEN, another backend's in
OTHER_RUNNER_TOKEN, and a personal token, by which it asks for runs over `/api/v3/`, in USER_TOKEN.
Where the server has no `/api/v3/`, `--people COMMAND` asks and cancels; see README.md.

A runner: this plays the server, starts COMMAND and stops it in the end; it has to stay till then.
It finds in its environment JOB_SERVER_URL, JOB_SERVER_ENDPOINT (the same with /api/v2/),
JOB_SERVER_TOKEN, BACKEND, and GIT_LOCAL_ROOT, a folder with the study's repository as
opensafely/conformance.git.

The exit code is 0 where every case that could be judged passed.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from conformance import runner_cases, server_cases
from conformance.as_runner import Subject, judge_server
from conformance.as_server import BACKEND, TOKEN, serving
from conformance.calls import Caller, People, PeopleByApi, PeopleByCommand
from conformance.report import Judged, has_failed, page
from conformance.study import write_study


def main() -> int:
    """Judge what the command line names. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m conformance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(dest="kind", required=True)
    server = kinds.add_parser("server", help="judge a server")
    server.add_argument("url", help="its address, without /api/v2/")
    server.add_argument("--backend", required=True, help="slug of the backend of RUNNER_TOKEN")
    server.add_argument("--workspace", default="", help="a workspace in which runs are asked for")
    server.add_argument("--actions", default="run_all", help="two of its actions: A,B")
    server.add_argument("--people", default="", help="a command that asks for runs, see README.md")
    runner = kinds.add_parser("runner", help="judge a runner")
    runner.add_argument("--patience", type=float, default=120, help="seconds to wait for each step")
    runner.add_argument("--study", type=Path, help="where to put the study, for good")
    runner.add_argument("command", nargs="+", help="what starts the runner")
    options = parser.parse_args()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    judged = judge_a_server(options) if options.kind == "server" else judge_a_runner(options)
    print(page(judged))
    return 1 if has_failed(judged) else 0


def judge_a_server(options: argparse.Namespace) -> list[Judged]:
    """All cases of a server."""
    token = os.environ.get("RUNNER_TOKEN")
    if not token:
        sys.exit("RUNNER_TOKEN is not set: the token of the backend.")
    other = os.environ.get("OTHER_RUNNER_TOKEN")
    url = options.url.rstrip("/")
    subject = Subject(
        url=url,
        ta=Caller(url, token),
        tb=Caller(url, other) if other else None,
        backend=options.backend,
        actions=options.actions.split(","),
        people_there=_people(options),
    )
    if waiting := subject.waiting():
        sys.exit(
            f"Nothing was judged: requests that are listed already: {waiting}. The cases would take"
            " them for their own. Give tokens of backends on which nothing waits."
        )
    return list(judge_server(subject, server_cases.CASES))


def _people(options: argparse.Namespace) -> People | None:
    if not options.workspace:
        return None
    if options.people:
        return PeopleByCommand(options.people, workspace=options.workspace)
    token = os.environ.get("USER_TOKEN")
    if not token:
        return None
    return PeopleByApi(
        url=options.url.rstrip("/"),
        token=token,
        workspace=options.workspace,
        backend=options.backend,
    )


def judge_a_runner(options: argparse.Namespace) -> list[Judged]:
    """All cases of a runner, which lives through them and is stopped then."""
    with tempfile.TemporaryDirectory() as folder, serving() as server:
        root = options.study or Path(folder)
        study = write_study(root)
        url = f"http://127.0.0.1:{server.port}"
        env = {
            "JOB_SERVER_URL": url,
            "JOB_SERVER_ENDPOINT": f"{url}/api/v2/",
            "JOB_SERVER_TOKEN": TOKEN,
            "BACKEND": BACKEND,
            "GIT_LOCAL_ROOT": str(root),
        }
        with _running(options.command, env) as runner:
            watch = runner_cases.Watch(server, study, options.patience, runner.poll)
            return list(runner_cases.judge_runner(watch))


@contextmanager
def _running(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, env=os.environ | env, stdout=sys.stderr, start_new_session=True
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):  # it ended by itself and left nothing behind
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _stop(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)  # on the way out the runner is stopped and the study's folder goes


if __name__ == "__main__":
    sys.exit(main())
