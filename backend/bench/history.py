"""Invented history by the million, put into PostgreSQL by COPY.

Rows are as reports would have left them; `server.demo.volume` makes the same by the service that
takes in reports, at a hundredth of the speed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from server.demo.volume import load_history
from server.fleet.models import Backend
from server.jobs.models import Job, JobRequest
from server.projects.models import Workspace

JOBS_A_REQUEST = 20
_REQUESTS_A_BATCH = 5_000
_EVERY = timedelta(seconds=40)  # between two requests
_FAILS_EVERY = 5
_SHA = "0123456789abcdef0123456789abcdef01234567"


@dataclass(frozen=True, slots=True)
class _Places:
    """Where and by whom requests are asked for: keys of rows."""

    backends: list[int]
    workspaces: list[int]
    person: int


def copy_history(*, jobs: int, now: datetime) -> None:
    """Add so many jobs in finished requests of 20, each newer than those before, none after `now`.

    `now` moves on from call to call, or the rows of an earlier call would be the newer ones.
    """
    places, count = _places(now=now), jobs // JOBS_A_REQUEST
    first = _next_key(JobRequest)
    job_key = _next_key(Job)
    for start in range(0, count, _REQUESTS_A_BATCH):
        numbers = range(first + start, first + min(count, start + _REQUESTS_A_BATCH))
        asked = [
            _Asked(key=number, at=now - _EVERY * (first + count - number), first_job=job_key + at)
            for at, number in zip(
                range(start * JOBS_A_REQUEST, jobs, JOBS_A_REQUEST), numbers, strict=False
            )
        ]
        _copy("jobs_jobrequest", _REQUEST_COLUMNS, (each.request_row(places) for each in asked))
        _copy("jobs_jobrequestdetail", _REQUEST_DETAIL_COLUMNS, (each.detail() for each in asked))
        _copy("jobs_job", _JOB_COLUMNS, (row for each in asked for row in each.jobs(places)))
        _copy("jobs_jobdetail", _JOB_DETAIL_COLUMNS, (row for each in asked for row in each.wide()))
        _copy("jobs_jobattempt", _ATTEMPT_COLUMNS, (each.attempt() for each in asked))
        _copy("audit_auditevent", _EVENT_COLUMNS, (each.event() for each in asked))
    with connection.cursor() as cursor:
        for table in ("jobs_jobrequest", "jobs_job"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608
            )


_REQUEST_COLUMNS = (
    "id, identifier, backend_id, workspace_id, created_by_id, created_at, requested_actions,"
    " cancelled_actions, force_run_dependencies, will_notify, codelists_ok, sha, branch, status,"
    " status_message, strip, started_at, completed_at, updated_at, version"
)
_REQUEST_DETAIL_COLUMNS = "job_request_id, project_definition, commit_message, planned"
_JOB_COLUMNS = (
    "id, job_request_id, workspace_id, backend_id, identifier, action, status, status_code,"
    " created_at, updated_at, started_at, completed_at, received_at"
)
_JOB_DETAIL_COLUMNS = "job_id, run_command, status_message, trace_context, metrics"
_ATTEMPT_COLUMNS = (
    "job_id, status, status_code, status_message, metrics, created_at, updated_at, started_at,"
    " completed_at, replaced_at"
)
_EVENT_COLUMNS = (
    "at, actor_kind, actor, via, verb, target_type, target_id, target_name, subject, before, after,"
    " request_id, address"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request, of which one job was tried again; its rows as lines of COPY's text form."""

    key: int
    at: datetime
    first_job: int

    @property
    def _status(self) -> str:
        return "succeeded" if self.key % _FAILS_EVERY else "failed"

    @property
    def _ended_at(self) -> datetime:
        return self.at + timedelta(minutes=10)

    def _place(self, places: _Places) -> tuple[int, int]:
        workspace = places.workspaces[self.key % len(places.workspaces)]
        return workspace, places.backends[self.key % len(places.backends)]

    def request_row(self, places: _Places) -> str:
        workspace, backend = self._place(places)
        letters = "s" * (JOBS_A_REQUEST - 1) + self._status[0]
        message = "" if self._status == "succeeded" else "Failed due to job failure"
        return (
            f"{self.key}\t{_identifier('r', self.key)}\t{backend}\t{workspace}\t{places.person}\t"
            f'{self.at}\t["run_all"]\t[]\tf\tf\tt\t{_SHA}\tmain\t{self._status}\t'
            f"{message}\t{letters}\t{self.at}\t{self._ended_at}\t{self._ended_at}\t2\n"
        )

    def detail(self) -> str:
        return f"{self.key}\t\tInvented for measurements\t[]\n"

    def jobs(self, places: _Places) -> Iterator[str]:
        workspace, backend = self._place(places)
        times = f"{self.at}\t{self._ended_at}\t{self.at}\t{self._ended_at}\t{self._ended_at}"
        for number in range(JOBS_A_REQUEST):
            key = self.first_job + number
            status = self._status if number == JOBS_A_REQUEST - 1 else "succeeded"
            yield (
                f"{key}\t{self.key}\t{workspace}\t{backend}\t{_identifier('j', key)}\t"
                f"action_{number + 1}\t{status}\t{status}\t{times}\n"
            )

    def wide(self) -> Iterator[str]:
        for number in range(JOBS_A_REQUEST):
            yield (
                f"{self.first_job + number}\tpython:v2 python analysis/step_{number + 1}.py\t"
                'Completed successfully\t\\N\t{"cpu_peak": 180.2, "mem_mb_peak": 512}\n'
            )

    def attempt(self) -> str:
        """The earlier try of the first job."""
        times = f"\t{self.at}" * 5
        return (
            f"{self.first_job}\tfailed\tnonzero_exit\tJob exited with an error code 1\t"
            f'{{"cpu_peak": 180.2, "mem_mb_peak": 512}}{times}\n'
        )

    def event(self) -> str:
        """That it was asked for."""
        after = (
            f'{{"workspace": "volume-01", "backend": "tpp", "requested_actions": ["run_all"],'
            f' "sha": "{_SHA}"}}'
        )
        return (
            f"{self.at}\tperson\tvolume\t\tjob_request.created\tjob_request\t{self.key}\t"
            f"{_identifier('r', self.key)}\t\t{{}}\t{after}\t"
            f"{_identifier('q', self.key)}\t192.0.2.7\n"
        )


def _identifier(kind: str, number: int) -> str:
    """16 letters and digits whose beginnings differ, as those of random ones do."""
    return kind + f"{(number * 0x9E3779B97F4A7C15) % 16**15:015x}"


def _next_key(model: type[JobRequest] | type[Job]) -> int:
    newest = model._base_manager.order_by("-id").values_list("id", flat=True).first()
    return (newest or 0) + 1


def _places(*, now: datetime) -> _Places:
    if not Workspace.objects.filter(name__startswith="volume-").exists():
        load_history(job_requests=1, jobs=1, now=now)
    found = list(Workspace.objects.filter(name__startswith="volume-").order_by("name"))
    return _Places(
        backends=list(Backend.objects.order_by("slug").values_list("id", flat=True)),
        workspaces=[workspace.pk for workspace in found],
        person=found[0].created_by_id,
    )


def _copy(table: str, columns: str, lines: Iterable[str]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for line in lines:
            copy.write(line)
