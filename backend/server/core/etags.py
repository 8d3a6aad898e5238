"""ETags of objects with a version, and the condition that edits carry.

A tag is `"vVERSION.DIGEST"`. An edit is held against the version alone; the digest makes the tag
another one where the same version is shown differently: a project's new name, another caller.
"""

import hashlib
import json
import re
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from server.core.errors import StaleVersion, VersionRequired

_TAG = re.compile(r'(?:W/)?"v([0-9]{1,9})(?:\.[0-9a-f]+)?"')


def version_tag(version: int, data: Any) -> str:
    """The ETag of one version of an object, shown as `data`."""
    text = json.dumps(data, sort_keys=True, default=str)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return f'"v{version}.{digest}"'


def required_version(request: Request) -> int:
    """The version that `If-Match` names.

    Raises:
        VersionRequired: there is no `If-Match`, or it is `*`.
        StaleVersion: it names something that is no version of ours.
    """
    header = request.headers.get("If-Match", "").strip()
    if not header or header == "*":
        raise VersionRequired("Send If-Match with the ETag of what you read.")
    tag = _TAG.fullmatch(header)
    if tag is None:
        raise StaleVersion("If-Match names no version of this object. Read it again.")
    return int(tag[1])


def answer(data: Any, *, status: int = 200, version: int | None = None, **headers: str) -> Response:
    """A response with the ETag of `version`; header names are given with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if version is not None:
        named["ETag"] = version_tag(version, data)
    return Response(data, status=status, headers=named)
