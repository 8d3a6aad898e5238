"""What is handed on as it was made has the members that the schema says, no more and no less."""

import jsonschema
import pytest
import yaml

from server.jobs.statuses import JobRequestStatus
from tests.api import Api
from tests.conftest import ROOT
from tests.recipes import MINUTE, NOON, make_job, make_job_request

ADDRESSES = {
    "job-requests": "job-requests",
    "job-requests/{identifier}": "job-requests/{asked.identifier}",
    "job-requests/{identifier}/comparison": "job-requests/{asked.identifier}/comparison",
    "job-requests/{identifier}/jobs/{job}": "job-requests/{asked.identifier}/jobs/a",
    "jobs/{identifier}": "jobs/aaaa",
    "workspaces/{name}/job-requests": "workspaces/w1/job-requests",
    "workspaces/{name}/statuses": "workspaces/w1/statuses",
}


@pytest.fixture(scope="module")
def schema():
    """The committed schema, in which no object has a member that it does not name."""
    schema = yaml.safe_load((ROOT / "openapi.yaml").read_text())
    for shape in schema["components"]["schemas"].values():
        if "properties" in shape:
            shape["additionalProperties"] = False
    return schema


@pytest.fixture
def asked(tpp, w1, ada):
    """One that failed, was to be stopped, and came after another with the same action."""
    for identifier, sha in [("aaaa", "a" * 40), ("a", "b" * 40)]:
        made = make_job_request(
            backend=tpp,
            workspace=w1,
            created_by=ada,
            sha=sha,
            status=JobRequestStatus.FAILED,
            strip="f",
            planned=[{"action": "fit", "decision": "chosen", "because": "", "needs": []}],
            cancel_requested_at=NOON,
            cancel_requested_by=ada,
        )
        job = make_job(
            made,
            action="fit",
            identifier=identifier,
            status="failed",
            status_code="nonzero_exit",
            started_at=NOON,
            completed_at=NOON + MINUTE,
            metrics={"cpu_peak": 180.2},
        )
        job.attempts.create(
            status="failed",
            status_code="job_error",
            status_message="",
            created_at=NOON,
            replaced_at=NOON + MINUTE,
        )
    return made


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_answer_has_the_members_that_the_schema_says(schema, asked, ada, path):
    responses = schema["paths"][f"/api/v3/{path}"]["get"]["responses"]
    shape = responses["200"]["content"]["application/json"]["schema"]

    answer = Api(ada).get(ADDRESSES[path].format(asked=asked)).json()

    jsonschema.Draft202012Validator(schema | shape).validate(answer)
