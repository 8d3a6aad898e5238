"""What drf-spectacular does not say by itself: operation ids, problems, headers."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema as SpectacularSchema
from drf_spectacular.utils import Direction, OpenApiParameter
from rest_framework import serializers

from server.core.permissions import Anyone, PublicRead

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

    def get_auth(self) -> list[dict[str, Any]]:
        """How a caller may say who he is; an empty way where he need not."""
        is_read = self.method == "GET"
        is_open = any(
            isinstance(each, Anyone) or (is_read and isinstance(each, PublicRead))
            for each in self.view.get_permissions()
        )
        return [*super().get_auth(), *([{}] if is_open else [])]

    def _map_serializer_field(
        self,
        field: Any,
        direction: Direction,
        bypass_extensions: bool = False,  # noqa: FBT001, FBT002
    ) -> dict[str, Any]:
        schema = super()._map_serializer_field(field, direction, bypass_extensions)
        if isinstance(field, serializers.JSONField):
            schema.pop("oneOf", None)  # any JSON value or null: null would be either
        return schema

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


def refuse_unknown_members(result: dict[str, Any], generator: Any, **_: Any) -> dict[str, Any]:  # noqa: ARG001
    """Say of every body of /api/v3/ that a member which nobody would read is refused."""
    schemas = result["components"]["schemas"]
    for _path, _method, operation in _operations(result, prefix="/api/v3/"):
        content = operation.get("requestBody", {}).get("content", {})
        reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
        if reference:
            schemas[reference.rpartition("/")[2]]["additionalProperties"] = False
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
