"""`redirects`, and the answer to every address that is a screen or was one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path
from django.views.decorators.http import require_safe
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.pagination import page_of, paginate
from server.core.permissions import SignedIn
from server.core.views import ApiView, single_page_app
from server.people.actors import actor_of_request
from server.projects import policies, services
from server.projects.models import Redirect
from server.projects.serializers import RedirectOut, RedirectQuery

_EXAMPLE = {
    "id": 3,
    "old_path": "/projects/asthma/",
    "leads_to": "/projects/asthma-winter/",
    "kind": "project",
    "created_at": "2026-03-04T12:00:00Z",
    "created_by": {"username": "ada", "name": "Ada Example"},
    "expires_at": "2027-03-04T12:00:00Z",
}


@require_safe
def page_or_redirect(request: HttpRequest) -> HttpResponse:
    """301 to where a page has moved; else the one page of the app, which finds its way itself.

    A visitor who may read nothing is not told what a page is called by now.
    """
    if settings.PUBLIC_READ or request.user.is_authenticated:
        new_path = services.find_new_path(path=request.path, now=clock.now())
        if new_path is not None:
            query = request.META.get("QUERY_STRING", "")
            # A question mark that came escaped is part of the path, and stays so.
            place = escape_uri_path(new_path) + (f"?{query}" if query else "")
            return HttpResponsePermanentRedirect(place)
    response: HttpResponse = single_page_app(request)
    return response


class RedirectsView(ApiView):
    """Old addresses of organisations, projects and workspaces."""

    permission_classes = [SignedIn]
    query_serializer = RedirectQuery

    @extend_schema(
        operation_id="listRedirects",
        tags=["redirects"],
        responses={200: page_of(RedirectOut)},
        examples=[
            OpenApiExample(
                "one redirect",
                response_only=True,
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Old addresses that still lead somewhere, newest first. For staff."""
        require(policies.why_not_manage_redirects(actor_of_request(request)))
        query = self.query(request)
        rows = Redirect.objects.for_list()
        if kind := query.get("kind"):
            rows = rows.of_kind(kind)
        if search := query.get("search"):
            rows = rows.beginning(search)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: RedirectOut(found, many=True).data))


class RedirectView(ApiView):
    """One old address."""

    permission_classes = [SignedIn]

    @extend_schema(operation_id="deleteRedirect", tags=["redirects"], responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Let an old address lead nowhere. For staff."""
        actor = actor_of_request(request)
        require(policies.why_not_manage_redirects(actor))
        redirect = Redirect.objects.for_list().filter(pk=pk).first()
        if redirect is None:
            raise NotFound(f"There is no redirect {pk}.")
        services.delete_redirect(actor=actor, redirect=redirect, now=clock.now())
        return Response(status=204)
