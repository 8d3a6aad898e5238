"""`make run`, with stand-ins for the programs that it starts."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# Each stand-in notes its command line; the ones that serve stay until they are told to end.
NOTE = """\
import os, sys, time
def note(*words):
    with open("calls", "a") as calls:
        print(os.path.basename(sys.argv[0]), *words, file=calls)
"""
PREPARE = """\
import os, sys
sys.path.insert(0, os.getcwd())
from note import note
note(*sys.argv[1:])
sys.exit(int(os.environ.get("PREPARE_EXIT", "0")))
"""
MANAGE = """\
from note import note
import sys, time
note(*sys.argv[1:])
time.sleep(600)
"""
GUNICORN = """\
from note import note
import os, socket, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
note(os.environ["PORT"])
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_): pass
listener = socket.socket(fileno=int(sys.argv[sys.argv.index("--bind") + 1].removeprefix("fd://")))
server = HTTPServer(("127.0.0.1", 0), Handler, bind_and_activate=False)
server.socket = listener
server.server_activate()
server.serve_forever()
"""
RUNNER = """\
from note import note
import sys, time
note(*sys.argv[1:])
time.sleep(600)
"""
# It cannot wait: a refused connection ends it.
LOOKING_RUNNER = """\
from note import note
import sys, time, urllib.request
note("found", urllib.request.urlopen(sys.argv[sys.argv.index("--url") + 1]).status)
time.sleep(600)
"""


class Checkout:
    """The scripts beside a back end of stand-ins."""

    def __init__(self, folder, *, port):
        self.folder = folder
        self.port = port
        backend = folder / "backend"
        shutil.copytree(ROOT / "scripts", folder / "scripts")
        shutil.copy(ROOT / "dotenv-sample", folder)
        (folder / "var").mkdir()
        (backend / "devrunner").mkdir(parents=True)
        (backend / "note.py").write_text(NOTE)
        (backend / "manage.py").write_text(MANAGE)
        (folder / "scripts" / "prepare.py").write_text(PREPARE)
        (backend / "gunicorn.py").write_text(GUNICORN)
        (backend / "devrunner" / "__main__.py").write_text(RUNNER)
        (folder / "var" / "demo-logins.txt").write_text("researcher  secret-of-the-demo\n")
        self.processes = []

    def serve(self, *arguments, **environment):
        process = subprocess.Popen(
            [sys.executable, self.folder / "scripts" / "serve.py", *arguments],
            env={"PATH": os.environ["PATH"], "PORT": str(self.port)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        return process

    def calls(self):
        path = self.folder / "backend" / "calls"
        return path.read_text().splitlines() if path.exists() else []

    def wait_for_calls(self, count):
        deadline = time.monotonic() + 15
        while len(self.calls()) < count and time.monotonic() < deadline:
            time.sleep(0.02)
        return sorted(self.calls())

    def clean_up(self):
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
            process.communicate()


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def checkout(tmp_path, port):
    checkout = Checkout(tmp_path, port=port)
    yield checkout
    checkout.clean_up()


def test_serve_prepares_starts_all_parts_and_prints_address_and_log_ins(checkout, port):
    process = checkout.serve()

    calls = checkout.wait_for_calls(4)
    said = [process.stdout.readline() for _ in range(4)]

    url = f"http://localhost:{port}"
    assert calls == [
        f"__main__.py --url {url} --tokens {checkout.folder}/var/devrunner.json",
        f"gunicorn.py {port}",
        "manage.py run_worker",
        "prepare.py --demo",
    ]
    assert checkout.calls()[0] == "prepare.py --demo"
    assert said[2] == f"The job server runs at {url} (Ctrl-C stops it).\n"
    assert said[3] == "researcher  secret-of-the-demo\n"
    assert urllib.request.urlopen(f"{url}/").status == 200


def test_the_development_runner_starts_when_the_web_server_answers(checkout):
    backend = checkout.folder / "backend"
    late = "server.server_activate()"
    (backend / "gunicorn.py").write_text(
        GUNICORN.replace(late, f"__import__('time').sleep(1)\n{late}")
    )
    (backend / "devrunner" / "__main__.py").write_text(LOOKING_RUNNER)
    checkout.serve()

    assert checkout.wait_for_calls(4)[0] == "__main__.py found 200"


def test_serve_gives_a_first_run_an_env_file_and_leaves_it_to_the_next(checkout):
    checkout.serve("--prepare").wait(timeout=15)
    first = (checkout.folder / ".env").read_text()
    checkout.serve("--prepare").wait(timeout=15)

    assert re.search(r"^SECRET_KEY=\w{50}$", first, re.MULTILINE)
    assert (checkout.folder / ".env").read_text() == first


def test_serve_ends_with_0_and_frees_the_port_when_asked_to_stop(checkout, port):
    process = checkout.serve()
    checkout.wait_for_calls(4)

    process.send_signal(signal.SIGINT)

    assert process.wait(timeout=15) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_serve_says_one_line_and_starts_nothing_when_the_port_is_taken(checkout, port):
    (checkout.folder / ".env").write_text("DEBUG=1\n")
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()

        done = checkout.serve()
        said = done.communicate(timeout=15)

    assert done.returncode == 1
    assert "".join(said) == (
        f"Port {port} is taken. Stop the program that has it or choose another: "
        f"PORT={port + 1} make run\n"
    )
    assert checkout.calls() == []


@pytest.mark.parametrize("value", ["http", "0", "65536", "-1"])
def test_serve_says_one_line_when_the_port_is_no_port(checkout, value):
    (checkout.folder / ".env").write_text("DEBUG=1\n")

    done = checkout.serve(PORT=value)

    said = done.communicate(timeout=15)[1]
    assert done.returncode == 1
    assert said.count("\n") == 1
    assert f"PORT is '{value}'" in said


def test_serve_leaves_the_development_runner_out_when_dev_runner_is_off(checkout, port):
    process = checkout.serve(DEV_RUNNER="off")

    calls = checkout.wait_for_calls(3)
    said = [process.stdout.readline() for _ in range(3)]

    assert not [call for call in calls if call.startswith("__main__.py")]
    assert "runs at" in said[2]
    assert len(checkout.calls()) == 3


def test_serve_leaves_demo_and_development_runner_out_when_debug_is_off(checkout):
    process = checkout.serve(DEBUG="0")

    calls = checkout.wait_for_calls(3)
    said = [process.stdout.readline() for _ in range(4)]

    assert said[1] == "DEBUG is off: no demo and no development runner.\n"
    assert "runs at" in said[3]
    assert calls[1:] == ["manage.py run_worker", "prepare.py"]


def test_serve_starts_nothing_when_the_preparation_fails(checkout):
    done = checkout.serve(PREPARE_EXIT="3")

    said = done.communicate(timeout=15)[1]

    assert done.returncode == 1
    assert said == "Nothing was started: the preparation failed, see above.\n"
    assert checkout.calls() == ["prepare.py --demo"]


def test_serve_ends_with_an_error_that_names_the_part_when_one_dies(checkout):
    (checkout.folder / "backend" / "devrunner" / "__main__.py").write_text("raise SystemExit(4)")

    done = checkout.serve()

    said = done.communicate(timeout=15)[1]
    assert done.returncode == 4
    assert "The development runner ended with exit code 4; all else is stopped too." in said


def test_worker_starts_again_when_a_python_file_changes(checkout):
    checkout.serve(DEV_RUNNER="off")
    checkout.wait_for_calls(3)

    changed = checkout.folder / "backend" / "changed.py"
    changed.write_text("")
    os.utime(changed, (time.time() + 5, time.time() + 5))

    calls = checkout.wait_for_calls(4)
    assert calls.count("manage.py run_worker") == 2
