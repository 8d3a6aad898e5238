"""Sends traces by OpenTelemetry: requests, background work, and the statements of both.

Spans say what is done and how long it takes, never for whom or with which values: OpenTelemetry's
own middleware for Django would send addresses of people and query strings. Polls that a lane
answers before this middleware, and what monitors ask, are no spans.
Source: the semantic conventions, https://opentelemetry.io/docs/specs/semconv/
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import structlog
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from opentelemetry import propagate, trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, Status, StatusCode

from server.core.http_metrics import route_of

_OF_MONITORS = ("/health-check", "/readyz", "/metrics")

tracer = trace.get_tracer("server")


def start() -> None:
    """Send in the background what is traced from now on.

    The library itself reads the other variables that OpenTelemetry names, of headers and sampling.
    """
    provider = TracerProvider(
        resource=Resource.create(
            {"service.name": settings.OTEL_SERVICE_NAME, "service.version": settings.VERSION}
        )
    )
    traces = f"{settings.OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces"
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=traces)))
    trace.set_tracer_provider(provider)


@contextmanager
def work(name: str, **attributes: str) -> Iterator[Span]:
    """A span of background work."""
    with _with_statements(_span(name, kind=SpanKind.CONSUMER, attributes=attributes)) as span:
        yield span


class TracingMiddleware:
    """Stands below the request log, whose id each span has."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Trace one request, as part of its caller's trace where he says so."""
        if request.path.rstrip("/") in _OF_MONITORS:
            return self.get_response(request)
        method = str(request.method)
        attributes = {"http.request.method": method}
        caller = propagate.extract(request.headers)
        how = {"kind": SpanKind.SERVER, "attributes": attributes, "context": caller}
        with _with_statements(_span(method, **how)) as span:
            trace_id = f"{span.get_span_context().trace_id:032x}"
            structlog.contextvars.bind_contextvars(trace_id=trace_id)
            response = self.get_response(request)
            route = route_of(request)
            span.update_name(f"{method} {route}")
            span.set_attribute("http.route", route)
            span.set_attribute("http.response.status_code", response.status_code)
            bound = structlog.contextvars.get_contextvars()
            for name in ("request_id", "backend"):
                if name in bound:
                    span.set_attribute(f"jobserver.{name}", bound[name])
            if response.status_code >= 500:
                span.set_status(Status(StatusCode.ERROR))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:  # noqa: ARG002
        """Say what went wrong in a view, which the answer does not tell."""
        _note_error(trace.get_current_span(), exception)


@contextmanager
def _with_statements(span: AbstractContextManager[Span]) -> Iterator[Span]:
    with span as begun, connection.execute_wrapper(_statement):
        yield begun


@contextmanager
def _span(name: str, **how: Any) -> Iterator[Span]:
    """A span that of an error tells only its kind: the text may hold anything."""
    with tracer.start_as_current_span(
        name, record_exception=False, set_status_on_exception=False, **how
    ) as span:
        try:
            yield span
        except Exception as error:
            _note_error(span, error)
            raise


def _note_error(span: Span, error: Exception) -> None:
    span.set_attribute("error.type", type(error).__qualname__)
    span.set_status(Status(StatusCode.ERROR))


def _statement(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
    """Trace one statement; its parameters stay here."""
    attributes = {"db.system.name": connection.vendor, "db.query.text": sql}
    verb = sql.lstrip().partition(" ")[0]
    with _span(verb, kind=SpanKind.CLIENT, attributes=attributes):
        return execute(sql, *arguments)
