"""`orgs`: the organisations that research is done in."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import PublicRead
from server.core.views import ApiView
from server.projects.models import Org
from server.projects.serializers import OrgOut

_EXAMPLE = {
    "slug": "example-university",
    "name": "Example University",
    "description": "",
    "projects": 3,
}


class OrgsView(ApiView):
    """Every organisation."""

    permission_classes = [PublicRead]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listOrgs",
        tags=["orgs"],
        responses={200: page_of(OrgOut)},
        examples=[
            OpenApiExample(
                "one organisation",
                response_only=True,
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Organisations, newest first."""
        query = self.query(request)
        page = paginate(Org.objects.for_list(), cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda rows: OrgOut(rows, many=True).data))


class OrgView(ApiView):
    """One organisation."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getOrg",
        tags=["orgs"],
        responses={200: OrgOut},
        examples=[OpenApiExample("an organisation", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request, slug: str) -> Response:  # noqa: ARG002
        """One organisation."""
        org = Org.objects.for_list().filter(slug=slug).first()
        if org is None:
            raise NotFound(f"There is no organisation {slug!r}.")
        return Response(OrgOut(org).data)
