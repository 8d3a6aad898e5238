"""What a runner is told while its list stands as it was: 304, or the last body from memory."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags, quote_etag

from server.fleet.services import Caller


class KeptBodies:
    """The last whole list of each backend, for runners that send no `If-None-Match`.

    The tag is read before the rows, so a body is never older than the tag that it is kept under.
    In the memory of each process; at most one body a backend.
    """

    def __init__(self) -> None:
        self._bodies: dict[int, tuple[str, bytes]] = {}

    def get(self, caller: Caller) -> bytes | None:
        """The body of the caller's backend; None where something has changed since."""
        tag, body = self._bodies.get(caller.backend.pk, ("", b""))
        return body if caller.tag == tag else None

    def put(self, caller: Caller, body: bytes) -> None:
        """Keep the body in place of an older one."""
        self._bodies[caller.backend.pk] = (caller.tag, body)

    def forget(self) -> None:
        """Let go of all."""
        self._bodies.clear()


kept = KeptBodies()


def list_answer(body: bytes, *, caller: Caller) -> HttpResponse:
    """The list, with the tag under which it may be asked for again."""
    return HttpResponse(body, content_type="application/json", headers=_headers(caller))


def unchanged_answer(request: HttpRequest, *, caller: Caller) -> HttpResponse | None:
    """The answer to who knows the list already, or asks for all of what is kept; else None."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    # A weak tag is as good as a strong one.
    if quote_etag(caller.tag) in {each.removeprefix("W/") for each in known}:
        return HttpResponse(status=304, headers=_headers(caller))
    body = kept.get(caller) if is_whole(request) else None
    return None if body is None else list_answer(body, caller=caller)


def is_whole(request: HttpRequest) -> bool:
    """Whether all of the list is asked for, and not a page of it."""
    return request.GET.keys().isdisjoint(("limit", "offset"))


def _headers(caller: Caller) -> dict[str, str]:
    return {"ETag": quote_etag(caller.tag), "Cache-Control": "private, no-cache"}
