"""`POST jobs/`: the full state of some job requests, repeated by the runner every few seconds."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request, is_form_media_type
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import BackendByToken
from server.jobs.reports import report_jobs
from server.runner_api.base import RunnerView, caller_of
from server.runner_api.schema import FLAGS, error_responses
from server.runner_api.serializers import JobReportIn, ReportTakenOut
from server.runner_api.shapes import read_reports

_EXAMPLE = OpenApiExample(
    "one running job",
    request_only=True,
    value={
        "job_request_id": "k3v7q2mzt5adhx4c",
        "identifier": "qa4mzn7v2kxt6dhe",
        "action": "make_cohort",
        "run_command": "ehrql:v1 generate-dataset analysis/ds.py --output output/ds.csv.gz",
        "status": "running",
        "status_code": "executing",
        "status_message": "Executing job on the backend",
        "created_at": "2026-03-04T10:20:36Z",
        "updated_at": "2026-03-04T10:21:01Z",
        "started_at": "2026-03-04T10:20:40Z",
        "completed_at": None,
        "trace_context": {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"},
        "metrics": {"cpu_peak": 180.2, "mem_mb_peak": 512},
    },
)
_TAKEN = OpenApiExample(
    "taken in", response_only=True, status_codes=["200"], value={"status": "success"}
)


class JobsView(RunnerView):
    """The state of jobs, as a runner sees it."""

    permission_classes = [BackendByToken]
    endpoint = "jobs"

    @extend_schema(
        operation_id="reportJobs",
        tags=["runners"],
        parameters=[FLAGS],
        request=JobReportIn(many=True),
        responses={
            200: ReportTakenOut,
            **error_responses(400, 403, 404, 405, 406, 413, 415),
        },
        examples=[_EXAMPLE, _TAKEN],
    )
    def post(self, request: Request) -> Response:
        """Replace what is stored of each request that the list names; others are left as they are.

        Requests that are unknown or another backend's are skipped. With one bad element nothing is
        stored: 400 with a list of the same length, `{}` for each good one.
        """
        # A form holds no list of objects; it reads as an empty one, as it always has.
        body = [] if is_form_media_type(request.content_type) else request.data
        reports = read_reports(body)
        report_jobs(backend=caller_of(request).backend, reports=reports, now=clock.now())
        return Response({"status": "success"})
