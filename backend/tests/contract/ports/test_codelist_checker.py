"""What every checker of codelists promises: the fake, and OpenCodelists on loopback."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from integrations.codelists import CheckerUnavailable, get_checker
from integrations.codelists.fake import FakeChecker
from integrations.codelists.open_codelists import OpenCodelists

GOOD = {"codelists": "opensafely/asthma/2020-04-15\n", "manifest": '{"files": {"é": 1}}'}


class _Handler(BaseHTTPRequestHandler):
    """One call: the form in `checked`; the answer is `GOOD` or not, unless `misbehave` is set."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: value for name, [value] in parse_qs(body, keep_blank_values=True).items()}
        self.server.calls.append((self.path, dict(self.headers), form))
        if self.server.misbehave:
            self.server.misbehave(self)
            return
        self.send(200, json.dumps({"status": "ok" if form == GOOD else "error", "data": {}}))

    def send(self, status, text, **headers):
        body = text.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@contextmanager
def _running():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.calls, server.misbehave, server.closing = [], None, threading.Event()
        server.url = f"http://127.0.0.1:{server.server_port}/api/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def service():
    with _running() as server:
        yield server


@pytest.fixture
def real(service):
    return OpenCodelists(url=service.url + "/", timeout_s=10)


@pytest.fixture(params=["fake", "open_codelists"])
def checker(request):
    if request.param == "open_codelists":
        return request.getfixturevalue("real")
    fake = FakeChecker()
    fake.publish(**GOOD)
    return fake


def test_what_is_published_is_current(checker):
    assert checker.is_current(**GOOD)


@pytest.mark.parametrize("other", [{"codelists": "old"}, {"manifest": ""}])
def test_what_is_not_published_is_not_current(checker, other):
    assert not checker.is_current(**GOOD | other)


def test_a_checker_that_is_away_is_told_from_a_bad_list():
    fake = FakeChecker()
    fake.go_away()
    away = OpenCodelists(url="http://127.0.0.1:1/api/v1", timeout_s=0.5)

    for checker in (fake, away):
        with pytest.raises(CheckerUnavailable, match="could not be reached"):
            checker.is_current(**GOOD)


def test_the_two_texts_go_as_a_form(service, real):
    real.is_current(**GOOD)

    [(path, headers, form)] = service.calls
    assert (path, form) == ("/api/v1/check/", GOOD)
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in headers


def _hang(handler):
    handler.server.closing.wait(5)


def _drip(handler):
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.closing.wait(0.05):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return


@pytest.mark.parametrize("misbehave", [_hang, _drip], ids=["no answer", "a byte at a time"])
def test_a_slow_service_is_given_up_in_time(service, misbehave):
    hasty = OpenCodelists(url=service.url, timeout_s=0.5)
    service.misbehave = misbehave
    began = time.monotonic()

    with pytest.raises(CheckerUnavailable, match=r"has not answered for 0\.5 s"):
        hasty.is_current(**GOOD)

    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("status", "text", "said"),
    [
        (500, "<h1>Oops</h1>", "status 500"),
        (400, '{"status": "error"}', "status 400"),
        (301, "", "status 301"),
        (200, "<html>", "cannot be understood"),
        (200, "[]", "cannot be understood"),
        (200, '{"status": "perhaps"}', "cannot be understood"),
        (200, "[" * 100_000, "cannot be understood"),
    ],
)
def test_an_answer_that_nobody_can_use_says_so(service, real, status, text, said):
    service.misbehave = lambda handler: handler.send(
        status, text, Location="http://127.0.0.1:1/elsewhere"
    )

    with pytest.raises(CheckerUnavailable, match=said):
        real.is_current(**GOOD)

    assert len(service.calls) == 1


def test_the_check_is_off_unless_it_is_configured(settings):
    assert get_checker() is None

    settings.OPENCODELISTS_URL = "https://www.opencodelists.org/api/v1"
    assert get_checker() is get_checker() is not None
