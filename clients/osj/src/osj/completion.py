"""What the shell offers when Tab is pressed: names that the server knows."""

from collections.abc import Callable, Iterable

import typer

from osj import settings
from osj.errors import OsjError
from osj.job_server.api.backends import list_backends
from osj.job_server.api.job_requests import get_job_request, list_job_requests
from osj.job_server.api.pipelines import get_pipeline
from osj.job_server.api.workspaces import list_workspaces
from osj.server import Server

_TIMEOUT_S = 3
STATUSES = (
    "pending",
    "running",
    "succeeded",
    "failed",
    "cancelled",
    "nothing_to_do",
    "unknown",
    "unknown_error_creating_jobs",
)
_JOB_GOES_ON = ("waiting", "running", "held", "unknown")


def workspaces(incomplete: str) -> list[str]:
    """Names of workspaces."""
    query = {"search": incomplete} if incomplete else {}
    return _offer(
        lambda server: (
            row.name for row in server.ask(list_workspaces.sync_detailed, limit=50, **query).results
        ),
        incomplete,
    )


def backends(incomplete: str) -> list[str]:
    """Slugs of backends."""
    return _offer(
        lambda server: (row.slug for row in server.ask(list_backends.sync_detailed).results),
        incomplete,
    )


def actions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Actions of the workspace that was named before, and `run_all`."""

    def names(server: Server) -> Iterable[str]:
        pipeline = server.ask(get_pipeline.sync_detailed, ctx.params["workspace"])
        return ["run_all", *(action.id for action in pipeline.actions)]

    return _offer(names, incomplete)


def my_requests(incomplete: str) -> list[str]:
    """Numbers of the person's own newest requests."""
    return _offer(
        lambda server: (
            str(row.number)
            for row in server.ask(list_job_requests.sync_detailed, mine=True, limit=25).results
        ),
        incomplete,
    )


def stoppable_actions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Actions of the request that was named before which can still be stopped."""

    def names(server: Server) -> Iterable[str]:
        request = server.ask(get_job_request.sync_detailed, ctx.params["request"])
        going_on = [job.action for job in request.jobs if job.display_status in _JOB_GOES_ON]
        return going_on if request.jobs else request.requested_actions

    return _offer(names, incomplete)


def statuses(incomplete: str) -> list[str]:
    """Statuses of requests."""
    return [status for status in STATUSES if status.startswith(incomplete)]


def _offer(names: Callable[[Server], Iterable[str]], incomplete: str) -> list[str]:
    try:
        server = Server(settings.current(), timeout_s=_TIMEOUT_S)
        return [name for name in names(server) if name.startswith(incomplete)]
    except (OsjError, KeyError):
        return []
