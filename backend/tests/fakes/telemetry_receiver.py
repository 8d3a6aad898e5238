"""Takes what is sent by Sentry's client and by OpenTelemetry's, on loopback."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


class TelemetryReceiver(ThreadingHTTPServer):
    """Keeps path and body of each call, the body as it was before it was packed."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.calls: list[tuple[str, bytes]] = []

    @property
    def dsn(self) -> str:
        """Where Sentry's client sends errors."""
        return f"http://key@127.0.0.1:{self.server_port}/1"

    @property
    def endpoint(self) -> str:
        """Where OpenTelemetry's exporter sends traces."""
        return f"http://127.0.0.1:{self.server_port}"

    def errors(self) -> list[dict[str, Any]]:
        """The events of all envelopes."""
        found = []
        for path, body in self.calls:
            if path == "/api/1/envelope/":
                lines = [json.loads(line) for line in body.splitlines()]
                items = zip(lines[1::2], lines[2::2], strict=True)  # after the envelope's header
                found += [item for header, item in items if header["type"] == "event"]
        return found

    def spans(self) -> list[Any]:
        """The spans of all traces, in the order in which they ended."""
        return [
            span
            for path, body in self.calls
            if path == "/v1/traces"
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.server.calls.append((self.path, body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Nobody reads it."""


@contextmanager
def telemetry_receiver() -> Iterator[TelemetryReceiver]:
    """One that listens until the end."""
    with TelemetryReceiver() as receiver:
        thread = Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            receiver.shutdown()
            thread.join()
