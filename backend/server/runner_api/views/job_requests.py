"""`GET job-requests/`: what a runner still has to work on; every runner asks every few seconds."""

from collections.abc import Sequence
from typing import Any

import structlog
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import BackendByToken
from server.fleet.contact import POLL
from server.fleet.services import Caller
from server.jobs.services import note_cancels_seen
from server.runner_api import listing
from server.runner_api.authentication import OptionalBackendTokenAuthentication
from server.runner_api.base import RunnerView
from server.runner_api.permissions import AnonymousListing
from server.runner_api.schema import FLAGS, IF_NONE_MATCH, NOT_MODIFIED, error_responses
from server.runner_api.serializers import ListedJobRequestsOut
from server.runner_api.unchanged import is_whole, kept, list_answer, unchanged_answer

logger = structlog.get_logger(__name__)

_EXAMPLE = OpenApiExample(
    "one request",
    response_only=True,
    status_codes=["200"],
    value={
        "count": 1,
        "next": None,
        "previous": None,
        "results": [
            {
                "identifier": "k3v7q2mzt5adhx4c",
                "backend": "tpp",
                "sha": "5f0c1e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3e",
                "requested_actions": ["make_cohort", "run_all"],
                "cancelled_actions": [],
                "force_run_dependencies": False,
                "codelists_ok": True,
                "database_name": "default",
                "created_by": "ada",
                "created_at": "2026-03-04T10:20:30.123456Z",
                "project": "asthma-winter",
                "orgs": ["example-university"],
                "workspace": {
                    "name": "asthma-winter-main",
                    "repo": "https://github.com/opensafely/asthma-winter",
                    "branch": "main",
                    "db": "full",
                    "created_by": "ada",
                    "created_at": "2026-01-02T09:00:00Z",
                },
            }
        ],
    },
)


class JobRequestsView(RunnerView):
    """Active job requests of the token's own backend."""

    authentication_classes = [OptionalBackendTokenAuthentication]
    permission_classes = [BackendByToken | AnonymousListing]
    endpoint = POLL

    @extend_schema(
        operation_id="listActiveJobRequests",
        tags=["runners"],
        # The package's own hint is wrong here.
        auth=[{"backendToken": []}],  # type: ignore[list-item]
        parameters=[
            OpenApiParameter("limit", int, description="1 to 1,000; all, up to 1,000, without it."),
            OpenApiParameter("offset", int),
            OpenApiParameter("backend", str, description="Ignored: the token decides."),
            FLAGS,
            IF_NONE_MATCH,
        ],
        responses={
            200: ListedJobRequestsOut,
            304: NOT_MODIFIED,
            **error_responses(403, 404, 405, 406),
        },
        examples=[_EXAMPLE],
    )
    def get(self, request: Request) -> HttpResponse:
        """Every request that is not finished, newest first; 304 where the ETag is still the same.

        Without `limit` all of them, up to 1,000 and then the oldest.
        """
        asked_for = request.query_params.get("backend", "")
        if not isinstance(request.auth, Caller):
            paginator = listing.OldestKeptPagination()
            rows = paginator.paginate_queryset(listing.rows_for_anyone(slug=asked_for), request)
            return Response(_page(paginator, rows))
        caller = request.auth
        if asked_for not in ("", caller.backend.slug):
            logger.warning("backend_differs_from_token", asked_for=asked_for[:100])
        unchanged = unchanged_answer(request._request, caller=caller)
        return unchanged or self._list(request, caller=caller)

    def _list(self, request: Request, *, caller: Caller) -> HttpResponse:
        paginator = listing.OldestKeptPagination()
        rows = paginator.paginate_queryset(listing.rows_for_backend(caller.backend), request)
        # Before the list is kept or its tag is known: after that it is handed out without a look
        # at the database, until a change makes it another one.
        note_cancels_seen(listing.unseen_cancels(rows), now=clock.now())
        page = _page(paginator, rows)
        body = JSONRenderer().render(page)
        if is_whole(request._request) and page["next"] is page["previous"] is None:
            kept.put(caller, body)
        return list_answer(body, caller=caller)


def _page(paginator: listing.OldestKeptPagination, rows: Sequence[listing.Row]) -> Any:
    return paginator.get_paginated_response(listing.items_of(rows)).data
