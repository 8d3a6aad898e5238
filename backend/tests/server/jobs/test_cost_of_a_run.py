"""What a run leaves on the disk for ever: asked for, reported, tried again and stopped."""

import re
import sys
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import OperationalError, connection

from server.audit.models import AuditEvent
from server.core.ids import new_identifier
from server.jobs.models import Job, JobAttempt, JobRequest
from server.jobs.statuses import RequestDisplayStatus as DisplayStatus
from tests import recipes
from tests.api import Api
from tests.contract.runner.wire import Runner, failed, job, succeeded
from tests.server.core.test_growth import THE_RECORD

TABLES = [apps.get_model(label)._meta.db_table for label in sorted(THE_RECORD)]
RUNS, TIMES = 20, 50
JOBS, TRIED_AGAIN, STOPPED = 10, 8, 9  # of each run; two of the jobs
# Bytes a run as measured here; of SQLite, what lies in the pages alone.
KNOWN = {
    "postgresql": {
        "audit_auditevent": 1720,
        "jobs_job": 5014,
        "jobs_jobattempt": 508,
        "jobs_jobdetail": 4899,
        "jobs_jobrequest": 958,
        "jobs_jobrequestdetail": 2138,
    },
    "sqlite": {
        "audit_auditevent": 1092,
        "jobs_job": 3032,
        "jobs_jobattempt": 340,
        "jobs_jobdetail": 3626,
        "jobs_jobrequest": 466,
        "jobs_jobrequestdetail": 4021,
    },
}
STEP = """\
  estimate_rates_{0:02}:
    run: >
      python:v2 python analysis/estimate_rates.py --input output/cohort_{0:02}.csv.gz
      --population adults --output output/rates_{0:02}.csv
    outputs:
      moderately_sensitive:
        rates: output/rates_{0:02}.csv
"""


@dataclass
class Person:
    """Who asks for runs, and the runner that takes them on."""

    api: Api
    runner: Runner

    def runs(self, count: int) -> None:
        """So many runs, all at once: each of ten jobs, one tried again, one stopped by a person."""
        asked = [self._ask() for _ in range(count)]
        jobs = [_Job(run, number) for run in asked for number in range(JOBS)]
        self._report(each.as_waiting() for each in jobs)
        self._report(each.as_running() for each in jobs)
        for run in asked:
            body = {"actions": [_action(STOPPED)]}
            assert self.api.post(f"job-requests/{run}/cancel", body).status_code == 200
        self._report(each.as_ended() for each in jobs)
        self._report(each.as_tried_again() for each in jobs)

    def _ask(self) -> str:
        body = {"backend": "tpp", "actions": ["run_all"]}
        answer = self.api.post("workspaces/w1/job-requests", body)
        assert answer.status_code == 201, answer.content
        return str(answer.json()["identifier"])

    def _report(self, jobs) -> None:
        assert self.runner.push(*jobs).status_code == 200


class _Job:
    """One job of a run, with the texts that runners send."""

    def __init__(self, run: str, number: int) -> None:
        self.number = number
        self.same = {
            "identifier": new_identifier(),
            "job_request_id": run,
            "action": _action(number),
            "run_command": (
                "python:v2 python analysis/estimate_rates.py --population adults"
                f" --input output/cohort_{number:02}.csv.gz --output output/rates_{number:02}.csv"
            ),
            "trace_context": {"traceparent": f"00-{new_identifier() * 2}-{new_identifier()}-01"},
        }
        self.measured = {
            "metrics": {
                f"{what}_{how}": 118.0 + number
                for what in ("cpu", "mem_mb")
                for how in ("sample", "peak", "mean")
            }
        }

    def as_waiting(self):
        return job(**self.same)

    def as_running(self):
        return job(
            **self.same,
            status="running",
            status_code="executing",
            status_message="Executing job on the backend",
            started_at="2026-03-04T10:20:40Z",
        )

    def as_ended(self):
        if self.number == TRIED_AGAIN:
            message = "Job exited with an error code 1: Something went wrong with the database."
            return failed(**self.same, **self.measured, status_message=message)
        if self.number == STOPPED:
            return failed(
                **self.same,
                **self.measured,
                status_code="cancelled_by_user",
                status_message="Cancelled by user",
            )
        return succeeded(**self.same, **self.measured)

    def as_tried_again(self):
        if self.number != TRIED_AGAIN:
            return self.as_ended()
        times = {"started_at": "2026-03-04T10:30:00Z", "completed_at": "2026-03-04T10:31:00Z"}
        return succeeded(**self.same, **self.measured, **times, updated_at="2026-03-04T10:31:00Z")


@pytest.fixture
def person(study, tpp, w1, ada):
    study.push("version: '4'\nactions:\n" + "".join(map(STEP.format, range(JOBS))))
    return Person(Api(ada), Runner(recipes.make_backend_token(tpp)))


def test_a_run_leaves_on_the_disk_what_it_left_before(person, capsys):
    person.runs(RUNS)

    costs = {table: size / RUNS for table, size in sizes().items()}

    assert Job.objects.count() == RUNS * JOBS
    assert JobAttempt.objects.count() == RUNS
    assert AuditEvent.objects.filter(target_type="job_request").count() == 2 * RUNS
    assert {run.display_status for run in JobRequest.objects.all()} == {DisplayStatus.CANCELLED}
    lines = [f"{size:>8,.0f} bytes a run in {table}\n" for table, size in costs.items()]
    with capsys.disabled():
        sys.stdout.writelines(["\n", *lines, f"{sum(costs.values()):>8,.0f} in all\n"])
    assert costs == {
        table: pytest.approx(size, rel=1 / 4) for table, size in KNOWN[connection.vendor].items()
    }


def sizes():
    """Bytes of each table of the record with its indexes, without versions that rows had before."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return {table: _size_among_many(table, cursor) / TIMES for table in TABLES}
        try:
            cursor.execute(
                "SELECT tbl_name, sum(payload) FROM dbstat JOIN sqlite_schema USING (name)"
                " GROUP BY tbl_name"
            )
        except OperationalError:
            pytest.skip("this SQLite tells no sizes")
        found = dict(cursor.fetchall())
        return {table: found[table] for table in TABLES}


def _size_among_many(table, cursor):
    """Bytes of the rows so many times over, or what a page has free would weigh more than they."""
    cursor.execute(f"CREATE TEMP TABLE of_rows (LIKE {table})")
    cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [table])
    for number, (definition,) in enumerate(cursor.fetchall()):
        name = f"of_rows_{number}"
        ours = f"CREATE INDEX {name} ON of_rows"
        cursor.execute(re.sub(r"^CREATE (UNIQUE )?INDEX \S+ ON \S+", ours, definition))
        # The copies of a row are rows of their own for an index too.
        cursor.execute(f"ALTER INDEX {name} SET (deduplicate_items = off)")
    cursor.execute(
        f"INSERT INTO of_rows SELECT row.* FROM {table} row, generate_series(1, {TIMES})"
    )
    cursor.execute("SELECT pg_total_relation_size('of_rows')")
    (size,) = cursor.fetchone()
    cursor.execute("DROP TABLE of_rows")
    return size


def _action(number: int) -> str:
    return f"estimate_rates_{number:02}"
