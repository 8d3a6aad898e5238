"""What a job-runner reports of a job, whole and valid."""

from typing import Any


def job(identifier: str = "job-1", **fields: Any) -> dict[str, Any]:
    """A waiting job; `fields` are put in place of what stands there."""
    return {
        "job_request_id": "a" * 16,
        "identifier": identifier,
        "action": f"action_{identifier}",
        "run_command": "ehrql:v1 generate-dataset analysis/ds.py",
        "status": "pending",
        "status_code": "created",
        "status_message": "Created",
        "created_at": "2026-03-04T10:20:36Z",
        "updated_at": "2026-03-04T10:21:01Z",
        "started_at": None,
        "completed_at": None,
        "trace_context": {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"},
        "metrics": {},
        "requires_db": False,
    } | fields


def succeeded(identifier: str = "job-1", **fields: Any) -> dict[str, Any]:
    """A job that ended well after 50 s."""
    ending = {
        "status": "succeeded",
        "status_code": "succeeded",
        "status_message": "Completed successfully",
        "started_at": "2026-03-04T10:20:40Z",
        "updated_at": "2026-03-04T10:21:30Z",
        "completed_at": "2026-03-04T10:21:30Z",
    }
    return job(identifier, **ending | fields)


def failed(identifier: str = "job-1", **fields: Any) -> dict[str, Any]:
    """A job that ended badly after 50 s."""
    ending = {
        "status": "failed",
        "status_code": "nonzero_exit",
        "status_message": "Job exited with an error",
    }
    return succeeded(identifier, **ending | fields)
