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
    ],
)
def test_public_is_what_everybody_means_the_same_machine_by(address, expected):
    assert is_public(ip_address(address)) is expected


def test_nobody_there_is_no_answer():
    with pytest.raises(NoAnswer):
        sender().post("http://127.0.0.1:1/", body=b"{}", headers={})


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
