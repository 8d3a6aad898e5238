"""Why an unfinished thing is where it is, and what a failure means.

`reason_codes` says how each reason is put. Texts hold no time of day: `since` does, and the page
words it in the reader's zone. Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from server.fleet.models import Backend, Contact, Mode
from server.jobs.project_lines import line_of
from server.jobs.reason_codes import (
    AFTER_FAILURE,
    NOTHING_RAN,
    WHILE_PENDING,
    WHILE_RUNNING,
    Case,
    ObjectKind,
    ReasonCode,
    WhoCanAct,
    words_of,
)
from server.jobs.statuses import (
    ERROR_ACTION,
    DisplayStatus,
    JobStatus,
    is_finished,
    normalise,
)

C = ReasonCode
MOST_COUNTED = 100
_MAKES_JOBS_WITHIN = timedelta(minutes=5)  # of a request; runners take seconds


@dataclass(frozen=True, slots=True)
class ReasonObject:
    """What a reason is about: `names` of a backend or of actions, `line` of project.yaml."""

    kind: ObjectKind
    names: Sequence[str]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `text` is a sentence, `what_next` what would change it or what helps.

    `until` is the end that staff announced, `heard_at` the last contact with the backend, and
    `requests_before` how many unfinished requests were asked for sooner; None where it says
    nothing here.
    """

    code: ReasonCode
    text: str
    what_next: str
    who_can_act: WhoCanAct
    about: ReasonObject
    since: datetime | None = None
    until: datetime | None = None
    heard_at: datetime | None = None
    requests_before: int | None = None


@dataclass(frozen=True, slots=True)
class BackendNow:
    """What bears on jobs of a backend at one moment."""

    slug: str
    name: str
    is_active: bool
    switched_off_at: datetime | None
    contact: Contact
    last_seen_at: datetime | None
    in_contact_since: datetime | None
    mode: Mode
    mode_since: datetime | None
    mode_until: datetime | None
    mode_note: str

    @classmethod
    def of(cls, backend: Backend, *, now: datetime) -> Self:
        """The backend as its row has it."""
        mode = backend.mode_at(now)
        is_announced = mode is Mode.MAINTENANCE and backend.announces_maintenance_at(now)
        return cls(
            slug=backend.slug,
            name=backend.name,
            is_active=backend.is_active,
            switched_off_at=backend.switched_off_at,
            contact=backend.contact_at(now),
            last_seen_at=backend.last_seen_at,
            in_contact_since=backend.in_contact_since,
            mode=mode,
            mode_since=backend.mode_since_at(now),
            mode_until=backend.announced_until if is_announced else None,
            mode_note=backend.announced_note if is_announced else "",
        )


@dataclass(frozen=True, slots=True)
class JobState:
    """What the reason of a job is made of.

    `waits_for` are the actions it needs that are unfinished; `stopped_by` says of those that ended
    badly how they did (action → display status). `status_message` is "" where it was not read,
    `reads_database` False where that was not kept. `since` is when the runner first said this, and
    `unlisted_since` when it left the job out of its reports.
    """

    action: str
    status: str
    status_code: str
    status_message: str = ""
    since: datetime | None = None
    unlisted_since: datetime | None = None
    waits_for: Sequence[str] = ()
    stopped_by: Sequence[tuple[str, DisplayStatus]] = ()
    reads_database: bool = False
    is_cancel_requested: bool = False
    cancel_requested_at: datetime | None = None
    requests_before: int | None = None
    project_definition: str = ""


def explain_job(job: JobState, *, backend: BackendNow) -> Reason | None:
    """Why the job is where it is; None for one that ran and succeeded."""
    status = normalise(job.status)
    if status == JobStatus.SUCCEEDED and not _says_that_nothing_ran(job):
        return None
    if not is_finished(status) and job.unlisted_since is not None:
        about = ReasonObject(ObjectKind.JOB, [job.action])
        return reason(C.UNLISTED, backend=backend, about=about, since=job.unlisted_since)
    if not is_finished(status) and backend.contact is not Contact.HEARD:
        return unheard(backend, case=Case.STOPPING if job.is_cancel_requested else None)
    if not is_finished(status) and job.is_cancel_requested:
        return cancel_sent(backend, at=job.cancel_requested_at)
    code = _code_of(job, status=status, backend=backend)
    if code in _HELD:
        return held(code, backend=backend, since=job.since)
    return reason(
        code,
        backend=backend,
        case=None if is_known(status=status, status_code=job.status_code) else Case.NEW_CODE,
        subject=_subject(code, job),
        message=_quoted(job, code=code),
        about=_about(code, job),
        since=job.since,
        requests_before=job.requests_before if code in _IN_A_QUEUE else None,
    )


def is_known(*, status: str, status_code: str) -> bool:
    """Whether this service knows what the words of a report mean."""
    match normalise(status):
        case JobStatus.PENDING | "":
            return not status_code or status_code in WHILE_PENDING
        case JobStatus.RUNNING:
            return not status_code or status_code in WHILE_RUNNING
        case JobStatus.FAILED:
            return not status_code or status_code in AFTER_FAILURE
        case JobStatus.SUCCEEDED:
            return True
        case _:
            return False


def holding(backend: BackendNow, *, reads_database: bool) -> ReasonCode | None:
    """What keeps the backend from starting jobs, or those alone that read the database."""
    match backend.mode:
        case Mode.PAUSED:
            return C.BACKEND_PAUSED
        case Mode.MAINTENANCE if reads_database:
            return C.DATABASE_MAINTENANCE
        case _:
            return None


def fetching(backend: BackendNow | Backend, *, asked_at: datetime) -> ReasonCode:
    """How far a request has come of which a backend that is in contact has made no jobs."""
    last_seen_at = backend.last_seen_at
    if last_seen_at is None or last_seen_at <= asked_at:
        return C.NOT_PICKED_UP
    could_fetch_at = max(asked_at, backend.in_contact_since or asked_at)
    is_late = last_seen_at - could_fetch_at > _MAKES_JOBS_WITHIN
    return C.PASSED_OVER if is_late else C.NO_JOBS_YET


def unheard(backend: BackendNow, *, case: Case | None) -> Reason:
    """That the backend is silent or switched off, which changes no state."""
    if not backend.is_active:
        since = backend.switched_off_at
        return reason(C.BACKEND_SWITCHED_OFF, backend=backend, case=case, since=since)
    return reason(C.NO_CONTACT, backend=backend, case=case, since=backend.last_seen_at)


def cancel_sent(backend: BackendNow, *, at: datetime | None) -> Reason:
    """That it is to be stopped, which its runner does."""
    return reason(C.CANCELLING, backend=backend, since=at)


def held(
    code: ReasonCode,
    *,
    backend: BackendNow,
    case: Case | None = None,
    since: datetime | None = None,
) -> Reason:
    """What holds jobs from outside, with the announced end and note where it is maintenance.

    Since when is what the backend's mode says; `since` where it does not say so.
    """
    is_mode = holding(backend, reads_database=True) is code
    is_maintenance = code is C.DATABASE_MAINTENANCE
    note = backend.mode_note.strip().rstrip(".") if is_maintenance else ""
    return reason(
        code,
        backend=backend,
        case=case,
        message=f": {note}" if note else "",
        since=(backend.mode_since if is_mode else None) or since,
        until=backend.mode_until if is_maintenance else None,
    )


def not_fetched(
    backend: BackendNow,
    *,
    asked_at: datetime,
    cancel_requested_at: datetime | None = None,
    requests_before: int | None = None,
) -> Reason:
    """Why nothing has happened to a request of which its runner has made no jobs yet."""
    if cancel_requested_at is not None:
        return reason(C.CANCELLING, backend=backend, case=Case.NO_JOBS, since=cancel_requested_at)
    if backend.contact is Contact.NEVER and backend.is_active:
        return reason(C.NEVER_HEARD, backend=backend, since=asked_at)
    if backend.contact is not Contact.HEARD:
        return unheard(backend, case=Case.NO_JOBS)
    code = fetching(backend, asked_at=asked_at)
    holds = holding(backend, reads_database=code is not C.PASSED_OVER)
    if holds is not None:
        return held(holds, backend=backend, case=Case.NO_JOBS)
    return reason(code, backend=backend, since=asked_at, requests_before=requests_before)


def reason(
    code: ReasonCode,
    *,
    backend: BackendNow,
    case: Case | None = None,
    subject: str = "",
    message: str = "",
    about: ReasonObject | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    requests_before: int | None = None,
) -> Reason:
    """The reason as the table words it in this case."""
    words = words_of(code, case)
    facts = {
        "backend": backend.name,
        "subject": subject,
        "message": message,
        "queue": _queue(requests_before),
    }
    return Reason(
        code=code,
        text=words.text.format(**facts),
        what_next=words.what_next.format(**facts),
        who_can_act=words.who,
        about=about or ReasonObject(words.about, [backend.slug]),
        since=since,
        until=until,
        heard_at=backend.last_seen_at if words.about in _ON_THE_BACKEND else None,
        requests_before=requests_before,
    )


def names_in_words(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a and 2 more`."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} more"


_ON_THE_BACKEND = (ObjectKind.BACKEND, ObjectKind.DATABASE)
_HELD = (C.BACKEND_PAUSED, C.DATABASE_MAINTENANCE)
_IN_A_QUEUE = (C.CREATED, C.PENDING, C.WAITING_ON_WORKERS, C.WAITING_ON_DATABASE_WORKERS)
_EXIT = re.compile(r"exited with an error(?: code:? ?(?P<code>-?\d+))?(?:: ?(?P<detail>.+))?", re.S)


def _queue(requests_before: int | None) -> str:
    if not requests_before:
        return ""
    number = f"{MOST_COUNTED}+" if requests_before > MOST_COUNTED else str(requests_before)
    return f": {number} {'request' if requests_before == 1 else 'requests'} before it"


def _about(code: ReasonCode, job: JobState) -> ReasonObject | None:
    """What the reason is about; None for the backend, which needs no word of the job."""
    kind = words_of(code).about
    match kind:
        case ObjectKind.BACKEND | ObjectKind.DATABASE:
            return None
        case ObjectKind.ACTIONS if code is C.DEPENDENCY_FAILED and job.stopped_by:
            return ReasonObject(kind, [need for need, _ in job.stopped_by])
        case ObjectKind.ACTIONS if job.waits_for:
            return ReasonObject(kind, list(job.waits_for))
        case ObjectKind.PROJECT_YAML:
            line = line_of(job.status_message, job.project_definition)
            return ReasonObject(kind, ["project.yaml"], line)
        case _:
            return ReasonObject(ObjectKind.JOB, [job.action])


def _code_of(job: JobState, *, status: str, backend: BackendNow) -> ReasonCode:
    match status:
        case JobStatus.SUCCEEDED:
            return C.NOTHING_TO_DO
        case JobStatus.PENDING | "":
            said = WHILE_PENDING.get(job.status_code, C.PENDING)
            return holding(backend, reads_database=job.reads_database) or said
        case JobStatus.RUNNING:
            return WHILE_RUNNING.get(job.status_code, C.RUNNING)
        case JobStatus.FAILED if job.action == ERROR_ACTION:
            return C.REQUEST_ERROR
        case JobStatus.FAILED:
            return AFTER_FAILURE.get(job.status_code, C.FAILED)
        case _:
            return C.UNKNOWN_STATUS


def _says_that_nothing_ran(job: JobState) -> bool:
    return job.status_message.strip().rstrip(".") in NOTHING_RAN


def _subject(code: ReasonCode, job: JobState) -> str:
    match code:
        case C.WAITING_ON_DEPENDENCIES:
            return names_in_words(job.waits_for) or "the actions that it needs"
        case C.DEPENDENCY_FAILED:
            return _what_stopped_it(job)
        case C.NONZERO_EXIT:
            return _exit_in_words(job.status_message)
        case C.UNKNOWN_STATUS:
            return job.status
        case _:
            return job.status_code


def _what_stopped_it(job: JobState) -> str:
    if not job.stopped_by:
        return "an action that it needs failed"
    need, status = job.stopped_by[0]
    match status:
        case DisplayStatus.CANCELLED:
            return f"{need} was cancelled"
        case DisplayStatus.NOT_RUN:
            return f"{need} was not run"
        case _:
            return f"{need} failed"


def _exit_in_words(message: str) -> str:
    found = _EXIT.search(message)
    if found is None:
        return "an error"
    exit_code, detail = found["code"], (found["detail"] or "").strip().rstrip(".")
    words = f"exit code {exit_code}" if exit_code else "an error"
    return f"{words}: {detail}" if detail else words


def _quoted(job: JobState, *, code: ReasonCode) -> str:
    """The runner's own words as the end of a sentence; "" where they say nothing new."""
    says_nothing_new = code in (C.PENDING, C.RUNNING) and not job.status_code
    text = job.status_message.strip().rstrip(".")
    return f": {text}" if text and not says_nothing_new else ""
