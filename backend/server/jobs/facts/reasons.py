"""A reason as answers have it."""

from typing import Any

from server.jobs.reasons import Reason


def reason_facts(reason: Reason | None) -> dict[str, Any] | None:
    """As `ReasonOut` has it; None where there is none."""
    if reason is None:
        return None
    about = reason.about
    return {
        "code": reason.code,
        "text": reason.text,
        "what_next": reason.what_next,
        "who_can_act": reason.who_can_act,
        "about": {"kind": about.kind, "names": about.names, "line": about.line},
        "since": reason.since,
        "until": reason.until,
        "heard_at": reason.heard_at,
        "requests_before": reason.requests_before,
    }
