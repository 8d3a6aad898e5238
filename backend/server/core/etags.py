"""ETags of objects with a version, and the condition that edits carry."""

from typing import Any

from django.utils.http import parse_etags
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.errors import StaleVersion, VersionRequired


def version_tag(version: int) -> str:
    """The strong ETag of one version of an object."""
    return f'"v{version}"'


def required_version(request: Request) -> int:
    """The version that `If-Match` names.

    Raises:
        VersionRequired: there is no `If-Match`, or it is `*`.
        StaleVersion: it names something that is no version of ours.
    """
    header = request.headers.get("If-Match", "").strip()
    if not header or header == "*":
        raise VersionRequired("Send If-Match with the ETag of what you read.")
    tags = [tag.removeprefix("W/").strip('"') for tag in parse_etags(header)]
    if len(tags) == 1 and tags[0].startswith("v") and tags[0][1:].isdecimal():
        return int(tags[0][1:])
    raise StaleVersion("If-Match names no version of this object. Read it again.")


def answer(data: Any, *, status: int = 200, version: int | None = None, **headers: str) -> Response:
    """A response with the ETag of `version`; header names are given with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if version is not None:
        named["ETag"] = version_tag(version)
    return Response(data, status=status, headers=named)
