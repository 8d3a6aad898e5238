"""Reports errors to Sentry, with nothing that opens a door and nothing of whom it happened to.

Left out: addresses and names of people, bodies, cookies, query strings, values of variables, and
what went before, which the log holds under the same request id. Out of all that is sent, tokens,
the secrets of the settings and mailboxes are cut, and the rows that PostgreSQL quotes in an error.
"""

import re
import sys
from collections.abc import Mapping
from typing import Any

import sentry_sdk
import structlog
from django.conf import settings
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.django import DjangoIntegration
from sentry_sdk.integrations.logging import ignore_logger
from sentry_sdk.types import Event, Hint
from sentry_sdk.utils import event_from_exception, exc_info_from_error

from server.core.tokens import without_tokens

_HEADERS = {"accept", "content-length", "content-type", "user-agent"}
_SECRETS = (
    "SECRET_KEY",
    "METRICS_TOKEN",
    "GITHUB_TOKEN",
    "SOCIAL_AUTH_GITHUB_SECRET",
    "EMAIL_HOST_PASSWORD",
)
_CUT = "[cut]"
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Below the first line of its errors PostgreSQL says which values it means.
_QUOTED_ROWS = re.compile(r"\n(?:DETAIL|CONTEXT):.*", re.DOTALL)


def start() -> None:
    """Report each unforeseen error and each line of the log that is an error."""
    # Says again what the integration with Django reports as a whole.
    ignore_logger("django_structlog.middlewares.request")
    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        release=settings.VERSION,
        integrations=[
            DjangoIntegration(middleware_spans=False, signals_spans=False),
            AtexitIntegration(callback=lambda _pending, _timeout: None),  # it prints no JSON
        ],
        auto_enabling_integrations=False,
        auto_session_tracking=False,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=_cleaned,
    )


def _cleaned(event: Event, hint: Hint) -> Event:
    if "request" in event:
        event["request"] = _request(event["request"])
    bound = structlog.contextvars.get_contextvars()
    logged = getattr(hint.get("log_record"), "msg", None)
    if isinstance(logged, dict):  # a line of structlog, with all that is bound to every line
        event |= _of_line({name: fact for name, fact in logged.items() if name not in bound})
    event["tags"] = {
        **event.get("tags", {}),
        **{name: bound[name] for name in ("request_id", "backend") if name in bound},
    }
    return _without_secrets(event, _secrets())


def _of_line(line: Mapping[str, Any]) -> Event:
    """Its name, the facts beside it, and the error that it tells of, if it does."""
    facts = dict(line)
    message, error = facts.pop("event", ""), facts.pop("exc_info", None)
    said: Event = {"logentry": {"message": message}, "extra": facts}
    if error:
        raised = exc_info_from_error(error) if isinstance(error, BaseException) else sys.exc_info()
        of_error, _ = event_from_exception(raised, sentry_sdk.get_client().options)
        said["exception"] = of_error["exception"]
    return said


def _request(request: Mapping[str, Any]) -> dict[str, Any]:
    headers = request.get("headers", {})
    return {
        "method": request.get("method"),
        "url": str(request.get("url", "")).partition("?")[0],
        "headers": {name: text for name, text in headers.items() if name.lower() in _HEADERS},
    }


def _secrets() -> list[str]:
    named = [getattr(settings, name) for name in _SECRETS]
    found = [*named, *settings.SECRET_KEY_FALLBACKS, settings.DATABASES["default"].get("PASSWORD")]
    return [secret for secret in found if secret]


def _without_secrets(part: Any, secrets: list[str]) -> Any:
    """`part` of an event as JSON has it, with every secret cut out of its texts."""
    if isinstance(part, dict):
        return {
            _without_secrets(name, secrets): _without_secrets(each, secrets)
            for name, each in part.items()
        }
    if isinstance(part, list | tuple):
        return [_without_secrets(each, secrets) for each in part]
    if part is None or isinstance(part, bool | int | float):
        return part
    text = str(part)
    for secret in secrets:
        text = text.replace(secret, _CUT)
    text = _MAILBOX.sub(_CUT, _QUOTED_ROWS.sub(f"\n{_CUT}", text))
    return without_tokens(text, put=_CUT)
