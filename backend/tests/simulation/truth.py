"""What must hold, whatever happened: written from the contract, not from the code.

`Known` is what people and runners have been told by the server and may rely on.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

from django.core import mail

from tests.simulation.record import Record, facts
from tests.simulation.runner import FINAL, Endings, Job, status_of

_TIMEOUT = timedelta(minutes=5)  # after which a backend counts as silent
_NOTED_EVERY = timedelta(seconds=15)
_OVER = (*FINAL, "cancelled")
_SUBJECT = re.compile(r"(\w+): \[os \w+\] (\w+)")
_RUN_LINK = re.compile(r"^\S+/requests/(\w+)$", re.MULTILINE)
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
        stopped: Requests of which a cancel was ever taken.
        stopped_unfetched: Requests cancelled as a whole before the server knew of a job.
        said: What runners said of jobs, sent or not: (request, action, status, code, message).
        bodies: What was answered under a tag of the poll.
        ended: Endings that were shown to a person.
        heard_at: When a runner's call last succeeded.
        record: What the server must hold by the reports that it took.
        ends: Of each request, when it was over, as often as it may have been.
        is_permitted: Whether the study may use the records of who opted out.
    """

    cancelled: dict[str, set[str]] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    stopped_unfetched: set[str] = field(default_factory=set)
    said: set[tuple[str, ...]] = field(default_factory=set)
    bodies: dict[str, bytes] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    heard_at: datetime | None = None
    record: Record = field(default_factory=Record)
    ends: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    is_permitted: bool = False

    def back_to(self, backup: Self) -> Self:
        """After a restore of that time people know less; runners and mailboxes know as much."""
        backup.said, backup.bodies, backup.ends = self.said, self.bodies, self.ends
        backup.stopped = self.stopped
        return backup

    def note_taken(self, jobs: Sequence[Job], *, now: datetime) -> None:
        self.record.take(jobs, known=self.cancelled, now=now)
        self._note_ends(jobs)

    def note_maybe_taken(self, jobs: Sequence[Job], *, now: datetime) -> None:
        self.record.may_take(jobs, known=self.cancelled, now=now)
        self._note_ends(jobs)

    def is_overtaken(self, jobs: Iterable[Job], *, now: datetime) -> bool:
        return self.record.is_overtaken(jobs, known=self.cancelled, now=now)

    def _note_ends(self, jobs: Iterable[Job]) -> None:
        for name in {job["job_request_id"] for job in jobs}:
            self.ends[name] |= self.record.ends(name)

    def note_said(self, jobs: Iterable[Job]) -> None:
        self.said.update(
            (
                job["job_request_id"],
                *(job[name] for name in ("action", "status", "status_code", "status_message")),
            )
            for job in jobs
        )

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
            is_told = request["database_name"] == "include_t1oo"
            hold("a runner is told whose data it may use", is_told == self.is_permitted, request)
        listed = {request["identifier"] for request in requests}
        for identifier in self.cancelled:
            match self.record.is_over(identifier):
                case False:
                    hold("what is unfinished is listed", identifier in listed, identifier)
                case True:
                    hold("what is over is not listed", identifier not in listed, identifier)


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
        return facts(self.jobs) == facts(jobs)

    def superseded(self, endings: Endings, *, known: Known) -> Iterator[tuple[str, str]]:
        """Jobs with the words of each ending that was shown and is theirs no more."""
        jobs = {job["action"]: job for job in self.jobs}
        for words in known.ended:
            ending = endings.by_words[words]
            job = jobs.get(ending.action) if ending.job_request == self.identifier else None
            if job and job["status_message"] != words:
                yield job["identifier"], words

    def check_agrees(self, jobs: Iterable[Job]) -> None:
        detail = f"{facts(self.jobs)}\nis not\n{facts(jobs)}"
        hold("server and runner agree", self.agrees(jobs), detail)


def check_shown(shown: Shown, *, known: Known, now: datetime) -> None:
    """What was told is shown, nothing that nobody said is, and the unfinished has a reason."""
    told = known.record.detail(shown.identifier)
    is_told = known.record.see(shown.identifier, shown.jobs)
    hold("what is shown is what was told", is_told, f"{facts(shown.jobs)}\nis not\n{told}")
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


def check_stopped(jobs: Iterable[Job]) -> None:
    """A runner that was shown the cancel of a whole request stops every job of it."""
    going_on = [job for job in jobs if job["status"] not in FINAL]
    hold("what was cancelled before it was fetched is stopped", not going_on, going_on)


def _check_silence(job: dict[str, Any], *, known: Known, now: datetime) -> None:
    if known.heard_at is None or now - known.heard_at <= _TIMEOUT:
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


def check_run_notices(
    notices: Iterable[dict[str, Any]], *, known: Known, shown: Mapping[str, Shown]
) -> None:
    """Each run that is over is told of, by line and by mail, and no oftener than it was over."""
    lines = Counter(each["path"] for each in notices if each["kind"] == "run_finished")
    mails = defaultdict(set)
    for message in mail.outbox:
        if found := _RUN_LINK.search(message.body):
            mails[found[1]].add(message.extra_headers["Message-ID"])
    for name, each in shown.items():
        most = len(known.ends[name]) + (name in known.stopped)
        for told in (lines[f"/requests/{name}"], len(mails[name])):
            hold("no run is announced oftener than it was over", told <= most, f"{told} {each}")
            hold("no run's end goes unannounced", told or not each.is_over, each)
