"""What the schema says of all of /api/v2/: how a runner is recognised, and its errors."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from server.runner_api.serializers import RunnerErrorOut

FLAGS = OpenApiParameter(
    "Flags",
    str,
    OpenApiParameter.HEADER,
    description=(
        "What the runner says of its own state: a JSON object of `mode`, `paused`, "
        '`manual-db-maintenance` and `last-seen-at`, each `{"v": value, "ts": time}`. '
        "One that makes no sense is ignored."
    ),
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match",
    str,
    OpenApiParameter.HEADER,
    description="The `ETag` of the last answer; without it the whole list comes every time.",
)
NOT_MODIFIED = OpenApiResponse(description="Nothing has changed since `If-None-Match`.")

_FIELD_ERRORS: dict[str, Any] = {
    "description": (
        "JSON that cannot be read: `detail`. Wrong fields: their names with a list of texts each, "
        "and where the body is a list, a list of that with an entry for each item."
    ),
    "oneOf": [
        {
            "type": "object",
            "properties": {"detail": {"type": "string"}},
            "required": ["detail"],
        },
        {
            "type": "object",
            "additionalProperties": {
                "oneOf": [
                    {"type": "array", "items": {"type": "string"}},
                    {"type": "object", "additionalProperties": {"type": "array", "items": {}}},
                ]
            },
        },
        {"type": "array", "items": {}},
    ],
}
_MEANINGS = {
    403: "`Authorization` is missing, empty, or holds no live token of a backend.",
    404: "There is no such thing, or `?format=` asks for something else than `json`.",
    405: "The method is not allowed here.",
    406: "`Accept` excludes JSON.",
    413: "The body is over 20 MiB.",
    415: "The body is no JSON.",
}


def error_responses(*codes: int) -> dict[int, Any]:
    """The answers of an operation that fails, for `extend_schema`."""
    return {
        code: _FIELD_ERRORS
        if code == 400
        else OpenApiResponse(RunnerErrorOut, description=_MEANINGS[code])
        for code in codes
    }


class BackendTokenScheme(OpenApiAuthenticationExtension):
    """The raw token of a backend in `Authorization`."""

    target_class = "server.runner_api.authentication.BackendTokenAuthentication"
    name = "backendToken"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:  # noqa: ARG002
        """An API key in a header."""
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": (
                "The token of a backend, raw; `Bearer` or `Token` before it is accepted too."
            ),
        }
