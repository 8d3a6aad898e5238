"""Addresses that belong to no app, and the base of every view of /api/v3/."""

from collections.abc import Iterable
from hashlib import md5
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.core.bodies import keep_chunked_body
from server.core.errors import FieldError, InputRefused, ScopeMissing, pointer_to
from server.core.json_types import wrong_types
from server.core.parsers import MAX_BODY_BYTES
from server.core.permissions import Anyone
from server.core.problem_types import PROBLEM_TYPES
from server.core.problems import problem_response


class ApiView(APIView):
    """A view of /api/v3/.

    `query_serializer` names the query parameters that it takes; `change_scope` is what a personal
    token must be made for to change something here.
    """

    query_serializer: type[serializers.Serializer] | None = None
    change_scope = "write"
    _unreadable: ParseError | None = None

    def initialize_request(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Request:
        """The request as DRF knows it, with its body also where that came in chunks."""
        try:
            keep_chunked_body(request, limit=MAX_BODY_BYTES)
        except ParseError as error:  # DRF answers only what is raised later
            self._unreadable = error
        return super().initialize_request(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse what the view does not know before anything is read."""
        super().initial(request, *args, **kwargs)
        if self._unreadable:
            raise self._unreadable
        self._require_scope(request)
        if any("\0" in part for part in kwargs.values() if isinstance(part, str)):
            raise NotFound  # no name holds it, and PostgreSQL fails at being asked
        is_read = request.method in ("GET", "HEAD")
        known = self.query_serializer().fields if is_read and self.query_serializer else ()
        _refuse_unknown(request.query_params, known, kind="query parameter")

    def _require_scope(self, request: Request) -> None:
        """A personal token reads whatever its owner may see; to change needs the scope for it."""
        scopes = getattr(request.auth, "scopes", None)
        if scopes is None or request.method in SAFE_METHODS or self.change_scope in scopes:
            return
        raise ScopeMissing(
            f"This token was made for {', '.join(scopes)} alone; this needs {self.change_scope}.",
            scope=self.change_scope,
        )

    def query(self, request: Request) -> dict[str, Any]:
        """The checked query parameters."""
        if self.query_serializer is None:
            raise LookupError(f"{type(self).__name__} declares no query_serializer.")
        _refuse_empty(request.query_params)
        serializer = self.query_serializer(data=request.query_params)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data

    def body(
        self, request: Request, serializer_class: type[serializers.Serializer]
    ) -> dict[str, Any]:
        """The checked body; a member that nobody would read is refused."""
        serializer = serializer_class(data=request.data)
        if errors := list(wrong_types(serializer, request.data)):
            raise InputRefused(errors)
        serializer.is_valid(raise_exception=True)
        _refuse_unknown(request.data, serializer.fields, kind="member")
        return serializer.validated_data


def _refuse_unknown(given: Iterable[str], known: Iterable[str], *, kind: str) -> None:
    hint = f" Known ones: {', '.join(sorted(known))}." if known else ""
    errors = [
        FieldError(pointer=pointer_to(name), detail=f"There is no {kind} {name!r} here.{hint}")
        for name in sorted(set(given) - set(known))
    ]
    if errors:
        raise InputRefused(errors)


def _refuse_empty(given: QueryDict) -> None:
    """A filter left empty is a slip, which DRF would take for no filter at all."""
    errors = [
        FieldError(pointer=pointer_to(name), detail="Give it a value or leave it out.")
        for name, values in given.lists()
        if "" in values
    ]
    if errors:
        raise InputRefused(errors)


class ProblemTypeOut(serializers.Serializer):
    """One kind of problem."""

    name = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    meaning = serializers.CharField()
    what_to_do = serializers.CharField()


class ProblemTypesOut(serializers.Serializer):
    """Every kind of problem."""

    results = ProblemTypeOut(many=True)


class ProblemTypesView(ApiView):
    """What each problem means."""

    permission_classes = [Anyone]

    @extend_schema(
        operation_id="listProblemTypes",
        responses={200: ProblemTypesOut},
        tags=["problems"],
        examples=[
            OpenApiExample(
                "one kind",
                value={
                    "results": [
                        {
                            "name": "nothing-to-do",
                            "title": "There is nothing to run",
                            "status": 409,
                            "meaning": "Every action asked for has succeeded already.",
                            "what_to_do": "Choose an action by name to run it again.",
                        }
                    ]
                },
                response_only=True,
            )
        ],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002
        """Every kind of problem that this API answers, with what to do about it."""
        return Response(ProblemTypesOut({"results": list(PROBLEM_TYPES.values())}).data)


def health_check(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """An empty 200: the process is up. It reads nothing and writes nothing."""
    return HttpResponse()


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where the icon lies, for what asks for it by its old name."""
    return HttpResponseRedirect("/images/favicon.svg")


@csrf_exempt
def unknown_address(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """404 as a problem, for any method, below the prefixes that are no screens."""
    return problem_response("not-found")


def single_page_app(request: HttpRequest) -> HttpResponse:
    """The one page of the app, at every address that is a screen; the app finds its way itself."""
    page = settings.WHITENOISE_ROOT / "index.html"
    response = HttpResponse(page.read_bytes(), headers={"Cache-Control": "no-cache"})
    response.headers["ETag"] = quote_etag(md5(response.content, usedforsecurity=False).hexdigest())
    return (
        get_conditional_response(request, etag=response.headers["ETag"], response=response)
        or response
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Django's answer to an unsafe request without the right CSRF token."""
    return problem_response("csrf-failed")
