"""Every reason why a thing is where it is: the one table that code, schema, docs and pages share.

Source: runner_api 4.2 for the runners' codes; the wording is that of the pages. Pure.
`make schema` writes docs/reference/reasons.md from it.
"""

from typing import NamedTuple

from django.db import models


class ReasonCode(models.TextChoices):
    """Every reason there is."""

    NOT_PICKED_UP = "not_picked_up"
    NO_JOBS_YET = "no_jobs_yet"
    PASSED_OVER = "passed_over"
    NEVER_HEARD = "never_heard"
    BACKEND_SWITCHED_OFF = "backend_switched_off"
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
    UNLISTED = "unlisted"
    UNKNOWN_STATUS = "unknown_status"


class WhoCanAct(models.TextChoices):
    """Who can change what a reason says."""

    NOBODY = "nobody", "nobody has to: it goes on by itself"
    ASKER = "asker", "whoever may run in the workspace"
    OPERATORS = "operators", "the people who run the backend"
    SERVICE = "service", "the people who run this service"


class ObjectKind(models.TextChoices):
    """What a reason is about."""

    BACKEND = "backend", "the backend"
    DATABASE = "database", "the backend's database"
    ACTIONS = "actions", "the actions that it names"
    JOB = "job", "the job itself"
    REQUEST = "request", "the request as a whole"
    PROJECT_YAML = "project_yaml", "a line of project.yaml"


class Case(models.TextChoices):
    """Where a code is said in other words than those of the table."""

    NO_JOBS = "no_jobs", "Of a request that has no jobs"
    WHOLE = "whole", "Of a request with jobs, as a whole"
    STOPPING = "stopping", "Of what is to be stopped"
    NEW_CODE = "new_code", "Beside a code that this service does not know"


class Words(NamedTuple):
    """How a code is said; `{backend}`, `{subject}`, `{message}` and `{queue}` are filled in.

    `what_next` is what would change it, or what helps.
    """

    text: str
    what_next: str
    who: WhoCanAct
    about: ObjectKind


_C, _W, _O = ReasonCode, WhoCanAct, ObjectKind
_BY_ITSELF = "It starts by itself; there is nothing to do."
_ENDS_BY_ITSELF = "It ends by itself, or by being cancelled."
_IN_ITS_LOG = "The reason is in its log, which stays inside {backend}."
_BACKEND, _JOB = _O.BACKEND, _O.JOB

WORDS: dict[ReasonCode, Words] = {
    _C.NOT_PICKED_UP: Words(
        "{backend} has not fetched this request yet{queue}.",
        "It does so at its next contact.",
        _W.NOBODY,
        _BACKEND,
    ),
    _C.NO_JOBS_YET: Words(
        "{backend} was in contact after this was asked for, and has made no jobs of it yet{queue}.",
        "It makes them when it has read the study.",
        _W.NOBODY,
        _BACKEND,
    ),
    _C.PASSED_OVER: Words(
        "{backend} has been in contact for minutes, and has made no jobs of this request{queue}.",
        "What keeps its runner from that is in the runner's own log.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.NEVER_HEARD: Words(
        "{backend} has never been in contact.",
        "The request waits until a runner is set up there.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.BACKEND_SWITCHED_OFF: Words(
        "{backend} was switched off here; nothing of it is told or done until staff switch it on "
        "again.",
        "Jobs may still run there; states are as of the last contact.",
        _W.SERVICE,
        _BACKEND,
    ),
    _C.NO_CONTACT: Words(
        "No contact with {backend}.",
        "Jobs may still run there; states are as of the last contact.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.BACKEND_PAUSED: Words(
        "{backend} is paused{message}.",
        "What is on hold starts when the pause ends.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.DATABASE_MAINTENANCE: Words(
        "The database of {backend} is in maintenance{message}.",
        "What is on hold starts when that ends.",
        _W.OPERATORS,
        _O.DATABASE,
    ),
    _C.WAITING_ON_DEPENDENCIES: Words(
        "Waiting for {subject} to finish.",
        "It starts when they have succeeded.",
        _W.NOBODY,
        _O.ACTIONS,
    ),
    _C.WAITING_ON_WORKERS: Words(
        "Waiting for a free worker on {backend}{queue}.", _BY_ITSELF, _W.NOBODY, _BACKEND
    ),
    _C.WAITING_ON_DATABASE_WORKERS: Words(
        "Waiting for a free database worker on {backend}{queue}.",
        _BY_ITSELF,
        _W.NOBODY,
        _O.DATABASE,
    ),
    _C.WAITING_ON_REBOOT: Words(
        "Waiting for a restart of {backend}.",
        "It starts again after that.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.WAITING_ON_NEW_TASK: Words(
        "Waiting to be tried again on {backend}.", _BY_ITSELF, _W.NOBODY, _BACKEND
    ),
    _C.CREATED: Words("Waiting for its turn on {backend}{queue}.", _BY_ITSELF, _W.NOBODY, _BACKEND),
    _C.PENDING: Words(
        "Waiting for its turn on {backend}{queue}{message}.", _BY_ITSELF, _W.NOBODY, _BACKEND
    ),
    _C.PREPARING: Words(
        "Its files are being made ready on {backend}.", _ENDS_BY_ITSELF, _W.NOBODY, _JOB
    ),
    _C.EXECUTING: Words("Its script runs on {backend}.", _ENDS_BY_ITSELF, _W.NOBODY, _JOB),
    _C.FINALIZING: Words(
        "Its script has ended; the outputs are being checked and kept.",
        "It ends by itself.",
        _W.NOBODY,
        _JOB,
    ),
    _C.RUNNING: Words("Running on {backend}{message}.", _ENDS_BY_ITSELF, _W.NOBODY, _JOB),
    _C.CANCELLING: Words(
        "Cancel sent; {backend} answers at its next contact.",
        "It ends when {backend} has stopped it, which may be after it has finished.",
        _W.NOBODY,
        _BACKEND,
    ),
    _C.CANCELLED: Words(
        "Cancelled.", "Run it again if its result is wanted after all.", _W.ASKER, _JOB
    ),
    _C.DEPENDENCY_FAILED: Words(
        "Not run, because {subject}.",
        "Mend what it needs, and run that and this again.",
        _W.ASKER,
        _O.ACTIONS,
    ),
    _C.NONZERO_EXIT: Words(
        "The script ran and stopped with {subject}.", _IN_ITS_LOG, _W.ASKER, _JOB
    ),
    _C.UNMATCHED_PATTERNS: Words(
        "The script ran, but outputs that project.yaml names were not found.",
        "Compare outputs in project.yaml with the files that the script writes. Its log, which "
        "stays inside {backend}, lists them.",
        _W.ASKER,
        _JOB,
    ),
    _C.INTERNAL_ERROR: Words(
        "{backend} met an error of its own{message}.",
        "Run it again. If it fails again, tell the people who run {backend}.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.KILLED_BY_ADMIN: Words(
        "An administrator of {backend} stopped it{message}.",
        "Ask the people who run {backend} before you run it again.",
        _W.OPERATORS,
        _BACKEND,
    ),
    _C.STALE_CODELISTS: Words(
        "The codelists of the study are out of date{message}.",
        "Run opensafely codelists update, commit and push, then run it again.",
        _W.ASKER,
        _JOB,
    ),
    _C.JOB_ERROR: Words("The job ended with an error{message}.", _IN_ITS_LOG, _W.ASKER, _JOB),
    _C.REQUEST_ERROR: Words(
        "{backend} could not make jobs of this request{message}.",
        "Mend what it names, push, and run again.",
        _W.ASKER,
        _O.PROJECT_YAML,
    ),
    _C.FAILED: Words(
        "The job failed{message}.",
        "Its log, which stays inside {backend}, may say more.",
        _W.ASKER,
        _JOB,
    ),
    _C.NOTHING_TO_DO: Words(
        "There was nothing to run{message}.",
        "Name an action to run it again.",
        _W.ASKER,
        _O.REQUEST,
    ),
    _C.UNLISTED: Words(
        "{backend} reports this job no longer, and had not ended it.",
        "The request shows how its action stands now.",
        _W.NOBODY,
        _JOB,
    ),
    _C.UNKNOWN_STATUS: Words(
        "{backend} says {subject}, a word that this service does not know.",
        "The job is shown as it was reported. The people who run this service are told.",
        _W.SERVICE,
        _JOB,
    ),
}

_WORD_IS_TOLD = "The code {subject} is new to this service, whose people are told of it."


def _beside_a_new_code(code: ReasonCode, *, what_next: str = _WORD_IS_TOLD) -> Words:
    return WORDS[code]._replace(what_next=what_next, who=_W.SERVICE)


OTHER_WORDS: dict[Case, dict[ReasonCode, Words]] = {
    Case.NO_JOBS: {
        _C.BACKEND_SWITCHED_OFF: Words(
            "{backend} was switched off here, and has made no jobs of this request.",
            "Nothing is done with it until staff switch {backend} on again.",
            _W.SERVICE,
            _BACKEND,
        ),
        _C.NO_CONTACT: Words(
            "No contact with {backend}, which has not fetched this request.",
            "It does so when it is back.",
            _W.OPERATORS,
            _BACKEND,
        ),
        _C.BACKEND_PAUSED: Words(
            "{backend} is paused, and has made no jobs of this request.",
            "They start when the pause ends.",
            _W.OPERATORS,
            _BACKEND,
        ),
        _C.DATABASE_MAINTENANCE: Words(
            "{backend} has made no jobs of this request yet; its database is in "
            "maintenance{message}.",
            "Those that read the database start when that ends.",
            _W.OPERATORS,
            _O.DATABASE,
        ),
        _C.CANCELLING: Words(
            "Cancelled before {backend} fetched it.",
            "It ends by itself unless {backend} fetches it first, and stops its jobs then.",
            _W.NOBODY,
            _BACKEND,
        ),
        _C.CANCELLED: WORDS[_C.CANCELLED]._replace(
            text="Cancelled before {backend} fetched it.", about=_O.REQUEST
        ),
    },
    Case.WHOLE: {
        _C.PENDING: Words(
            "{subject}.", "The reason of each job says what it waits for.", _W.NOBODY, _O.REQUEST
        ),
        _C.RUNNING: Words("{subject}.", _ENDS_BY_ITSELF, _W.NOBODY, _O.REQUEST),
        _C.FAILED: Words(
            "{subject} failed.",
            "The reason of each that failed says what helps.",
            _W.ASKER,
            _O.REQUEST,
        ),
        _C.CANCELLED: WORDS[_C.CANCELLED]._replace(text="{subject} cancelled.", about=_O.REQUEST),
        _C.UNKNOWN_STATUS: Words(
            "{backend} says words of it that this service does not know.",
            "The jobs are shown as they were reported. The people who run this service are told.",
            _W.SERVICE,
            _O.REQUEST,
        ),
    },
    Case.STOPPING: {
        _C.BACKEND_SWITCHED_OFF: Words(
            "{backend}, which is to stop this, was switched off here.",
            "It learns of the cancel when staff have switched it on again; jobs may run on there "
            "until then.",
            _W.SERVICE,
            _BACKEND,
        ),
        _C.NO_CONTACT: Words(
            "No contact with {backend}, which is to stop this.",
            "It learns of the cancel when it is back; jobs may run on there until then.",
            _W.OPERATORS,
            _BACKEND,
        ),
    },
    Case.NEW_CODE: {
        _C.PENDING: _beside_a_new_code(_C.PENDING),
        _C.RUNNING: _beside_a_new_code(_C.RUNNING),
        _C.FAILED: _beside_a_new_code(
            _C.FAILED, what_next=f"{WORDS[_C.FAILED].what_next} {_WORD_IS_TOLD}"
        ),
    },
}


def words_of(code: ReasonCode, case: Case | None = None) -> Words:
    """How the code is said, there or anywhere."""
    return OTHER_WORDS[case].get(code, WORDS[code]) if case else WORDS[code]


# What a runner's codes mean, by the status beside which they stand.
WHILE_PENDING = {
    "created": _C.CREATED,
    "paused": _C.BACKEND_PAUSED,
    "waiting_db_maintenance": _C.DATABASE_MAINTENANCE,
    "waiting_on_dependencies": _C.WAITING_ON_DEPENDENCIES,
    "waiting_on_workers": _C.WAITING_ON_WORKERS,
    "waiting_on_db_workers": _C.WAITING_ON_DATABASE_WORKERS,
    "waiting_on_reboot": _C.WAITING_ON_REBOOT,
    "waiting_on_new_task": _C.WAITING_ON_NEW_TASK,
}
WHILE_RUNNING = {
    "preparing": _C.PREPARING,
    "prepared": _C.PREPARING,
    "initiated": _C.EXECUTING,
    "executing": _C.EXECUTING,
    "executed": _C.EXECUTING,
    "finalizing": _C.FINALIZING,
    "finalized": _C.FINALIZING,
}
AFTER_FAILURE = {
    "cancelled_by_user": _C.CANCELLED,
    "dependency_failed": _C.DEPENDENCY_FAILED,
    "internal_error": _C.INTERNAL_ERROR,
    "job_error": _C.JOB_ERROR,
    "killed_by_admin": _C.KILLED_BY_ADMIN,
    "nonzero_exit": _C.NONZERO_EXIT,
    "stale_codelists": _C.STALE_CODELISTS,
    "unmatched_patterns": _C.UNMATCHED_PATTERNS,
}
# What runners say in a succeeded job that stands for a request of which nothing is to run.
NOTHING_RAN = frozenset(
    {
        "All actions have already run",
        "All actions have already completed successfully",
        "All requested actions were already scheduled to run",
    }
)
WITH_LOG = frozenset({"nonzero_exit", "unmatched_patterns", "job_error"})
