"""Plays a runner, for the cases that judge a server; each begins with requests of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from conformance import jobs
from conformance.calls import Answer, Caller, People
from conformance.report import Case, Judged, LeftOut, Surprise, judge


@dataclass
class Request:
    """A request that was asked for, and the jobs that its runner reports."""

    identifier: str
    actions: Sequence[str]

    def job(self, action: str, **fields: Any) -> dict[str, Any]:
        """A waiting job of it."""
        return self._of(jobs.job, action, fields)

    def running(self, action: str, **fields: Any) -> dict[str, Any]:
        """A job that runs."""
        started = {"status": "running", "started_at": "2026-03-04T10:20:40Z"}
        return self._of(jobs.job, action, started | fields)

    def succeeded(self, action: str, **fields: Any) -> dict[str, Any]:
        """A job that ended well."""
        return self._of(jobs.succeeded, action, fields)

    def failed(self, action: str, **fields: Any) -> dict[str, Any]:
        """A job that ended badly."""
        return self._of(jobs.failed, action, fields)

    def _of(self, make: Any, action: str, fields: dict[str, Any]) -> dict[str, Any]:
        own = {"job_request_id": self.identifier, "action": action}
        identifier = fields.pop("identifier", f"{action}-{self.identifier}")
        return dict(make(identifier, **own | fields))


@dataclass
class Subject:
    """The server that is judged: its backend's runner `ta`, perhaps another's `tb`, and nobody."""

    url: str
    ta: Caller
    backend: str
    actions: Sequence[str]
    tb: Caller | None = None
    people_there: People | None = None
    nobody: Caller = field(init=False)
    _asked: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.nobody = Caller(self.url)

    def waiting(self) -> int:
        """How many requests are listed before the first case; 0 where that cannot be read."""
        try:
            return sum(len(self.listed(by=by)) for by in (self.ta, self.tb) if by)
        except (Surprise, OSError, ValueError, KeyError, TypeError):  # the cases say what is wrong
            return 0

    @property
    def people(self) -> People:
        """Those who ask and cancel."""
        if self.people_there is None:
            raise LeftOut("nobody is there who asks for runs: give --workspace and USER_TOKEN")
        return self.people_there

    @property
    def other(self) -> Caller:
        """The runner of another backend."""
        if self.tb is None:
            raise LeftOut("needs another backend: give OTHER_RUNNER_TOKEN")
        return self.tb

    def ask(self, *actions: str) -> Request:
        """A new request for these actions, or for the first one."""
        wanted = actions or self.actions[:1]
        request = Request(self.people.ask(*wanted), wanted)
        self._asked.append(request)
        return request

    def two_actions(self) -> tuple[str, str]:
        """Two actions that a request may ask for."""
        if len(self.actions) < 2:
            raise LeftOut("needs a workspace with two actions: name them by --actions")
        return self.actions[0], self.actions[1]

    def listed(self, query: str = "", *, by: Caller | None = None) -> list[dict[str, Any]]:
        """What is listed; the answer has to be a 200."""
        answer = (by or self.ta).get(f"job-requests/{query}")
        return list(must(answer, 200).json()["results"])

    def item(self, request: Request) -> dict[str, Any]:
        """The request as it is listed."""
        found = [each for each in self.listed() if each["identifier"] == request.identifier]
        if len(found) != 1:
            raise Surprise(f"it is listed {len(found)} times")
        return found[0]

    def must_be_listed(self, request: Request) -> None:
        """The runner still has to be shown it."""
        true(self._is_listed(request), "it is not listed")

    def must_not_be_listed(self, request: Request) -> None:
        """The runner may not be shown it any more."""
        true(not self._is_listed(request), "it is listed")

    def push(self, *reported: Any) -> Answer:
        """A report that has to be taken."""
        return must(self.ta.push(*reported), 200)

    def seen(self, request: Request) -> dict[str, dict[str, Any]]:
        """The jobs that people see, by action."""
        return {job["action"]: job for job in self.people.see(request.identifier)["jobs"]}

    def status(self, request: Request) -> str:
        """The status of the request that people see."""
        return str(self.people.see(request.identifier)["status"])

    def _is_listed(self, request: Request) -> bool:
        return request.identifier in {each["identifier"] for each in self.listed()}

    @contextmanager
    def afterwards_ended(self) -> Iterator[None]:
        """Whatever is asked for inside is reported as done, so that no case meets another's."""
        try:
            yield
        finally:
            while self._asked:
                request = self._asked.pop()
                later = "2026-03-04T12:00:00Z"  # or it would be taken for an overtaken report
                ended = (request.succeeded(each, updated_at=later) for each in request.actions)
                self.ta.push(*ended)


def judge_server(subject: Subject, cases: Sequence[Case[Subject]]) -> Iterator[Judged]:
    """Try each case."""
    for case in cases:
        with subject.afterwards_ended():
            yield judge(case, subject)


def must(answer: Answer, status: int, *, detail: str = "") -> Answer:
    """The answer, which has to have this status and, if it is given, this `detail`."""
    if answer.status != status:
        raise Surprise(str(answer))
    if detail and answer.json().get("detail") != detail:
        raise Surprise(str(answer))
    return answer


def equal(came: Any, expected: Any) -> None:
    """Nothing else may have come."""
    if came != expected:
        raise Surprise(f"{came!r}, not {expected!r}")


def true(holds: bool, came: Any) -> None:  # noqa: FBT001  reads as a sentence
    """It has to hold; `came` is said where it does not."""
    if not holds:
        raise Surprise(str(came))
