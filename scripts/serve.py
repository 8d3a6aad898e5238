"""Brings the job server up on this machine: `make run` starts it, Ctrl-C ends all of it.

Prepares `.env` and the database, then runs the web server, the worker and, in development, the
development runner as one. With `--prepare` it stops after the preparation.
"""

import argparse
import errno
import os
import socket
import sys
import threading
import time
from collections.abc import Mapping

import env_file
from await_server import answers
from supervisor import Program, StopRequest, supervise

BACKEND = env_file.ROOT / "backend"
SCRIPTS = env_file.ROOT / "scripts"
RUNNER_TOKENS = env_file.ROOT / "var" / "devrunner.json"
DEMO_LOG_INS = env_file.ROOT / "var" / "demo-logins.txt"
OFF_WORDS = {"off", "0", "false", "no"}
ON_WORDS = {"on", "1", "true", "yes"}


class CannotStartError(Exception):
    """Nothing runs; the reason is one line for the person at the terminal."""


def main() -> int:
    """Prepare and serve. Returns the exit code: 0 after a stop that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prepare", action="store_true", help="prepare only, start nothing")
    only_prepare = parser.parse_args().prepare
    stop_request = StopRequest()
    try:
        if not env_file.ENV_FILE.exists():
            env_file.create()
            print("Wrote .env from dotenv-sample, with a secret key of its own.", flush=True)
        settings = env_file.current()
        if only_prepare:
            prepare(settings, stop_request=stop_request)
            print_log_ins(settings)
            return 0
        with bound_socket(port_of(settings)) as listener:
            return serve(settings, listener=listener, stop_request=stop_request)
    except CannotStartError as error:
        print(error, file=sys.stderr)
        return 1


def serve(
    settings: Mapping[str, str], *, listener: socket.socket, stop_request: StopRequest
) -> int:
    """Prepare, then run everything on `listener` until a stop is asked for or a part ends."""
    if not prepare(settings, stop_request=stop_request):
        return 0
    announcement = threading.Thread(target=announce, args=(listener, settings), daemon=True)
    end = supervise(
        parts(settings, listener=listener),
        stop_request=stop_request,
        on_started=announcement.start,
    )
    if end is None:
        print("Stopped.")
        return 0
    print(
        f"The {end.program.name} ended with exit code {end.exit_code}; all else is stopped too.",
        file=sys.stderr,
    )
    return end.exit_code or 1


def prepare(settings: Mapping[str, str], *, stop_request: StopRequest) -> bool:
    """Bring the database up to date and, in development, fill an empty one with the demo.

    Returns:
        False where a stop was asked for meanwhile.
    """
    wanted = ["--demo"] if is_development(settings) else []
    if not wanted:
        print("DEBUG is off: no demo and no development runner.", flush=True)
    preparation = python("preparation", str(SCRIPTS / "prepare.py"), *wanted)
    end = supervise([preparation], stop_request=stop_request)
    if end and end.exit_code:
        raise CannotStartError("Nothing was started: the preparation failed, see above.")
    return end is not None


def parts(settings: Mapping[str, str], *, listener: socket.socket) -> list[Program]:
    """The programs that make up the job server by these settings."""
    url, fd = url_of(listener), listener.fileno()
    gunicorn = ["gunicorn", "--config", "gunicorn.conf.py", "--bind", f"fd://{fd}", "config.wsgi"]
    reloaded = [str(SCRIPTS / "reload.py"), sys.executable] if is_development(settings) else []
    running = [
        python("web server", "-m", *gunicorn, inherited_fds=(fd,), PORT=str(port_of(settings))),
        python("worker", *reloaded, "manage.py", "run_worker", PORT=str(port_of(settings))),
    ]
    if is_development(settings) and settings.get("DEV_RUNNER", "").lower() not in OFF_WORDS:
        drive = ["-m", "devrunner", "--url", url, "--tokens", str(RUNNER_TOKENS)]
        when_up = [str(SCRIPTS / "await_server.py"), health_of(url), sys.executable]
        running.append(python("development runner", *when_up, *reloaded, *drive))
    return running


def python(
    name: str, *arguments: str, inherited_fds: tuple[int, ...] = (), **environment: str
) -> Program:
    """A program of the back end, run by the Python that runs this one."""
    return Program(
        name=name,
        argv=[sys.executable, *arguments],
        cwd=BACKEND,
        env=dict(os.environ) | environment,
        inherited_fds=inherited_fds,
    )


def is_development(settings: Mapping[str, str]) -> bool:
    """DEBUG as the settings of the back end read it: off where it is unset."""
    return settings.get("DEBUG", "").lower() in ON_WORDS


def port_of(settings: Mapping[str, str]) -> int:
    """PORT, 8000 where it is unset."""
    text = settings.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CannotStartError(
            f"PORT is {text!r}. Give a number from 1 to 65535: PORT=9000 make run"
        )
    return int(text)


def bound_socket(port: int) -> socket.socket:
    """Take `port` before anything starts, so that a taken one leaves nothing half done.

    The web server inherits the socket and begins to listen when it can answer.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        listener.close()
        reason = (
            "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
        )
        raise CannotStartError(
            f"Port {port} {reason}. Stop the program that has it or choose another: "
            f"PORT={port + 1} make run"
        ) from error
    return listener


def url_of(listener: socket.socket) -> str:
    """The address a person opens."""
    return f"http://localhost:{listener.getsockname()[1]}"


def health_of(url: str) -> str:
    """The address at which the server says whether it is well."""
    return f"{url}/health-check/"


def announce(listener: socket.socket, settings: Mapping[str, str]) -> None:
    """Print the address and the demo's log-ins as soon as the server answers."""
    url = url_of(listener)
    while not answers(health_of(url)):
        time.sleep(0.2)
    print(f"\nThe job server runs at {url} (Ctrl-C stops it).", flush=True)
    print_log_ins(settings)


def print_log_ins(settings: Mapping[str, str]) -> None:
    """Tell how to sign in to the demo, where there is one."""
    if is_development(settings) and DEMO_LOG_INS.exists():
        print(DEMO_LOG_INS.read_text(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
