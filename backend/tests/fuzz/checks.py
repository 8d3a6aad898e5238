"""What is asked of each answer: every check of schemathesis, and one of our own."""

from typing import Any

import schemathesis
from schemathesis.checks import CheckContext
from schemathesis.config import SchemathesisConfig

# A schema cannot say that a name must exist, that a cursor was made here or that a version is the
# newest, so a well-formed request may be refused by these; `a_refusal_says_what_is_wrong` holds
# such an answer to more than its status.
_REFUSED_BY_MEANING = ["400", "412", "422", "428"]

CONFIG = SchemathesisConfig.from_dict(
    {
        # Who calls is said by the run itself. NUL and half characters are no JSON text: RFC 8259.
        "generation": {"allow-x00": False, "codec": "utf-8", "with-security-parameters": False},
        "checks": {
            "positive_data_acceptance": {
                "expected-statuses": [
                    *["2xx", "3xx", "401", "403", "404", "409", "429", *_REFUSED_BY_MEANING]
                ]
            },
            # An old version is found out before the body is read.
            "negative_data_rejection": {
                "expected-statuses": ["400", "401", "403", "404", "409", "412", "422", "428", "429"]
            },
        },
    }
)

# What is not asked of /api/v2/, which is frozen, and the rule of its contract that forbids it.
EXCLUDED_FROM_V2 = {
    "negative_data_rejection": (
        "a page's limit or offset that makes no sense is taken for the default, a number for a text"
        " is turned into one, and unknown members are ignored (LI-21, JO-20)"
    ),
}


@schemathesis.check
def a_refusal_says_what_is_wrong(ctx: CheckContext, response: Any, case: Any) -> None:
    """A 400 of /api/v3/ names a problem, and where values are at fault, each of them."""
    if response.status_code != 400 or not case.path.startswith("/api/v3/"):
        return
    document = response.json()
    is_well_formed = case.meta is not None and case.meta.generation.mode.is_positive
    if document["type"] == "/problems/validation-failed":
        assert document["errors"], "no value is named"
        assert all(error["detail"] for error in document["errors"])
    else:
        assert not is_well_formed, f"{document['type']} for a well-formed request"
