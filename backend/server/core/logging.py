"""Structured logs: one JSON object a line, coloured text in development."""

import logging
import sys
from typing import Any

import structlog
from structlog.types import EventDict, WrappedLogger

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.PositionalArgumentsFormatter(),
]
_LINES = "lines"


def drop_query(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Cut the query string off logged requests: it may hold what nobody should keep."""
    request = event.get("request")
    if isinstance(request, str):
        event["request"] = request.partition("?")[0]
    return event


def logging_settings(*, level: str, pretty: bool) -> dict[str, Any]:
    """Django's LOGGING; also configures structlog, so that both write the same lines."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            drop_query,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    # An error becomes text only here: who reports errors wants it whole.
    rendered = (
        [structlog.dev.ConsoleRenderer()]
        if pretty
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *rendered,
                ],
                "foreign_pre_chain": [*_SHARED, drop_query],
            }
        },
        "handlers": {_LINES: {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": [_LINES], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True, "level": level},
            # django_structlog says it once a request; Django's own line would say it again.
            "django.request": {"handlers": [], "propagate": True, "level": "ERROR"},
            "django.server": {"handlers": [], "propagate": False},
            # It would write lines of its own form beside ours.
            "gunicorn.error": {"handlers": [], "propagate": True, "level": level},
        },
    }


def log_as_server() -> None:
    """Log to stdout, where a server's log belongs, and what Python warns of with it.

    Commands go on logging to stderr: their stdout is for what they print.
    """
    for handler in logging.getLogger().handlers:
        if handler.name == _LINES and isinstance(handler, logging.StreamHandler):
            handler.setStream(sys.stdout)
    logging.captureWarnings(capture=True)
