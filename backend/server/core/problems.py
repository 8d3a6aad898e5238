"""Turns every raised error into `application/problem+json`.

Source: RFC 9457. `instance` is the id under which the log holds the request.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from server.core.errors import DomainError, FieldError, InputRefused
from server.core.problem_types import PROBLEM_TYPES

CONTENT_TYPE = "application/problem+json"

_BY_EXCEPTION: dict[type[Exception], str] = {
    Http404: "not-found",
    PermissionDenied: "forbidden",
    exceptions.NotFound: "not-found",
    exceptions.ParseError: "malformed-request",
    exceptions.NotAuthenticated: "not-signed-in",
    exceptions.AuthenticationFailed: "invalid-token",
    exceptions.PermissionDenied: "forbidden",
    exceptions.MethodNotAllowed: "method-not-allowed",
    exceptions.NotAcceptable: "not-acceptable",
    exceptions.UnsupportedMediaType: "unsupported-media-type",
    RequestDataTooBig: "body-too-large",
}


def problem_document(name: str, detail: str = "", **members: Any) -> dict[str, Any]:
    """The JSON object of one problem; `members` are added as they are."""
    kind = PROBLEM_TYPES[name]
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    document = {
        "type": f"/problems/{name}",
        "title": kind.title,
        "status": kind.status,
        "detail": detail or kind.meaning,
    }
    if request_id:
        document["instance"] = f"urn:request:{request_id}"
    return document | members


def problem_response(name: str, detail: str = "", **members: Any) -> HttpResponse:
    """A whole answer, for places that Django calls without DRF."""
    document = problem_document(name, detail, **members)
    return JsonResponse(
        document,
        status=document["status"],
        content_type=CONTENT_TYPE,
        headers=_headers_of(document),
    )


def exception_handler(error: Exception, context: Mapping[str, Any]) -> Response | None:  # noqa: ARG001
    """DRF's hook; None lets an unforeseen error go on to Django's handler for 500."""
    document = _document_of(error)
    if document is None:
        return None
    set_rollback()
    headers = _headers_of(document)
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    return Response(document, document["status"], headers=headers, content_type=CONTENT_TYPE)


def _headers_of(document: Mapping[str, Any]) -> dict[str, str]:
    wait = document.get("retry_after_s")
    return {} if wait is None else {"Retry-After": str(wait)}


def _document_of(error: Exception) -> dict[str, Any] | None:
    if isinstance(error, InputRefused):
        return problem_document(error.problem, error.detail, errors=_pointers(error.errors))
    if isinstance(error, DomainError):
        return problem_document(error.problem, error.detail, **error.members)
    if isinstance(error, exceptions.ValidationError):
        errors = list(_walk(error.detail, ""))
        return problem_document(
            "validation-failed",
            " ".join(dict.fromkeys(each.detail for each in errors)),
            errors=_pointers(errors),
        )
    name = _BY_EXCEPTION.get(type(error))
    if name is None:
        return None
    detail = getattr(error, "detail", "")
    # What the library says of itself is worded better in our table.
    is_worded_here = detail != getattr(error, "default_detail", "")
    return problem_document(name, str(detail) if is_worded_here else "")


def _pointers(errors: Sequence[FieldError]) -> list[dict[str, str]]:
    return [{"pointer": error.pointer, "detail": error.detail} for error in errors]


def _walk(detail: Any, pointer: str) -> Iterator[FieldError]:
    """DRF's nested error detail as a flat list with JSON pointers."""
    if isinstance(detail, Mapping):
        for key, value in detail.items():
            here = pointer if key == "non_field_errors" else f"{pointer}/{key}"
            yield from _walk(value, here)
    elif isinstance(detail, list):
        for index, value in enumerate(detail):
            is_text = isinstance(value, str)
            yield from _walk(value, pointer if is_text else f"{pointer}/{index}")
    else:
        yield FieldError(pointer=pointer, detail=str(detail))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Django's handler for 404."""
    return problem_response("not-found")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Django's handler for 400."""
    return problem_response("malformed-request")


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Django's handler for 500."""
    return problem_response("internal-error")
