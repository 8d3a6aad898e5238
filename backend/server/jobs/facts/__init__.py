"""What pages and scripts are told of requests, jobs and pipelines, worked out from loaded rows.

Serializers give the JSON its form; here is what it says. Nothing here writes.
"""

from server.jobs.facts.comparison import comparison_facts
from server.jobs.facts.pipelines import newest_by_action, pipeline_facts, plan_facts
from server.jobs.facts.rows import failures_facts, row_facts, rows_facts
from server.jobs.facts.whole import job_facts, request_facts

__all__ = [
    "comparison_facts",
    "failures_facts",
    "job_facts",
    "newest_by_action",
    "pipeline_facts",
    "plan_facts",
    "request_facts",
    "row_facts",
    "rows_facts",
]
