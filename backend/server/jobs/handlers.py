"""What the worker does for requests after commit."""

from collections.abc import Mapping
from typing import Any

from server.core import clock
from server.jobs import services


def end_cancelled_request(payload: Mapping[str, Any], key: str) -> None:  # noqa: ARG001
    """The grace time of a cancelled request is over; one that was changed just now is tried again.

    Idempotent: a request that is over is left as it is.
    """
    services.end_if_never_fetched(pk=payload["job_request_id"], now=clock.now())
