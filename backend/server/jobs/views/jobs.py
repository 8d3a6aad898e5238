"""Jobs: within their request, and by identifier alone."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import PublicRead
from server.core.views import ApiView
from server.jobs.facts import job_facts
from server.jobs.finding import find_job, find_job_request
from server.jobs.serializers.requests import JobDetailOut
from server.jobs.views import examples
from server.people.actors import actor_of_request

_A_JOB = OpenApiExample("running", response_only=True, value=examples.JOB_DETAIL)


class JobOfRequestView(ApiView):
    """A job of a request."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getJobOfRequest",
        tags=["jobs"],
        responses={200: JobDetailOut},
        examples=[_A_JOB],
    )
    def get(self, request: Request, identifier: str, job: str) -> Response:
        """A job by its identifier within the request."""
        return _answer(request, identifier, job)


class JobView(ApiView):
    """A job, looked up."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getJob", tags=["jobs"], responses={200: JobDetailOut}, examples=[_A_JOB]
    )
    def get(self, request: Request, identifier: str) -> Response:
        """The one job of this identifier, or that begins so (four characters at least).

        Where there are several, the answer is the problem ambiguous-identifier with all of them.
        """
        found = find_job(identifier)
        return _answer(request, found.job_request.identifier, found.identifier)


def _answer(request: Request, identifier: str, job: str) -> Response:
    facts = job_facts(
        find_job_request(identifier),
        identifier=job,
        actor=actor_of_request(request),
        now=clock.now(),
    )
    if facts is None:
        raise NotFound(f"The request has no job {job[:100]!r}.")
    return Response(JobDetailOut(facts).data)
