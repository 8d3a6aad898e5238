"""Errors to Sentry and traces by OpenTelemetry: each where a setting asks for it, else not there.

Neither library is imported before its setting is found.
"""

from contextlib import AbstractContextManager, nullcontext

from django.conf import settings


def start() -> None:
    """Begin to report what goes wrong and how long things take; once a process."""
    if settings.SENTRY_DSN:
        from server.core import error_reports

        error_reports.start()
    if settings.OTEL_EXPORTER_OTLP_ENDPOINT:
        from server.core import tracing

        tracing.start()


def span(name: str, **attributes: str) -> AbstractContextManager[object]:
    """A trace of background work inside, with its statements; nothing where nobody traces."""
    if not settings.OTEL_EXPORTER_OTLP_ENDPOINT:
        return nullcontext()
    from server.core import tracing

    return tracing.work(name, **attributes)
