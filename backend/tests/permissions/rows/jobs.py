"""Runs: planned, asked for, followed, cancelled; and the backends on which they run."""

from server.jobs.models import JobRequest
from tests.permissions.rules import (
    Event,
    Row,
    creator,
    everywhere,
    here,
    readers,
    runs_on_backend,
    signed_in,
)

_WORKSPACE = "/api/v3/workspaces/{name}"
_REQUEST = "/api/v3/job-requests/{identifier}"
_may_run = here("job_run") & runs_on_backend


def _of_workspace(w):
    return {"name": w.workspace.name}


def _of_request(w):
    return {"identifier": w.job_request.identifier}


def _a_run(w):
    return {"backend": w.backend.slug, "actions": ["make_cohort"]}


ROWS = [
    Row("GET", f"{_WORKSPACE}/pipeline", signed_in, names=_of_workspace),
    Row(
        "POST",
        f"{_WORKSPACE}/plan",
        _may_run,
        names=_of_workspace,
        body=_a_run,
        scope="read",
        unrecorded="nothing is stored",
    ),
    Row("GET", f"{_WORKSPACE}/statuses", readers, names=_of_workspace),
    Row("GET", f"{_WORKSPACE}/job-requests", readers, names=_of_workspace),
    Row(
        "POST",
        f"{_WORKSPACE}/job-requests",
        _may_run,
        names=_of_workspace,
        body=_a_run,
        ok=201,
        scope="run",
        shown=(_WORKSPACE, "can.run"),
        # He may run somewhere; of this backend its own `can_run` tells.
        shown_apart=lambda caller: caller.is_on_another_backend,
        leaves=Event(
            "job_request.created",
            "job_request",
            lambda w, a: JobRequest.objects.get(identifier=a["identifier"]).pk,
        ),
    ),
    Row("GET", "/api/v3/job-requests", readers),
    Row("GET", "/api/v3/search", readers, query="?q=asthma"),
    Row("GET", _REQUEST, readers, names=_of_request),
    Row("GET", f"{_REQUEST}/comparison", readers, names=_of_request),
    Row(
        "POST",
        f"{_REQUEST}/cancel",
        creator | everywhere("staff_area_access") | here("job_cancel"),
        names=_of_request,
        body=lambda w: {},
        scope="run",
        shown=(_REQUEST, "can.cancel"),
        leaves=Event("job_request.cancelled", "job_request", lambda w, a: w.job_request.pk),
    ),
    Row(
        "GET",
        f"{_REQUEST}/jobs/{{job}}",
        readers,
        names=lambda w: _of_request(w) | {"job": w.job.identifier},
    ),
    Row(
        "GET",
        "/api/v3/jobs/{identifier}",
        readers,
        names=lambda w: {"identifier": w.job.identifier},
    ),
    Row("GET", "/api/v3/backends", readers),
    Row("GET", "/api/v3/backends/{slug}", readers, names=lambda w: {"slug": w.backend.slug}),
]
