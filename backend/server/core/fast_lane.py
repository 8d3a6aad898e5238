"""Answers pages that ask whether anything moved, before anything else of the service runs.

Two hundred viewers ask some 270 times a second: sessions, sign-in, logging and the views would
cost ten times what the answer does. The view behind it answers what this leaves, and documents it.
"""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.http_metrics import match_of
from server.core.permissions import Anyone
from server.core.versions import MOST_TOPICS, is_topic, kinds, versions
from server.core.views import ApiView

PATH = "/api/v3/versions"


class FastLaneMiddleware:
    """Stands before the static files. What is not plainly a question for versions goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a right question of our own pages; pass on everything else."""
        if request.path != PATH or request.method != "GET" or "Origin" in request.headers:
            return self.get_response(request)
        topics = request.GET.getlist("topic")
        if set(request.GET) != {"topic"} or not are_topics(topics):
            return self.get_response(request)
        request.resolver_match = match_of(PATH)
        found = versions.of(topics)
        tag = tag_of(found)
        if request.headers.get("If-None-Match") == tag:
            response = HttpResponse(status=304)
        else:
            response = JsonResponse({"versions": found})
            # The middleware that counts it stands behind this one.
            response["Content-Length"] = str(len(response.content))
        response["ETag"] = tag
        response["Cache-Control"] = "private, no-cache"
        return response


def are_topics(topics: Sequence[str]) -> bool:
    """Whether these can be asked for together."""
    return 0 < len(topics) <= MOST_TOPICS and all(map(is_topic, topics))


def tag_of(found: dict[str, str]) -> str:
    """The ETag of an answer."""
    return f'"{".".join(found.values())}"'


class TopicField(serializers.CharField):
    """A topic of a known kind."""

    def to_internal_value(self, data: str) -> str:
        """The text, if its kind is known."""
        text = super().to_internal_value(data)
        if not is_topic(text):
            raise serializers.ValidationError(
                f"There is no topic {text!r}. Known kinds: {', '.join(kinds())}."
            )
        return text


class VersionsQuery(serializers.Serializer):
    """What is watched."""

    topic = serializers.ListField(
        child=TopicField(),
        min_length=1,
        max_length=MOST_TOPICS,
        help_text=(
            "`requests`, `newest-requests` (the first page of them), `requests-on:BACKEND`, "
            "`requests-of:USERNAME`, `project:SLUG`, `workspace:NAME`, `job-request:IDENTIFIER`, "
            "`backends`, `standings` (the same without the last contact), `site-alerts`, "
            "`webhook:ID` (its log), `record:TYPE` (changes of objects of a type of the record, "
            "such as `workspace`), `record` (of all), or the `topic` that `countUnreadNotices` "
            "names; up to twenty of them. The narrower, the less often it moves."
        ),
    )


class VersionsOut(serializers.Serializer):
    """The version of each topic: another one when what is shown of it may have changed."""

    versions = serializers.DictField(child=serializers.CharField())


class VersionsView(ApiView):
    """Whether anything moved."""

    permission_classes = [Anyone]
    query_serializer = VersionsQuery

    @extend_schema(
        operation_id="listVersions",
        tags=["live pages"],
        responses={200: VersionsOut},
        examples=[
            OpenApiExample(
                "one topic",
                response_only=True,
                value={"versions": {"requests": "3f0c1e8a9b7d6c5e"}},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Ask every 750 ms with `If-None-Match`; read anew what has another version."""
        found = versions.of(self.query(request)["topic"])
        return Response({"versions": found}, headers={"ETag": tag_of(found)})
