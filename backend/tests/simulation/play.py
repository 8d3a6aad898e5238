"""Plays a history against the real API, and holds what it hears against what must be true."""

import copy
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

from tests.simulation import truth
from tests.simulation.faults import Fault
from tests.simulation.runner import FINAL, NEEDS, Endings, Job, Jobs, Runner, body_of
from tests.simulation.service import Answer, Killed, Service
from tests.simulation.steps import History, Step
from tests.simulation.truth import Known, Shown, Violation, hold
from tests.simulation.world import World, ask, permit

_DAY_S = 24 * 3600 + 7  # no clock that is off by a day reads the same again
_WAITS_S = (1, 5, 16, 40, 61, 400, 1000, _DAY_S)
_CLOCKS = (timedelta(days=-1), timedelta(days=1), timedelta(0))
_MOST_CYCLES = 12
# More than most make, so that some are killed after the last.
_STATEMENTS = {"ask": 32, "worker": 64}
_STATEMENTS_OF_OTHERS = 20


@dataclass(frozen=True, slots=True)
class Played:
    """How a history went: what was done to it, and the first thing that was wrong."""

    faults: Counter[Fault]
    violation: Violation | None


def play(history: History, *, world: World, service: Service) -> Played:
    """Play every step, then let everything come to rest; leaves the database changed."""
    with world.at_hand(), service.running():
        game = _Game(world, service)
        try:
            game.play(history)
            game.come_to_rest()
        except Violation as violation:
            return Played(game.faults, violation)
        return Played(game.faults, None)


@dataclass
class _Game:
    world: World
    service: Service
    known: Known = field(default_factory=Known)
    endings: Endings = field(default_factory=Endings)
    late: list[list[Job]] = field(default_factory=list)
    faults: Counter[Fault] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.known.cancelled[self.world.job_request] = set()
        self.runners = [Runner(self.endings)]
        self.backup: Known | None = None
        self._keys = itertools.count(1)

    def play(self, history: History) -> None:
        self.runners[0].asks_if_changed = len(history) % 2 == 0
        for step in history:
            self._steps[step.kind](self, step)

    # -- people ----------------------------------------------------------------------------------

    def _ask(self, step: Step) -> None:
        """A person asks for a run, and asks again with the same key while nobody answers."""
        key = f"key-{next(self._keys)}"
        answer = self._by_person(
            lambda: ask(self.service, self.world, number=step.number, key=key), step
        )
        hold("a run that may be asked for is", answer.status in (201, 409), answer.body)
        if answer.status == 201:
            self.known.cancelled[answer.json()["identifier"]] = set()

    def _cancel(self, step: Step) -> None:
        """A person cancels a whole request, or one action of it."""
        identifiers = list(self.known.cancelled)
        identifier = identifiers[step.number % len(identifiers)]
        self._stop(identifier, step)

    def _stop(self, identifier: str, step: Step) -> None:
        action = tuple(NEEDS)[step.number // 4 % len(NEEDS)]
        body = b"{}" if step.number % 2 else json.dumps({"actions": [action]}).encode()
        path = f"/api/v3/job-requests/{identifier}/cancel"
        answer = self._by_person(lambda: self._call_by_person("POST", path, body), step)
        hold("a cancel is done or refused", answer.status in (200, 400, 409), answer.body)
        if answer.status == 200:
            after = set(answer.json()["cancelled_actions"])
            hold("a cancel takes nothing back", self.known.cancelled[identifier] <= after, after)
            self.known.cancelled[identifier] = after
            self.known.stopped.add(identifier)
            if body == b"{}" and not answer.json()["jobs"]:
                self.known.stopped_unfetched.add(identifier)
            self.faults[Fault.CANCEL_RACE] += self._has_untold_end(identifier)

    def _race(self, step: Step) -> None:
        """All that a runner has ends, and is cancelled before the server has heard of it."""
        runner = self._runner(step)
        self.service.wait(1)
        runner.work_to_the_end(at=self.service.now)
        own = [name for name in runner.jobs if name in self.known.cancelled]
        if own:
            self._stop(own[step.number % len(own)], step)

    def _has_untold_end(self, identifier: str) -> bool:
        return any(
            job["status"] in FINAL and not self.known.record.has(job)
            for runner in self.runners
            for job in runner.jobs.get(identifier, {}).values()
        )

    def _look(self, _: Step) -> None:
        """A person looks at everything."""
        self._look_at(self.known.cancelled)

    def _look_at(self, identifiers: Iterable[str]) -> None:
        for identifier in identifiers:
            truth.check_shown(self._shown(identifier), known=self.known, now=self.service.now)

    def _shown(self, identifier: str) -> Shown:
        answer = self._call_by_person("GET", f"/api/v3/job-requests/{identifier}")
        hold("what was asked for is not lost", answer.status == 200, identifier)
        return Shown.of(answer.json())

    def _call_by_person(self, method: str, path: str, body: bytes = b"") -> Answer:
        headers = {"Authorization": self.world.person}
        return self.service.call(method, path, headers=headers, body=body)

    def _by_person(self, call: Callable[[], Answer], step: Step) -> Answer:
        """What a person gets, who tries again where no answer came."""
        answer = self._with_fate(call, step) or call()
        hold("the server never fails", answer.status < 500, answer.body)
        return answer

    # -- runners ---------------------------------------------------------------------------------

    def _poll(self, step: Step) -> None:
        runner = self._runner(step)
        if step.fate == "lost":
            self.faults[Fault.LOST] += 1
            return
        answer = self._with_fate(lambda: self._get(runner), step)
        if answer is not None:
            self._take(runner, answer)

    def _get(self, runner: Runner) -> Answer:
        condition = {"If-None-Match": runner.tag} if runner.asks_if_changed and runner.tag else {}
        return self._by_runner("GET", "/api/v2/job-requests/", headers=condition)

    def _take(self, runner: Runner, answer: Answer) -> None:
        hold("a poll is answered", answer.status in (200, 304), answer.body)
        is_known = answer.headers.get("ETag") == runner.tag
        if answer.status == 304:
            requests = list(runner.listed.values())
        else:
            runner.tag = answer.headers["ETag"]
            self.known.check_tag(runner.tag, answer.body)
            requests = answer.json()["results"]
        if is_known:
            # A page is never answered from memory, where the whole list is as old as the tag.
            page = self._by_runner("GET", "/api/v2/job-requests/?limit=1000").json()["results"]
            hold("a known tag hides no change", page == requests, f"{requests}\nis\n{page}")
        self.known.check_listed(requests)
        taken_before = set(runner.jobs)
        runner.take(requests, at=self.service.now)
        for identifier in self.known.stopped_unfetched & taken_before & set(runner.listed):
            truth.check_stopped(runner.jobs[identifier].values())

    def _report(self, step: Step) -> None:
        runner = self._runner(step)
        jobs = runner.report()
        if jobs:
            self._send(jobs, step)

    def _send(self, jobs: list[Job], step: Step) -> None:
        self.known.note_said(jobs)
        match step.fate:
            case "lost":
                self.faults[Fault.LOST] += 1
            case "late":
                self.late.append(jobs)
            case "cut":
                self.faults[Fault.CUT] += 1
                body = body_of(jobs)
                cut = 1 + len(body) * (step.number + 1) // 80
                answer = self._by_runner("POST", "/api/v2/jobs/", body=body, cut=cut)
                hold("half a report is refused", answer.status == 400, answer.body)
            case "partial":
                self.faults[Fault.TRUNCATED] += 1
                self._deliver_and_look(jobs[: 1 + step.number % len(jobs)])
            case "twice":
                self.faults[Fault.REPEATED] += 1
                self.late.append(jobs)
                self._deliver_jobs(jobs)
                self._deliver_jobs(jobs)
            case _:
                self._with_fate(lambda: self._deliver_jobs(jobs), step)

    def _deliver_jobs(self, jobs: list[Job]) -> None:
        try:
            answer = self._by_runner("POST", "/api/v2/jobs/", body=body_of(jobs))
        except Killed:
            self.known.note_maybe_taken(jobs, now=self.service.now)
            raise
        hold("a report is taken", answer.status == 200, answer.body)
        self.known.note_taken(jobs, now=self.service.now)

    def _deliver(self, step: Step) -> None:
        """One of the reports that are late comes in, whatever has come since."""
        if not self.late:
            return
        jobs = self.late.pop(step.number % len(self.late))
        self.faults[Fault.LATE] += 1
        self.faults[Fault.OVERTAKEN] += self.known.is_overtaken(jobs, now=self.service.now)
        self._deliver_and_look(jobs)

    def _deliver_and_look(self, jobs: list[Job]) -> None:
        self._deliver_jobs(jobs)
        names = {job["job_request_id"]: None for job in jobs}
        self._look_at(name for name in names if name in self.known.cancelled)

    def _by_runner(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        cut: int = 0,
    ) -> Answer:
        answer = self.service.call(
            method,
            path,
            headers={"Authorization": self.world.runner, **(headers or {})},
            body=body,
            cut=cut,
        )
        hold("the server never fails", answer.status < 500, answer.body)
        if answer.status < 400:
            self.known.heard_at = self.service.now
        return answer

    def _cycle(self, step: Step) -> None:
        """One turn of a runner; the fate is that of its report."""
        self.service.wait(5)
        self._poll(Step("poll", number=step.number))
        self._work(step)
        self._report(Step("report", step.fate, step.number))

    def _finish(self, step: Step) -> None:
        """As `_cycle`, of a runner that brings all it has to an end."""
        self.service.wait(5)
        self._poll(Step("poll", number=step.number))
        self.service.wait(1)
        self._runner(step).work_to_the_end(at=self.service.now)
        self._report(Step("report", step.fate, step.number))

    def _work(self, step: Step) -> None:
        self.service.wait(1)
        chances = random.Random(step.number)
        self._runner(step).work(chances=chances, at=self.service.now)

    def _retry(self, step: Step) -> None:
        self.service.wait(1)
        self.faults[Fault.RETRIED] += self._runner(step).retry(
            step.number // 2, at=self.service.now
        )

    def _reboot(self, step: Step) -> None:
        self.service.wait(1)
        self.faults[Fault.REBOOTED] += self._runner(step).reboot(at=self.service.now)

    def _save(self, step: Step) -> None:
        self._runner(step).save()

    def _restart(self, step: Step) -> None:
        """From an old copy of its database."""
        self._begin_anew(self._runner(step), self._runner(step).saved)
        self.faults[Fault.OLD_DATABASE] += 1

    def _rebuild(self, step: Step) -> None:
        """From nothing."""
        self._begin_anew(self._runner(step), {})
        self.faults[Fault.REBUILT] += 1

    def _begin_anew(self, runner: Runner, jobs: Jobs) -> None:
        """A start takes time: two ends of one job in one second would be the same to anybody."""
        self.service.wait(1)
        runner.restart(jobs)

    def _second(self, step: Step) -> None:
        """A second runner begins with the same token, empty or as a copy."""
        if len(self.runners) > 1:
            return
        first = self.runners[0]
        self.runners.append(Runner(self.endings, asks_if_changed=step.number % 2 == 1))
        self._begin_anew(self.runners[1], {} if step.number % 4 < 2 else first.jobs)
        self.faults[Fault.SECOND_RUNNER] += 1

    def _unplug(self, step: Step) -> None:
        if len(self.runners) > 1:
            self.runners.pop(step.number % 2)

    def _clock(self, step: Step) -> None:
        clock_off = _CLOCKS[step.number // 2 % len(_CLOCKS)]
        self._runner(step).clock_off = clock_off
        if clock_off:
            is_ahead = clock_off > timedelta(0)
            self.faults[Fault.CLOCK_AHEAD if is_ahead else Fault.CLOCK_BEHIND] += 1

    def _runner(self, step: Step) -> Runner:
        return self.runners[step.number % len(self.runners)]

    # -- the server ------------------------------------------------------------------------------

    def _wait(self, step: Step) -> None:
        self.service.wait(_WAITS_S[step.number % len(_WAITS_S)])

    def _worker(self, step: Step) -> None:
        self._with_fate(self.service.work, step)

    def _back_up(self, _: Step) -> None:
        self.service.back_up()
        self.backup = copy.deepcopy(self.known)

    def _restore(self, step: Step) -> None:
        """At once, or a day after the backup, of which the runners go on with what they have."""
        is_old = step.number % 2 == 1
        if self.service.restore():
            self.service.wait(_DAY_S if is_old else 0)
            self.faults[Fault.RESTORED_OLD if is_old else Fault.RESTORED] += 1
            self.known = self.known.back_to(copy.deepcopy(self.backup))

    def _permit(self, _: Step) -> None:
        self.known.is_permitted = not self.known.is_permitted
        permit(self.service, is_on=self.known.is_permitted)

    def _with_fate(self, call: Callable[[], Any], step: Step) -> Any:
        """What the call gives; None where the caller never learns of it."""
        is_worker = step.kind == "worker"
        if step.fate == "killed":
            self.faults[Fault.WORKER_KILLED if is_worker else Fault.SERVER_KILLED] += 1
            try:
                most = _STATEMENTS.get(step.kind, _STATEMENTS_OF_OTHERS)
                with self.service.dying_at(step.number % most):
                    call()
            except Killed:
                return None
        answer = call()
        if step.fate == "unanswered":
            self.faults[Fault.GIVEN_UP] += 1
            return None
        return answer

    # -- the end ---------------------------------------------------------------------------------

    def come_to_rest(self) -> None:
        """One runner goes on without any fault until it has nothing to do; then the whole truth."""
        self.service.wait(61)
        runner = self.runners[-1]
        for _ in range(_MOST_CYCLES):
            self._take(runner, self._get(runner))
            if not runner.listed:
                break
            runner.work_to_the_end(at=self.service.now)
            self._send(runner.report(), Step("report"))
            self.service.wait(20)
        hold("nothing stays unfinished", not runner.listed, list(runner.listed))
        runner.work_to_the_end(at=self.service.now)
        shown = {identifier: self._shown(identifier) for identifier in self.known.cancelled}
        for each in shown.values():
            hold("what is not listed is over", each.is_over, each)
        self._tell_the_rest(runner, shown)
        self._work_off()
        truth.check_run_notices(self._notices(), known=self.known, shown=shown)
        for each in shown.values():
            truth.check_shown(each, known=self.known, now=self.service.now)
            if each.identifier in runner.jobs:
                each.check_agrees(runner.jobs[each.identifier].values())
            for job, words in each.superseded(self.endings, known=self.known):
                path = f"/api/v3/job-requests/{each.identifier}/jobs/{job}"
                attempts = self._call_by_person("GET", path).json()["attempts"]
                hold("every try is kept", words in [a["status_message"] for a in attempts], words)
        truth.check_notices(
            self.endings, known=self.known, jobs=runner.report_of(shown.keys() & runner.jobs)
        )

    def _tell_the_rest(self, runner: Runner, shown: dict[str, Shown]) -> None:
        """What changed in a runner without being listed is told when it reports everything."""
        untold = [
            name
            for name in shown.keys() & runner.jobs
            if not shown[name].agrees(runner.jobs[name].values())
        ]
        if untold:
            self._send(runner.report_of(untold), Step("report"))
            shown |= {name: self._shown(name) for name in untold}

    def _notices(self) -> list[dict[str, Any]]:
        return self._call_by_person("GET", "/api/v3/notices").json()["results"]

    def _work_off(self) -> None:
        """The worker has time for everything, what a killed one held included."""
        self.service.wait(121)
        self.service.work()

    _steps: ClassVar[Mapping[str, Callable[[Any, Step], None]]] = {
        "ask": _ask,
        "cancel": _cancel,
        "look": _look,
        "poll": _poll,
        "report": _report,
        "deliver": _deliver,
        "cycle": _cycle,
        "finish": _finish,
        "race": _race,
        "work": _work,
        "retry": _retry,
        "reboot": _reboot,
        "save": _save,
        "restart": _restart,
        "rebuild": _rebuild,
        "second": _second,
        "unplug": _unplug,
        "clock": _clock,
        "wait": _wait,
        "worker": _worker,
        "backup": _back_up,
        "restore": _restore,
        "permit": _permit,
    }
