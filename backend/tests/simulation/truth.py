"""What must hold, whatever happened: written from the contract, not from the code.

`Known` is what people and runners have been told by the server and may rely on.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

from django.core import mail

from tests.simulation.runner import FINAL, Endings, Job, status_of

_TIMEOUT = timedelta(minutes=5)  # after which a backend counts as silent
_ON_THE_WIRE = timedelta(seconds=60)
_NOTED_EVERY = timedelta(seconds=15)
_OVER = (*FINAL, "cancelled")
_SAME = ("action", "status", "status_code", "status_message", "started_at", "updated_at")
_SUBJECT = re.compile(r"(\w+): \[os \w+\] (\w+)")
_WORDS = re.compile(r"^Message: (.*)$", re.MULTILINE)


class Violation(Exception):
    """A sentence that should be true and was not."""


def hold(sentence: str, is_true: Any, detail: object = "") -> None:
    if not is_true:
        raise Violation(f"Violated: {sentence}. {detail}")


@dataclass
class Known:
    """What the server has said.

    Attributes:
        cancelled: Every request that a person was told of, and its actions whose cancel was taken.
        said: What runners said of jobs, sent or not: (request, action, status, code, message).
        bodies: What was answered under a tag of the poll.
        ended: Endings that were shown to a person.
        heard_at: When a runner's call last succeeded.
        taken: Of each job by identifier, its newest `updated_at` that was taken, and when.
    """

    cancelled: dict[str, set[str]] = field(default_factory=dict)
    said: set[tuple[str, ...]] = field(default_factory=set)
    bodies: dict[str, bytes] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    heard_at: datetime | None = None
    taken: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def back_to(self, backup: Self) -> Self:
        """After a restore of that time people know less; runners and mailboxes know as much."""
        backup.said, backup.bodies = self.said, self.bodies
        return backup

    def note_said(self, jobs: Iterable[Job]) -> None:
        self.said.update(
            (
                job["job_request_id"],
                *(job[name] for name in ("action", "status", "status_code", "status_message")),
            )
            for job in jobs
        )

    def note_taken(self, jobs: Iterable[Job], *, now: datetime) -> None:
        """Only what every rule takes: newer than before, and by a clock that is not ahead."""
        for job in jobs:
            before, _ = self.taken.get(job["identifier"], ("", now))
            if before < job["updated_at"] <= f"{now:%Y-%m-%dT%H:%M:%SZ}":
                self.taken[job["identifier"]] = (job["updated_at"], now)

    def overtaken(self, jobs: Iterable[Job], *, now: datetime) -> set[str]:
        """Requests of which these jobs are older than what came in within the last minute."""
        found = set()
        for job in jobs:
            newest, taken_at = self.taken.get(job["identifier"], ("", now))
            is_fresh = now - taken_at <= _ON_THE_WIRE
            if job["updated_at"] < newest and is_fresh and job["job_request_id"] in self.cancelled:
                found.add(job["job_request_id"])
        return found

    def check_tag(self, tag: str, body: bytes) -> None:
        before = self.bodies.setdefault(tag, body)
        hold("one tag stands for one list", before == body, f"{tag}\n{before!r}\n{body!r}")

    def check_listed(self, requests: Collection[dict[str, Any]]) -> None:
        for request in requests:
            identifier = request["identifier"]
            hold("what is asked for once is there once", identifier in self.cancelled, request)
            hold(
                "a runner is told of every cancel",
                self.cancelled[identifier] <= set(request["cancelled_actions"]),
                f"{self.cancelled[identifier]} {request}",
            )


@dataclass(frozen=True, slots=True)
class Shown:
    """A request as a person sees it."""

    identifier: str
    status: str
    reason: dict[str, Any] | None
    jobs: list[dict[str, Any]]

    @classmethod
    def of(cls, facts: dict[str, Any]) -> Self:
        return cls(*(facts[name] for name in cls.__slots__))

    @property
    def is_over(self) -> bool:
        return self.status in _OVER and all(job["status"] in FINAL for job in self.jobs)

    def agrees(self, jobs: Iterable[Job]) -> bool:
        return _facts(self.jobs) == _facts(jobs)

    def superseded(self, endings: Endings, *, known: Known) -> Iterator[tuple[str, str]]:
        """Jobs with the words of each ending that was shown and is theirs no more."""
        jobs = {job["action"]: job for job in self.jobs}
        for words in known.ended:
            ending = endings.by_words[words]
            job = jobs.get(ending.action) if ending.job_request == self.identifier else None
            if job and job["status_message"] != words:
                yield job["identifier"], words

    def check_agrees(self, jobs: Iterable[Job]) -> None:
        detail = f"{_facts(self.jobs)}\nis not\n{_facts(jobs)}"
        hold("server and runner agree", self.agrees(jobs), detail)


def _facts(jobs: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {job["action"]: {name: job[name] for name in _SAME} for job in jobs}


def check_shown(shown: Shown, *, known: Known, now: datetime) -> None:
    """Nothing is shown that nobody said, and nothing unfinished without a reason."""
    for job in shown.jobs:
        said = (job["action"], job["status"], job["status_code"], job["status_message"])
        hold("a job is as a runner said", (shown.identifier, *said) in known.said, said)
        if job["status"] in FINAL:
            known.ended.add(job["status_message"])
            continue
        hold("what is unfinished says why", job["reason"], job)
        _check_silence(job, known=known, now=now)
    statuses = {job["status"] for job in shown.jobs}
    if statuses:
        hold("a request is as its jobs are", shown.status == status_of(statuses), shown)
    else:
        may_end = shown.status == "cancelled" and known.cancelled[shown.identifier]
        hold("without jobs a request waits", shown.status == "pending" or may_end, shown)
    hold("what is unfinished says why", shown.reason or shown.status == "succeeded", shown)


def _check_silence(job: dict[str, Any], *, known: Known, now: datetime) -> None:
    if known.heard_at is None or now - known.heard_at <= _TIMEOUT:
        return
    if job["is_cancel_requested"]:
        return
    reason = job["reason"]
    hold("a silent backend's jobs say so", reason["code"] == "no_contact", f"{reason} {job}")
    off = known.heard_at - datetime.fromisoformat(reason["since"])
    hold("and since when", timedelta(0) <= off <= _NOTED_EVERY, f"{off} {reason}")


def check_notices(endings: Endings, *, known: Known, jobs: Iterable[Job]) -> None:
    """Each ending that counted is told of once, and nothing else is."""
    told = defaultdict(set)
    for message in (each for each in mail.outbox if each.body.startswith("Action: ")):
        status, action = _SUBJECT.match(message.subject).groups()
        words = _WORDS.search(message.body)[1]
        ending = endings.by_words.get(words)
        hold("a notice is of an ending that was", ending, message.body)
        hold("and says what it was", (ending.status, ending.action) == (status, action), ending)
        told[words].add(message.extra_headers["Message-ID"])
    for words, keys in told.items():
        hold("nothing is announced twice", len(keys) == 1, f"{words} {keys}")
    due = known.ended | {job["status_message"] for job in jobs}
    hold("nothing goes unannounced", due <= told.keys(), due - told.keys())
