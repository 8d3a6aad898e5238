"""/api/v2/, as runners know it: never a 401, and 403 without a live token of a backend."""

from tests.permissions.rules import Row, any_backend, anyone

_REPORT = [
    {
        "identifier": "reported",
        "action": "fit",
        "status": "running",
        "status_message": "",
        "created_at": "2026-03-04T12:00:00Z",
        "updated_at": "2026-03-04T12:00:00Z",
    }
]

ROWS = [
    Row("GET", "/api/v2/job-requests", any_backend, note="its own requests alone"),
    Row(
        "POST",
        "/api/v2/jobs",
        any_backend,
        body=lambda w: [each | {"job_request_id": w.job_request.identifier} for each in _REPORT],
        unrecorded="the job rows are their own record",
        note="of another backend's requests nothing is stored",
    ),
    Row(
        "GET",
        "/api/v2/users/{username}",
        any_backend,
        names=lambda w: {"username": "subject"},
        note="404 where the person is no member of the backend",
    ),
    Row(
        "GET",
        "/api/v2/workspaces/{name}/statuses",
        anyone,
        names=lambda w: {"name": w.workspace.name},
    ),
    Row(
        "GET",
        "/api/v2/workspaces/{name}/status",
        anyone,
        names=lambda w: {"name": w.workspace.name},
    ),
    Row(
        "POST",
        "/api/v2/release-notifications",
        any_backend,
        body=lambda w: {"created_by": "ada", "path": "somewhere", "files": ["a.csv"]},
        ok=201,
        unrecorded="nothing is stored",
    ),
]
