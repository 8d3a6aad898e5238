"""What the server must hold of each request, worked out apart from it from the reports it got.

As runner_api says: a report is whole, and what it leaves out hides until it returns (3.3, D-7);
nothing final stays so against the runner's word (4.1, W-22); what is unfinished is listed (3.1,
Appendix A); a late, older report changes nothing (W-33, JO-34), for a minute at least, after which
it may be a clock that was set back (docs/explanation/reports.md).

After a death nobody knows whether the report was taken. Then both are possible, as a whole, until
somebody looks.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from tests.simulation.runner import FINAL, Job

_ON_THE_WIRE = timedelta(seconds=60)
_SAME = ("action", "status", "status_code", "status_message", "started_at", "updated_at")


@dataclass(frozen=True, slots=True)
class _Held:
    """A job as a report had it that came in at `taken_at`."""

    job: Job
    taken_at: datetime
    is_hidden: bool = False


_Jobs = Mapping[str, _Held]  # by identifier
_Content = Mapping[str, _Jobs]  # by request


@dataclass
class Record:
    """`possible` is everything that the server may hold."""

    possible: list[_Content] = field(default_factory=lambda: [{}])

    def take(self, jobs: Iterable[Job], *, known: Collection[str], now: datetime) -> None:
        """The server answered that it took this report; requests that are not `known` it skips."""
        parts = _by_request(jobs, known=known)
        self.possible = _distinct(_after(content, parts, now=now) for content in self.possible)

    def may_take(self, jobs: Iterable[Job], *, known: Collection[str], now: datetime) -> None:
        """The server died over this report."""
        parts = _by_request(jobs, known=known)
        taken = [_after(content, parts, now=now) for content in self.possible]
        self.possible = _distinct([*self.possible, *taken])

    def is_overtaken(self, jobs: Iterable[Job], *, known: Collection[str], now: datetime) -> bool:
        """Whether some of this report, coming now, says what is older than what is held."""
        return any(
            _is_overtaken(part, content.get(name, {}), now=now)
            for name, part in _by_request(jobs, known=known).items()
            for content in self.possible
        )

    def see(self, identifier: str, jobs: Iterable[Job]) -> bool:
        """Whether the server may show these jobs; what contradicts them is ruled out."""
        shown = facts(jobs)
        self.possible = [each for each in self.possible if facts(_seen(each, identifier)) == shown]
        return bool(self.possible)

    def has(self, job: Job) -> bool:
        """Whether the server may hold the job as it is."""
        name, identifier = job["job_request_id"], job["identifier"]
        return any(
            held.job == job
            for content in self.possible
            if (held := content.get(name, {}).get(identifier))
        )

    def is_over(self, identifier: str) -> bool | None:
        """Whether the request has only ended jobs; None where it has none, or nobody knows."""
        found = {_is_over(_seen(content, identifier)) for content in self.possible}
        return found.pop() if len(found) == 1 else None

    def ends(self, identifier: str) -> set[str]:
        """When the last of its jobs may have ended, where all have."""
        seen = (_seen(content, identifier) for content in self.possible)
        return {max(job["completed_at"] for job in jobs) for jobs in seen if _is_over(jobs)}

    def detail(self, identifier: str) -> str:
        return "\nor ".join(str(facts(_seen(content, identifier))) for content in self.possible)


def facts(jobs: Iterable[Job]) -> dict[str, dict[str, Any]]:
    """Action → what a person is shown of it as the runner said it."""
    return {job["action"]: {name: job[name] for name in _SAME} for job in jobs}


def _seen(content: _Content, identifier: str) -> list[Job]:
    return [held.job for held in content.get(identifier, {}).values() if not held.is_hidden]


def _is_over(jobs: Collection[Job]) -> bool | None:
    return all(job["status"] in FINAL for job in jobs) if jobs else None


def _by_request(jobs: Iterable[Job], *, known: Collection[str]) -> dict[str, list[Job]]:
    parts: dict[str, list[Job]] = {}
    for job in jobs:
        if job["job_request_id"] in known:
            parts.setdefault(job["job_request_id"], []).append(job)
    return parts


def _after(content: _Content, parts: Mapping[str, list[Job]], *, now: datetime) -> _Content:
    return {
        **content,
        **{name: _replaced(content.get(name, {}), part, now=now) for name, part in parts.items()},
    }


def _replaced(held: _Jobs, report: list[Job], *, now: datetime) -> _Jobs:
    if _is_overtaken(report, held, now=now):
        return held
    jobs = {identifier: replace(each, is_hidden=True) for identifier, each in held.items()}
    for job in report:
        before = held.get(job["identifier"])
        is_same = before and not before.is_hidden and before.job == job
        jobs[job["identifier"]] = before if is_same else _Held(job, now)
    return jobs


def _is_overtaken(report: list[Job], held: _Jobs, *, now: datetime) -> bool:
    return any(
        now - before.taken_at <= _ON_THE_WIRE
        and min(_said_at(job), now) < min(_said_at(before.job), before.taken_at)
        for job in report
        if (before := held.get(job["identifier"]))
    )


def _said_at(job: Job) -> datetime:
    return datetime.fromisoformat(job["updated_at"])


def _distinct(contents: Iterable[_Content]) -> list[_Content]:
    found: list[_Content] = []
    for content in contents:
        if content not in found:
            found.append(content)
    return found
