"""Where webhooks may lead, and how a message is carried there."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address, ip_network

import pytest

from integrations.webhooks import AddressRefused, NoAnswer
from integrations.webhooks.http_sender import HttpSender, is_public

LOOPBACK = [ip_network("127.0.0.0/8")]


class Receiver(BaseHTTPRequestHandler):
    """Answers as its server says, and keeps what came."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.append((self.path, dict(self.headers), body))
        with suppress(OSError):
            self.server.answer(self)

    def log_message(self, *_: object) -> None:
        return


def answer_with(status: int, text: bytes = b"", **headers: str):
    def answer(handler: Receiver) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(text)

    return answer


@pytest.fixture
def receiver() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.came, server.answer = [], answer_with(204)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield server
    server.shutdown()
    server.server_close()


def url_of(server: ThreadingHTTPServer, path: str = "/run?a=1") -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


def sender(**fields) -> HttpSender:
    return HttpSender(**{"timeout_s": 5.0, "also_allowed": LOOPBACK} | fields)


def test_body_and_headers_arrive_as_they_are(receiver):
    answer = sender().post(url_of(receiver), body=b"{}", headers={"webhook-id": "msg_a"})

    assert (answer.status, answer.is_success) == (204, True)
    ((path, headers, body),) = receiver.came
    assert (path, headers["webhook-id"], body) == ("/run?a=1", "msg_a", b"{}")


def test_what_went_wrong_is_answered_with_the_beginning_of_the_text(receiver):
    receiver.answer = answer_with(500, b"x" * 100_000)

    answer = sender().post(url_of(receiver), body=b"{}", headers={})

    assert (answer.status, answer.is_success, len(answer.text)) == (500, False, 2000)


def test_a_redirect_is_not_followed(receiver):
    receiver.answer = answer_with(307, Location="http://127.0.0.1:1/elsewhere")

    assert sender().post(url_of(receiver), body=b"{}", headers={}).status == 307
    assert len(receiver.came) == 1


def test_loopback_is_refused_without_the_setting_and_nothing_arrives(receiver):
    with pytest.raises(AddressRefused):
        sender(also_allowed=[]).post(url_of(receiver), body=b"{}", headers={})

    assert receiver.came == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "https://user:secret@example.org/",
        "https://",
        "gopher://example.org/",
        "https://[::1",
        "https://example.org:0/",
        "https://example.org:99999/",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url):
    with pytest.raises(AddressRefused):
        sender().post(url, body=b"{}", headers={})


def test_a_name_that_leads_to_private_addresses_alone_is_refused():
    private = sender(lookup=lambda host, port: [ip_address("10.0.0.7"), ip_address("fd00::7")])

    with pytest.raises(AddressRefused, match=r"hooks\.example\.org"):
        private.post("https://hooks.example.org/run", body=b"{}", headers={})


@pytest.mark.parametrize(
    "host",
    [
        *("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "0.0.0.0", "localhost"),
        *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::7f00:1]"),
        *("[64:ff9b::7f00:1]", "[fe80::1%25lo]", "127.0.0.1.", "①②⑦.⓪.⓪.①"),
    ],
)
def test_every_spelling_of_a_private_address_is_refused_and_nothing_arrives(receiver, host):
    url = f"http://{host}:{receiver.server_port}/"

    with pytest.raises((AddressRefused, NoAnswer)):
        sender(also_allowed=[]).post(url, body=b"{}", headers={})

    assert receiver.came == []


@pytest.mark.parametrize("host", ["a..example.org", "a" * 64 + ".org", "ü" * 64, "xn--."])
def test_a_name_that_no_machine_can_have_is_refused(host):
    with pytest.raises((AddressRefused, NoAnswer)):
        sender().post(f"https://{host}/", body=b"{}", headers={})


def test_a_name_is_looked_up_once_and_the_address_that_was_judged_is_called(receiver):
    """A name that leads elsewhere at the second look gains nothing."""
    answers = [[ip_address("127.0.0.1")], [ip_address("10.0.0.7")]]
    looks = []

    def lookup(host, port):
        looks.append(host)
        return answers[len(looks) - 1]

    url = f"http://hooks.example.org:{receiver.server_port}/run"
    assert sender(lookup=lookup).post(url, body=b"{}", headers={}).is_success

    assert looks == ["hooks.example.org"]
    ((_, headers, _),) = receiver.came
    assert headers["Host"] == f"hooks.example.org:{receiver.server_port}"


@pytest.mark.parametrize(
    ("scheme", "port", "host"),
    [
        ("http", 80, "[2001:db8::f]"),
        ("https", 443, "[2001:db8::f]"),
        ("https", 443, "hooks.example.org"),
    ],
)
def test_an_address_without_a_port_is_called_at_the_usual_one(monkeypatch, scheme, port, host):
    called = []
    monkeypatch.setattr("socket.create_connection", lambda at, **_: called.append(at) or _refuse())
    found = sender(
        also_allowed=[ip_network("2001:db8::/32")], lookup=lambda *_: [ip_address("2001:db8::f")]
    )

    with pytest.raises(NoAnswer):
        found.post(f"{scheme}://{host}/run", body=b"{}", headers={})

    assert called == [("2001:db8::f", port)]


def _refuse():
    raise ConnectionRefusedError


def test_what_is_not_ascii_in_an_address_is_quoted_and_what_is_quoted_stays(receiver):
    sender().post(url_of(receiver, "/ü?a=%C3%BC&b=1"), body=b"{}", headers={})

    ((path, _, _),) = receiver.came
    assert path == "/%C3%BC?a=%C3%BC&b=1"


def test_an_answer_with_null_characters_can_be_kept(receiver):
    receiver.answer = answer_with(200, b"a\x00b")

    assert sender().post(url_of(receiver), body=b"{}", headers={}).text == "a\ufffdb"


def test_a_public_address_without_tls_is_refused():
    public = sender(lookup=lambda host, port: [ip_address("93.184.216.34")])

    with pytest.raises(AddressRefused):
        public.post("http://hooks.example.org/run", body=b"{}", headers={})


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("ff02::1", False),
        ("fec0::1", False),
        ("::7f00:1", False),
        ("64:ff9b:1::7f00:1", False),
        ("2001:0:7f00:1::", False),
        ("192.0.0.1", False),
        ("198.18.0.1", False),
        ("240.0.0.1", False),
    ],
)
def test_public_is_what_everybody_means_the_same_machine_by(address, expected):
    assert is_public(ip_address(address)) is expected


def test_nobody_there_is_no_answer():
    with pytest.raises(NoAnswer):
        sender().post("http://127.0.0.1:1/", body=b"{}", headers={})


def test_time_that_is_up_before_anything_was_sent_is_up(receiver, monkeypatch):
    """Else an answer that drips after a slow greeting would hold the worker for ever."""
    usual = HttpSender._connect

    def slowly(self, *arguments):
        time.sleep(0.3)
        return usual(self, *arguments)

    monkeypatch.setattr(HttpSender, "_connect", slowly)

    def drip(handler: Receiver) -> None:
        for _ in range(100):
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            handler.wfile.flush()
            time.sleep(0.05)

    receiver.answer = drip

    began = time.monotonic()
    with pytest.raises(NoAnswer, match=r"0\.2 s"):
        sender(timeout_s=0.2).post(url_of(receiver), body=b"{}", headers={})
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("endless", ["headers", "body", "chunks"])
def test_an_answer_without_an_end_is_cut_off(receiver, endless):
    def talk(handler: Receiver) -> None:
        handler.wfile.write(b"HTTP/1.1 500 Broken\r\n")
        if endless == "body":
            handler.wfile.write(b"\r\n")
        if endless == "chunks":
            handler.wfile.write(b"Transfer-Encoding: chunked\r\n\r\n")
        line = b"1\r\nx\r\n" if endless == "chunks" else b"x: " + b"y" * 1000 + b"\r\n"
        for _ in range(100_000):
            handler.wfile.write(line)

    receiver.answer = talk

    try:
        answer = sender().post(url_of(receiver), body=b"{}", headers={})
    except NoAnswer:
        return
    assert (answer.status, len(answer.text)) == (500, 2000)


def test_an_answer_that_drips_is_cut_off(receiver):
    def drip(handler: Receiver) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    receiver.answer = drip

    with pytest.raises(NoAnswer, match=r"0\.3 s"):
        sender(timeout_s=0.3).post(url_of(receiver), body=b"{}", headers={})
