"""Why an unfinished thing is where it is, and what a failure means: one table, and who reads it.

Source: runner_api 4.2 for the runners' codes; the wording is that of the pages. Texts hold no
time of day: `since` does, and the page words it in the reader's zone. Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self

from django.db import models

from server.fleet.models import Backend, Contact, Mode
from server.jobs.statuses import ERROR_ACTION, DisplayStatus, JobStatus, is_finished, normalise


class ReasonCode(models.TextChoices):
    """Every reason there is."""

    NOT_PICKED_UP = "not_picked_up"
    NO_CONTACT = "no_contact"
    BACKEND_PAUSED = "backend_paused"
    DATABASE_MAINTENANCE = "database_maintenance"
    WAITING_ON_DEPENDENCIES = "waiting_on_dependencies"
    WAITING_ON_WORKERS = "waiting_on_workers"
    WAITING_ON_DATABASE_WORKERS = "waiting_on_database_workers"
    WAITING_ON_REBOOT = "waiting_on_reboot"
    WAITING_ON_NEW_TASK = "waiting_on_new_task"
    CREATED = "created"
    PENDING = "pending"
    PREPARING = "preparing"
    EXECUTING = "executing"
    FINALIZING = "finalizing"
    RUNNING = "running"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    DEPENDENCY_FAILED = "dependency_failed"
    NONZERO_EXIT = "nonzero_exit"
    UNMATCHED_PATTERNS = "unmatched_patterns"
    INTERNAL_ERROR = "internal_error"
    KILLED_BY_ADMIN = "killed_by_admin"
    STALE_CODELISTS = "stale_codelists"
    JOB_ERROR = "job_error"
    REQUEST_ERROR = "request_error"
    FAILED = "failed"
    NOTHING_TO_DO = "nothing_to_do"
    UNKNOWN_STATUS = "unknown_status"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `text` is a sentence, `what_next` what follows or what to do."""

    code: ReasonCode
    text: str
    since: datetime | None = None
    what_next: str | None = None


@dataclass(frozen=True, slots=True)
class BackendNow:
    """What bears on jobs of a backend at one moment."""

    slug: str
    name: str
    contact: Contact
    last_seen_at: datetime | None
    mode: Mode
    mode_since: datetime | None

    @classmethod
    def of(cls, backend: Backend, *, now: datetime) -> Self:
        """The backend as its row has it."""
        return cls(
            slug=backend.slug,
            name=backend.name,
            contact=backend.contact_at(now),
            last_seen_at=backend.last_seen_at,
            mode=backend.mode,
            mode_since=backend.mode_since,
        )


class Words(NamedTuple):
    """How a code is said; `{backend}`, `{subject}` and `{message}` are filled in."""

    text: str
    what_next: str | None = None


C = ReasonCode
_IN_ITS_LOG = "The reason is in its log, which stays inside {backend}."
_BY_ITSELF = "It starts by itself; there is nothing to do."
_WORDS: dict[ReasonCode, Words] = {
    C.BACKEND_PAUSED: Words("{backend} is paused.", "What is on hold starts when the pause ends."),
    C.DATABASE_MAINTENANCE: Words(
        "The database of {backend} is in maintenance.", "What is on hold starts when that ends."
    ),
    C.WAITING_ON_DEPENDENCIES: Words("Waiting for {subject} to finish."),
    C.WAITING_ON_WORKERS: Words("Waiting for a free worker on {backend}.", _BY_ITSELF),
    C.WAITING_ON_DATABASE_WORKERS: Words(
        "Waiting for a free database worker on {backend}.", _BY_ITSELF
    ),
    C.WAITING_ON_REBOOT: Words(
        "Waiting for a restart of {backend}.", "It starts again after that."
    ),
    C.WAITING_ON_NEW_TASK: Words("Waiting to be tried again on {backend}.", _BY_ITSELF),
    C.CREATED: Words("Waiting for its turn on {backend}.", _BY_ITSELF),
    C.PENDING: Words("Waiting for its turn on {backend}{message}.", _BY_ITSELF),
    C.PREPARING: Words("Its files are being made ready on {backend}."),
    C.EXECUTING: Words("Its script runs on {backend}."),
    C.FINALIZING: Words("Its script has ended; the outputs are being checked and kept."),
    C.RUNNING: Words("Running on {backend}{message}."),
    C.CANCELLING: Words("Cancel sent; {backend} answers at its next contact."),
    C.CANCELLED: Words("Cancelled."),
    C.DEPENDENCY_FAILED: Words("Not run, because {subject}."),
    C.NONZERO_EXIT: Words("The script ran and stopped with {subject}.", _IN_ITS_LOG),
    C.UNMATCHED_PATTERNS: Words(
        "The script ran, but outputs that project.yaml names were not found.",
        "Compare outputs in project.yaml with the files that the script writes. Its log, which "
        "stays inside {backend}, lists them.",
    ),
    C.INTERNAL_ERROR: Words(
        "{backend} met an error of its own{message}.",
        "Run it again. If it fails again, tell the people who run {backend}.",
    ),
    C.KILLED_BY_ADMIN: Words(
        "An administrator of {backend} stopped it{message}.",
        "Ask the people who run {backend} before you run it again.",
    ),
    C.STALE_CODELISTS: Words(
        "The codelists of the study are out of date{message}.",
        "Run opensafely codelists update, commit and push, then run it again.",
    ),
    C.JOB_ERROR: Words("The job ended with an error{message}.", _IN_ITS_LOG),
    C.REQUEST_ERROR: Words(
        "{backend} could not make jobs of this request{message}.",
        "Mend what it names, push, and run again.",
    ),
    C.FAILED: Words(
        "The job failed{message}.", "Its log, which stays inside {backend}, may say more."
    ),
    C.UNKNOWN_STATUS: Words(
        "{backend} says {subject}, a word that this service does not know.",
        "The job is shown as it was reported.",
    ),
}

_WHILE_PENDING = {
    "created": C.CREATED,
    "paused": C.BACKEND_PAUSED,
    "waiting_db_maintenance": C.DATABASE_MAINTENANCE,
    "waiting_on_dependencies": C.WAITING_ON_DEPENDENCIES,
    "waiting_on_workers": C.WAITING_ON_WORKERS,
    "waiting_on_db_workers": C.WAITING_ON_DATABASE_WORKERS,
    "waiting_on_reboot": C.WAITING_ON_REBOOT,
    "waiting_on_new_task": C.WAITING_ON_NEW_TASK,
}
_WHILE_RUNNING = {
    "preparing": C.PREPARING,
    "prepared": C.PREPARING,
    "initiated": C.EXECUTING,
    "executing": C.EXECUTING,
    "executed": C.EXECUTING,
    "finalizing": C.FINALIZING,
    "finalized": C.FINALIZING,
}
_AFTER_FAILURE = {
    "cancelled_by_user": C.CANCELLED,
    "dependency_failed": C.DEPENDENCY_FAILED,
    "internal_error": C.INTERNAL_ERROR,
    "job_error": C.JOB_ERROR,
    "killed_by_admin": C.KILLED_BY_ADMIN,
    "nonzero_exit": C.NONZERO_EXIT,
    "stale_codelists": C.STALE_CODELISTS,
    "unmatched_patterns": C.UNMATCHED_PATTERNS,
}
WITH_LOG = frozenset({"nonzero_exit", "unmatched_patterns", "job_error"})

_EXIT = re.compile(r"exited with an error(?: code:? ?(?P<code>-?\d+))?(?:: ?(?P<detail>.+))?", re.S)


@dataclass(frozen=True, slots=True)
class JobState:
    """What the reason of a job is made of.

    `waits_for` are the actions it needs that are unfinished; `stopped_by` says of those that ended
    badly how they did (action → display status). `status_message` is "" where it was not read.
    """

    action: str
    status: str
    status_code: str
    status_message: str = ""
    waits_for: Sequence[str] = ()
    stopped_by: Sequence[tuple[str, DisplayStatus]] = ()
    is_cancel_requested: bool = False


def explain_job(job: JobState, *, backend: BackendNow) -> Reason | None:
    """Why the job is where it is; None for one that succeeded."""
    status = normalise(job.status)
    if status == JobStatus.SUCCEEDED:
        return None
    if job.is_cancel_requested and not is_finished(status):
        return _reason(C.CANCELLING, backend=backend)
    if status == JobStatus.RUNNING and backend.contact is not Contact.HEARD:
        return no_contact(backend)
    code = _code_of(job, status=status)
    since = backend.mode_since if code in (C.BACKEND_PAUSED, C.DATABASE_MAINTENANCE) else None
    return _reason(
        code,
        backend=backend,
        subject=_subject(code, job),
        message=_quoted(job, code=code),
        since=since,
    )


def no_contact(backend: BackendNow) -> Reason:
    """That the backend is silent, which changes no state."""
    return Reason(
        code=C.NO_CONTACT,
        text=f"No contact with {backend.name}.",
        since=backend.last_seen_at,
        what_next="Jobs may still run there; states are as of the last contact.",
    )


def cancel_sent(backend: BackendNow, *, at: datetime) -> Reason:
    """That all of a request is to be stopped, which its runner does."""
    return _reason(C.CANCELLING, backend=backend, since=at)


def held(backend: BackendNow) -> Reason:
    """That the backend starts none of the jobs that a request still has."""
    is_paused = backend.mode is Mode.PAUSED
    code = C.BACKEND_PAUSED if is_paused else C.DATABASE_MAINTENANCE
    return _reason(code, backend=backend, since=backend.mode_since)


def not_fetched(backend: BackendNow, *, cancel_requested_at: datetime | None = None) -> Reason:
    """Why nothing has happened to a request that no runner has answered yet."""
    name = backend.name
    if cancel_requested_at is not None:
        return Reason(
            code=C.CANCELLING,
            text=f"Cancelled before {name} fetched it.",
            since=cancel_requested_at,
            what_next=f"It ends by itself unless {name} fetches it first, and stops its jobs then.",
        )
    if backend.contact is Contact.NEVER:
        return Reason(
            code=C.NOT_PICKED_UP,
            text=f"{name} has never been in contact.",
            what_next="The request waits until a runner is set up there.",
        )
    if backend.contact is Contact.SILENT:
        return Reason(
            code=C.NO_CONTACT,
            text=f"No contact with {name}, which has not fetched this request.",
            since=backend.last_seen_at,
            what_next="It does so when it is back.",
        )
    return Reason(
        code=C.NOT_PICKED_UP,
        text=f"{name} has not fetched this request yet.",
        what_next="It does so at its next contact.",
    )


def names_in_words(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a and 2 more`."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} more"


def _code_of(job: JobState, *, status: str) -> ReasonCode:
    match status:
        case JobStatus.PENDING | "":
            return _WHILE_PENDING.get(job.status_code, C.PENDING)
        case JobStatus.RUNNING:
            return _WHILE_RUNNING.get(job.status_code, C.RUNNING)
        case JobStatus.FAILED if job.action == ERROR_ACTION:
            return C.REQUEST_ERROR
        case JobStatus.FAILED:
            return _AFTER_FAILURE.get(job.status_code, C.FAILED)
        case _:
            return C.UNKNOWN_STATUS


def _subject(code: ReasonCode, job: JobState) -> str:
    match code:
        case C.WAITING_ON_DEPENDENCIES:
            return names_in_words(job.waits_for) or "the actions that it needs"
        case C.DEPENDENCY_FAILED:
            return _what_stopped_it(job)
        case C.NONZERO_EXIT:
            return _exit_in_words(job.status_message)
        case _:
            return job.status


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


def _reason(
    code: ReasonCode,
    *,
    backend: BackendNow,
    subject: str = "",
    message: str = "",
    since: datetime | None = None,
) -> Reason:
    words = _WORDS[code]
    facts = {"backend": backend.name, "subject": subject, "message": message}
    return Reason(
        code=code,
        text=words.text.format(**facts),
        since=since,
        what_next=words.what_next.format(**facts) if words.what_next else None,
    )
