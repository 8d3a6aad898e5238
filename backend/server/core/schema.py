"""What drf-spectacular does not say by itself: operation ids, problems, headers."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema as SpectacularSchema
from drf_spectacular.utils import Direction, OpenApiParameter

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="A repeat with the same key and body gets the same answer and does nothing again.",
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="The ETag of what was read.",
)


class AutoSchema(SpectacularSchema):
    """Takes the query parameters of a view from its `query_serializer`."""

    def get_override_parameters(self) -> list[Any]:
        """The serializer itself; drf-spectacular expands it."""
        serializer = getattr(self.view, "query_serializer", None)
        return [serializer] if serializer and self.method == "GET" else []

    def get_serializer_name(self, serializer: Any, direction: Direction) -> str:
        """`JobRequestOut` is the class of what others know as a `JobRequest`."""
        return super().get_serializer_name(serializer, direction).removesuffix("Out")


def add_problem_responses(result: dict[str, Any], generator: Any, **_: Any) -> dict[str, Any]:  # noqa: ARG001
    """Give every operation of /api/v3/ its `default` answer: a problem."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas.setdefault("Problem", _PROBLEM)
    schemas.setdefault("FieldError", _FIELD_ERROR)
    for _path, _method, operation in _operations(result, prefix="/api/v3/"):
        operation["responses"].setdefault(
            "default",
            {
                "description": "A problem.",
                "content": {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                },
            },
        )
    return result


def _operations(
    result: dict[str, Any], *, prefix: str
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in result["paths"].items():
        if path.startswith(prefix):
            for method, operation in item.items():
                if isinstance(operation, dict) and "responses" in operation:
                    yield path, method, operation


_FIELD_ERROR: dict[str, Any] = {
    "type": "object",
    "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
    "required": ["pointer", "detail"],
}
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "An error by RFC 9457; `type` leads to a page that explains it.",
    "properties": {
        "type": {"type": "string", "examples": ["/problems/not-found"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/FieldError"}},
    },
    "required": ["type", "title", "status", "detail"],
}
