"""The schema as it is served, `make schema` writes the same to openapi.yaml, and its page."""

from functools import cache
from typing import Any

from django.http import HttpResponse, JsonResponse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView, SpectacularYAMLAPIView
from rest_framework.request import Request
from rest_framework.views import APIView

from server.core.permissions import Anyone
from server.core.problems import CONTENT_TYPE


class _JsonProblems(APIView):
    """A problem is JSON, also where all else is YAML or HTML."""

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]
        """The problem document, with the headers that go with it."""
        answer = super().handle_exception(exc)
        del answer["Content-Type"]
        return JsonResponse(
            answer.data,
            status=answer.status_code,
            content_type=CONTENT_TYPE,
            headers=dict(answer.items()),
        )


class OpenApiView(_JsonProblems, SpectacularYAMLAPIView):
    """The schema of every endpoint."""

    permission_classes = [Anyone]

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """The document, as YAML."""
        return HttpResponse(
            _document(),
            content_type=OpenApiYamlRenderer.media_type,
            headers={"Content-Disposition": 'inline; filename="openapi.yaml"'},
        )


class DocsView(_JsonProblems, SpectacularSwaggerSplitView):
    """The interactive page."""

    permission_classes = [Anyone]


@cache
def _document() -> bytes:
    """Made once in the life of a process: it is a second of work, and the same for everybody."""
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return OpenApiYamlRenderer().render(schema, renderer_context={})
