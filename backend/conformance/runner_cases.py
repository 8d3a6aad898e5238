"""The cases that a runner is judged by, in the order in which they are tried.

RU-1 to RU-16 are this kit's numbers; each says what the contract asks of a runner. One runner
lives through all of them, so a case may find the requests of those before it.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from conformance.as_runner import equal, true
from conformance.as_server import BACKEND, TOKEN, Server
from conformance.report import Case, Judged, LeftOut, Surprise, judge
from conformance.study import FIRST, REPO, SECOND, THIRD, Study

CASES: list[Case["Watch"]] = []
_ENDS = ("succeeded", "failed")
_TEXTS = ("job_request_id", "identifier", "action", "status", "status_message", "created_at")
_TIMES = ("created_at", "updated_at", "started_at", "completed_at")


@dataclass
class Watch:
    """The server that is played, the study, how the runner ended, and how long it is waited for.

    `exit_code` answers None while the runner runs.
    """

    server: Server
    study: Study
    patience_s: float
    exit_code: Callable[[], int | None]
    first: dict[str, Any] = field(init=False)
    second: dict[str, Any] = field(init=False)
    third: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.first = listed("aaaaaaaaaaaaaaaa", [SECOND], sha=self.study.good)
        actions = [SECOND, THIRD]
        self.second = listed("bbbbbbbbbbbbbbbb", actions, sha=self.study.good, workspace="second")
        self.third = listed("cccccccccccccccc", [FIRST], sha=self.study.broken, workspace="third")

    def jobs(self, request: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Action → its newest job."""
        return self.server.newest(request["identifier"])

    def wait(self, holds: Callable[[], bool], came: Callable[[], Any]) -> None:
        """It has to hold in time; `came` is said where it does not, or that the runner ended."""
        self.server.wait(lambda: holds() or self.exit_code() is not None, within_s=self.patience_s)
        if holds():
            return
        if (code := self.exit_code()) is not None:
            raise Surprise(f"the runner ended with exit code {code}")
        raise Surprise(f"after {self.patience_s:.0f} s: {came()}")

    def wait_for_end(self, request: dict[str, Any]) -> None:
        """All jobs of the request have to end in time."""
        self.wait(lambda: has_ended(self.jobs(request)), lambda: short(self.jobs(request)))

    def wait_for_polls(self, number: int, *, since: int) -> None:
        """The runner has to ask so often in time."""
        server = self.server
        self.wait(
            lambda: len(server.polls(since=since)) >= number,
            lambda: f"{len(server.polls(since=since))} calls of job-requests/",
        )

    def every_job(self) -> list[dict[str, Any]]:
        """Every job of every report."""
        jobs = [job for call in self.server.reports(taken=False) for job in call.jobs]
        if not jobs:
            raise LeftOut("nothing was ever reported")
        return jobs


def judge_runner(watch: Watch) -> Iterator[Judged]:
    """Try each case, one after the other."""
    for case in CASES:
        yield judge(case, watch)


def listed(
    identifier: str, actions: list[str], *, sha: str, workspace: str = "first"
) -> dict[str, Any]:
    """A request as the server lists it, with a key that no runner knows yet."""
    return {
        "identifier": identifier,
        "backend": BACKEND,
        "sha": sha,
        "requested_actions": actions,
        "cancelled_actions": [],
        "force_run_dependencies": False,
        "codelists_ok": True,
        "database_name": "default",
        "created_by": "ada",
        "created_at": "2026-03-04T10:20:30.123456Z",
        "project": "conformance",
        "orgs": ["example-university", "another-one"],
        "workspace": {
            "name": f"conformance-{workspace}",
            "repo": REPO,
            "branch": "main",
            "db": "full",
            "created_by": "ada",
            "created_at": "2026-01-02T09:00:00Z",
        },
        "of_another_year": {"unknown": True},
    }


def has_ended(jobs: dict[str, dict[str, Any]]) -> bool:
    """Whether there are jobs and all of them have ended."""
    return bool(jobs) and all(job.get("status") in _ENDS for job in jobs.values())


def short(jobs: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Action → status and code, for a sentence."""
    return {name: f"{job.get('status')} ({job.get('status_code')})" for name, job in jobs.items()}


def _case(number: str, expected: str) -> Callable[[Callable[[Watch], Any]], None]:
    return lambda trial: CASES.append(Case(number, expected, trial))


@_case("RU-1", "it asks GET job-requests/ again and again")
def _(w: Watch) -> None:
    w.server.show()
    w.wait_for_polls(2, since=0)


@_case("RU-2", "it takes a request, ignores keys it does not know, reports a job of each action")
def _(w: Watch) -> None:
    w.server.show(w.first)
    w.wait(lambda: SECOND in w.jobs(w.first), lambda: short(w.jobs(w.first)))


@_case("RU-3", "and of each action that those need")
def _(w: Watch) -> None:
    equal(set(w.jobs(w.first)), {FIRST, SECOND})


@_case("RU-4", "a report that was answered 500 comes again")
def _(w: Watch) -> None:
    since = len(w.server.calls)
    w.server.fail("POST", 500)
    w.wait(
        lambda: bool(w.server.reports(since=since)),
        lambda: f"{len(w.server.reports(since=since, taken=False))} reports, none taken",
    )
    equal(set(w.jobs(w.first)), {FIRST, SECOND})


@_case("RU-5", "it works until all jobs have ended, and says so")
def _(w: Watch) -> None:
    w.wait_for_end(w.first)
    equal({job["status"] for job in w.jobs(w.first).values()}, {"succeeded"})


@_case("RU-6", "no report of a request leaves out a job that was reported before")
def _(w: Watch) -> None:
    seen: dict[str, set[str]] = {}
    w.every_job()
    for call in w.server.reports():
        now: dict[str, set[str]] = {}
        for job in call.jobs:
            now.setdefault(job["job_request_id"], set()).add(job["identifier"])
        for request, identifiers in now.items():
            true(seen.get(request, set()) <= identifiers, f"{request} lost {seen.get(request)}")
            seen[request] = identifiers


@_case("RU-7", "an action that was cancelled is stopped: failed, `cancelled_by_user`; others go on")
def _(w: Watch) -> None:
    w.server.show(w.second)
    w.wait(lambda: THIRD in w.jobs(w.second), lambda: short(w.jobs(w.second)))
    w.server.show({**w.second, "cancelled_actions": [THIRD]})
    w.wait_for_end(w.second)
    jobs = w.jobs(w.second)
    equal((jobs[THIRD]["status"], jobs[THIRD]["status_code"]), ("failed", "cancelled_by_user"))
    equal(jobs[SECOND]["status"], "succeeded")


@_case("RU-8", "a request that cannot be used becomes one failed job, `__error__`")
def _(w: Watch) -> None:
    w.server.show(w.third)
    w.wait_for_end(w.third)
    equal(short(w.jobs(w.third)).keys(), {"__error__"})
    equal(w.jobs(w.third)["__error__"]["status"], "failed")
    true(bool(w.jobs(w.third)["__error__"]["status_message"]), "it does not say why")


@_case("RU-9", "a 403, a 503 and a broken answer do not end it: it asks again")
def _(w: Watch) -> None:
    w.server.show()
    for trouble in (403, 503, 0):
        since = len(w.server.calls)
        w.server.fail("GET", trouble)
        w.wait_for_polls(2, since=since)


@_case("RU-10", "every call carries the raw token, without a word before it")
def _(w: Watch) -> None:
    sent = {call.headers.get("authorization") for call in w.server.calls}
    equal(sent, {TOKEN})


@_case("RU-11", "a job has the keys that are required, with texts in them")
def _(w: Watch) -> None:
    for job in w.every_job():
        missing = [name for name in _TEXTS if not isinstance(job.get(name), str)]
        true(not missing, f"{missing} of {job}")


@_case("RU-12", "its status is pending, running, succeeded or failed")
def _(w: Watch) -> None:
    known = {"pending", "running", *_ENDS}
    true({job["status"] for job in w.every_job()} <= known, "another status came")


@_case("RU-13", "times are ISO 8601 with a zone; a job that has ended says when")
def _(w: Watch) -> None:
    for job in w.every_job():
        for name in _TIMES:
            if job.get(name) is not None:
                moment = datetime.fromisoformat(re.sub("Z$", "+00:00", str(job[name])))
                true(moment.tzinfo is not None, f"{name} {job[name]}")
        if job["status"] in _ENDS:
            true(bool(job.get("completed_at")), f"{job['action']} has no completed_at")


@_case("RU-14", "a job keeps its identifier, which no other job of its request has")
def _(w: Watch) -> None:
    names: dict[tuple[str, str], str] = {}
    for job in w.every_job():
        action = names.setdefault((job["job_request_id"], job["identifier"]), job["action"])
        equal(job["action"], action)
    jobs = {(request, action) for (request, _), action in names.items()}
    equal(len(names), len(jobs))


@_case("RU-15", "`updated_at` never goes back")
def _(w: Watch) -> None:
    newest: dict[tuple[str, str], datetime] = {}
    for job in w.every_job():
        if job.get("updated_at"):
            key = job["job_request_id"], job["identifier"]
            moment = datetime.fromisoformat(re.sub("Z$", "+00:00", job["updated_at"]))
            true(moment >= newest.get(key, moment), f"{job['action']} went back to {moment}")
            newest[key] = moment


@_case("RU-16", "`Flags`, where it sends them, are a JSON object of `{v, ts}`")
def _(w: Watch) -> None:
    sent = {call.headers["flags"] for call in w.server.calls if "flags" in call.headers}
    if not sent:
        raise LeftOut("it sends none, as it may")
    for text in sent:
        for value in json.loads(text).values():
            true("v" in value, text)
