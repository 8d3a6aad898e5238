"""`search`: one box over everything that has a page."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.permissions import PublicRead
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.search.finding import search
from server.search.serializers import SearchOut, SearchQuery

_EXAMPLE = {
    "results": [
        {
            "kind": "workspaces",
            "hits": [
                {
                    "title": "asthma-winter-main",
                    "subtitle": "148 - Asthma in winter",
                    "path": "/workspaces/asthma-winter-main",
                    "status": None,
                    "at": None,
                    "run_path": "/workspaces/asthma-winter-main/run",
                }
            ],
            "has_more": False,
        },
        {
            "kind": "job-requests",
            "hits": [
                {
                    "title": "Request 4821",
                    "subtitle": "asthma-winter-main on TPP",
                    "path": "/requests/4821",
                    "status": "running",
                    "at": "2026-03-04T12:00:00Z",
                    "run_path": None,
                }
            ],
            "has_more": False,
        },
    ]
}


class SearchView(ApiView):
    """Everything that has a page."""

    permission_classes = [PublicRead]
    query_serializer = SearchQuery

    @extend_schema(
        operation_id="search",
        tags=["search"],
        responses={200: SearchOut},
        examples=[OpenApiExample("by a beginning", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request) -> Response:
        """The nearest workspaces, requests, jobs, projects, organisations, people and backends."""
        text = self.query(request)["q"]
        groups = search(text, actor=actor_of_request(request))
        return Response(SearchOut({"results": groups}).data)
