"""`await_server.py`, which starts what needs a server."""

import socket
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "await_server.py"
COMMAND = [sys.executable, "-c", "import sys; print('started'); sys.exit(7)"]


def start(*arguments):
    return subprocess.Popen(
        [sys.executable, SCRIPT, *arguments, *COMMAND],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_command_begins_with_the_first_answer_and_is_the_process_from_then_on():
    with socket.create_server(("127.0.0.1", 0)) as server:
        waiting = start(f"http://127.0.0.1:{server.getsockname()[1]}/")
        asked, _ = server.accept()
        assert waiting.poll() is None
        with asked:
            asked.recv(1000)
            asked.sendall(b"HTTP/1.1 503 Not well\r\nContent-Length: 0\r\n\r\n")
        said = waiting.communicate(timeout=20)

    assert (said, waiting.returncode) == (("started\n", ""), 7)


def test_a_server_that_never_comes_is_said_and_the_command_begins_all_the_same():
    url = "http://127.0.0.1:9/"  # the port of "discard": no server answers there

    said = start("--within", "0.5", url).communicate(timeout=20)

    assert said == ("started\n", f"{url} has not answered for 0.5 s.\n")
