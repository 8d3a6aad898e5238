"""The schema as it is served; `make schema` writes the same to openapi.yaml."""

from functools import cache
from typing import Any

from django.http import HttpResponse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularYAMLAPIView
from rest_framework.request import Request

from server.core.permissions import Anyone


class OpenApiView(SpectacularYAMLAPIView):
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


@cache
def _document() -> bytes:
    """Made once in the life of a process: it is a second of work, and the same for everybody."""
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return OpenApiYamlRenderer().render(schema, renderer_context={})
