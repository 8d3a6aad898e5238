"""Reads the header `Flags`: what a runner says of its own state, with every call.

Source: runner_api 2.8, 3.4. `Current-Mode`, sent for ten days of 2022 only, is ignored.
"""

import json
from collections.abc import Mapping
from typing import Any

import structlog

from server.runner_api.storable import refusal_of_json

logger = structlog.get_logger(__name__)


def read_flags(header: str | None) -> Mapping[str, Any] | None:
    """Flag name → what was said of it; None where the header is absent or makes no sense.

    A header that makes no sense is logged and never fails the call.
    """
    if header is None:
        return None
    try:
        flags = json.loads(header)
    except (ValueError, RecursionError):
        flags = None
    if not isinstance(flags, dict) or refusal_of_json(flags):
        logger.warning("flags_malformed", length=len(header))
        return None
    return flags
