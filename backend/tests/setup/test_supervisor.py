"""The supervisor of `make run`: whatever ends it, no process is left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"

# Supervises the shell commands of its command line; each writes its process id to a file.
DRIVER = """\
import os, sys
from pathlib import Path
sys.path.insert(0, {scripts!r})
import supervisor
programs = [
    supervisor.Program(name=command, argv=["sh", "-c", command], cwd=Path.cwd(), env=os.environ)
    for command in sys.argv[1:]
]
end = supervisor.supervise(
    programs, stop_request=supervisor.StopRequest(), grace_s=0.5
)
print("asked" if end is None else f"{{end.program.name}}: {{end.exit_code}}")
"""
# A program that has a child of its own, as gunicorn has its workers.
PARENT_AND_CHILD = "sleep 600 & echo $! > child.pid; echo $$ > parent.pid; wait"
STUBBORN = "trap '' TERM; echo $$ > stubborn.pid; while :; do sleep 0.1; done"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="processes are looked up in /proc, which only Linux has"
)


def heed_signals():
    """As in a terminal, also where the tests were started by `nohup` or in the background."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def start(tmp_path):
    """Starts a command line in the test's folder; what the test leaves running is killed."""
    started = []

    def start(*argv):
        process = subprocess.Popen(
            argv,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=heed_signals,
        )
        started.append(process)
        return process

    (tmp_path / "driver.py").write_text(DRIVER.format(scripts=str(SCRIPTS)))
    yield start
    for process in started:
        process.kill()
    for pid in filter(is_alive, pids(tmp_path)):
        os.kill(pid, signal.SIGKILL)
    for process in started:
        process.stdout.close()
        process.wait()


@pytest.fixture
def supervised(start):
    """Starts the supervisor with shell commands as its programs."""
    return lambda *commands: start(sys.executable, "driver.py", *commands)


def pids(folder):
    return [int(path.read_text()) for path in folder.glob("*.pid") if path.read_text().strip()]


def is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(condition, *, timeout_s=10):
    deadline = time.monotonic() + timeout_s
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def wait_for_pids(folder, count):
    assert wait_until(lambda: len(pids(folder)) == count), "the programs did not start"
    return pids(folder)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_to_the_supervisor_alone_ends_all_programs_and_their_children(
    supervised, tmp_path, number
):
    process = supervised(PARENT_AND_CHILD, "echo $$ > other.pid; sleep 600")
    running = wait_for_pids(tmp_path, 3)

    process.send_signal(number)

    assert process.communicate(timeout=10)[0] == "asked\n"
    assert not [pid for pid in running if is_alive(pid)]


def test_end_of_one_program_ends_the_others_and_is_reported(supervised, tmp_path):
    process = supervised(PARENT_AND_CHILD, "while [ ! -s child.pid ]; do sleep 0.05; done; exit 3")
    running = wait_for_pids(tmp_path, 2)

    said = process.communicate(timeout=10)[0]

    assert said.endswith("exit 3: 3\n")
    assert not [pid for pid in running if is_alive(pid)]


def test_program_killed_by_a_signal_is_reported_as_a_shell_does(supervised, tmp_path):
    process = supervised("echo $$ > killed.pid; exec sleep 600")
    [pid] = wait_for_pids(tmp_path, 1)

    os.kill(pid, signal.SIGKILL)

    assert process.communicate(timeout=10)[0].endswith(": 137\n")


def test_program_that_ignores_the_request_to_end_is_forced_after_the_grace(supervised, tmp_path):
    process = supervised(STUBBORN)
    [pid] = wait_for_pids(tmp_path, 1)

    process.send_signal(signal.SIGTERM)

    assert process.communicate(timeout=10)[0] == "asked\n"
    assert not is_alive(pid)


def test_programs_end_when_the_supervisor_is_killed_outright(supervised, tmp_path):
    process = supervised("echo $$ > one.pid; exec sleep 600", "echo $$ > two.pid; exec sleep 600")
    running = wait_for_pids(tmp_path, 2)

    process.kill()

    assert wait_until(lambda: not any(is_alive(pid) for pid in running))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_programs_end_when_make_alone_gets_the_signal(start, tmp_path, number):
    (tmp_path / "Makefile").write_text(
        f"run:\n\t@{sys.executable} driver.py 'echo $$$$ > one.pid; exec sleep 600'\n"
    )
    process = start("make", "run")
    running = wait_for_pids(tmp_path, 1)

    process.send_signal(number)

    assert wait_until(lambda: not any(is_alive(pid) for pid in running))
