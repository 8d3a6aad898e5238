"""What every view of /api/v2/ does around its own work."""

import time
from typing import Any

from rest_framework.exceptions import NotAcceptable, NotFound
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.core.permissions import BackendByToken
from server.fleet.services import Caller
from server.runner_api.authentication import BackendTokenAuthentication
from server.runner_api.bodies import RunnerJSONParser, bound_body
from server.runner_api.calls import note_answer
from server.runner_api.errors import exception_handler


class RunnerNegotiation(DefaultContentNegotiation):
    """The answer is JSON; a caller that says it takes neither JSON nor HTML is told so."""

    _formats = (None, "", "json", "api")
    _accepted = ("application/json", "application/*", "text/html", "text/*", "*/*")

    def select_renderer(
        self,
        request: Request,
        renderers: Any,  # noqa: ARG002
        format_suffix: str | None = None,  # noqa: ARG002
    ) -> tuple[JSONRenderer, str]:
        """The JSON renderer.

        Raises:
            NotFound: `?format=` names something else than `json` and `api`.
            NotAcceptable: `Accept` excludes JSON and HTML.
        """
        if request.query_params.get("format") not in self._formats:
            raise NotFound
        accepted = {
            each.partition(";")[0].strip().lower() for each in self.get_accept_list(request)
        }
        if accepted and accepted.isdisjoint(self._accepted):
            raise NotAcceptable
        return JSONRenderer(), JSONRenderer.media_type


def caller_of(request: Request) -> Caller:
    """The runner, in a view that lets in nobody else."""
    if not isinstance(request.auth, Caller):
        raise TypeError("The view lets in callers without a token.")
    return request.auth


def _refuse_null_characters(request: Request) -> None:
    """PostgreSQL cannot even look for a text with one; no name has any."""
    texts = [request.path, *(text for _, each in request.query_params.lists() for text in each)]
    if any("\x00" in text for text in texts):
        raise NotFound


class RunnerView(APIView):
    """The token is looked at first, before method, format and body; every answer is JSON.

    `endpoint` is the name under which its calls are counted, empty where they are not.
    """

    authentication_classes = [BackendTokenAuthentication]
    permission_classes = [BackendByToken]
    renderer_classes = [JSONRenderer]
    parser_classes = [RunnerJSONParser]
    content_negotiation_class = RunnerNegotiation
    endpoint = ""

    def get_exception_handler(self) -> Any:
        """Errors in the form of v2."""
        return exception_handler

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Who calls, whether the answer can be given, whether the body can be read."""
        self.format_kwarg = None
        self.began_at = time.perf_counter()
        renderer = JSONRenderer()
        request.accepted_renderer, request.accepted_media_type = renderer, renderer.media_type
        self.perform_authentication(request)
        self.check_permissions(request)
        self.perform_content_negotiation(request)
        _refuse_null_characters(request)
        bound_body(request._request)

    def finalize_response(
        self, request: Request, response: Any, *args: Any, **kwargs: Any
    ) -> Response:
        """Keep that the runner called, and how that ended."""
        caller = getattr(request, "_auth", None)
        if self.endpoint and isinstance(caller, Caller):
            note_answer(
                request._request,
                response,
                caller=caller,
                endpoint=self.endpoint,
                began_at=self.began_at,
            )
        return super().finalize_response(request, response, *args, **kwargs)
