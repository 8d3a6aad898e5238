"""Why a job is where it is, and what its failure means."""

from itertools import chain

import pytest

from server.fleet.models import Contact, Mode
from server.jobs.reason_codes import (
    AFTER_FAILURE,
    OTHER_WORDS,
    WHILE_PENDING,
    WHILE_RUNNING,
    WORDS,
    ObjectKind,
    ReasonCode,
    WhoCanAct,
)
from server.jobs.reasons import (
    BackendNow,
    JobState,
    explain_job,
    is_known,
    names_in_words,
    not_fetched,
)
from server.jobs.statuses import DisplayStatus
from tests.recipes import MINUTE, NOON, SECOND


def backend(**changes):
    values = {
        "slug": "tpp",
        "name": "TPP",
        "is_active": True,
        "switched_off_at": None,
        "contact": Contact.HEARD,
        "last_seen_at": NOON,
        "in_contact_since": None,
        "mode": Mode.TAKING,
        "mode_since": None,
        "mode_until": None,
        "mode_note": "",
    }
    return BackendNow(**(values | changes))


def explain(status, code="", message="", *, on=None, **changes):
    job = JobState(
        action=changes.pop("action", "plot"),
        status=status,
        status_code=code,
        status_message=message,
        **changes,
    )
    return explain_job(job, backend=on or backend())


@pytest.mark.parametrize(
    ("status", "code", "reason", "text"),
    [
        ("pending", "", "pending", "Waiting for its turn on TPP."),
        ("", "", "pending", "Waiting for its turn on TPP."),
        ("pending", "created", "created", "Waiting for its turn on TPP."),
        (
            "pending",
            "waiting_on_workers",
            "waiting_on_workers",
            "Waiting for a free worker on TPP.",
        ),
        (
            "pending",
            "waiting_on_db_workers",
            "waiting_on_database_workers",
            "Waiting for a free database worker on TPP.",
        ),
        (
            "pending",
            "waiting_on_reboot",
            "waiting_on_reboot",
            "Waiting for a restart of TPP.",
        ),
        (
            "pending",
            "waiting_on_new_task",
            "waiting_on_new_task",
            "Waiting to be tried again on TPP.",
        ),
        (
            "pending",
            "waiting_on_dependencies",
            "waiting_on_dependencies",
            "Waiting for the actions that it needs to finish.",
        ),
        ("pending", "paused", "backend_paused", "TPP is paused."),
        (
            "pending",
            "waiting_db_maintenance",
            "database_maintenance",
            "The database of TPP is in maintenance.",
        ),
        ("running", "", "running", "Running on TPP."),
        ("Running", "executing", "executing", "Its script runs on TPP."),
        ("running", "initiated", "executing", "Its script runs on TPP."),
        ("running", "preparing", "preparing", "Its files are being made ready on TPP."),
        (
            "running",
            "finalized",
            "finalizing",
            "Its script has ended; the outputs are being checked and kept.",
        ),
        ("failed", "cancelled_by_user", "cancelled", "Cancelled."),
        (
            "failed",
            "dependency_failed",
            "dependency_failed",
            "Not run, because an action that it needs failed.",
        ),
        (
            "failed",
            "nonzero_exit",
            "nonzero_exit",
            "The script ran and stopped with an error.",
        ),
        (
            "Failed",
            "unmatched_patterns",
            "unmatched_patterns",
            "The script ran, but outputs that project.yaml names were not found.",
        ),
        ("failed", "internal_error", "internal_error", "TPP met an error of its own."),
        (
            "failed",
            "killed_by_admin",
            "killed_by_admin",
            "An administrator of TPP stopped it.",
        ),
        (
            "failed",
            "stale_codelists",
            "stale_codelists",
            "The codelists of the study are out of date.",
        ),
        ("failed", "job_error", "job_error", "The job ended with an error."),
        ("failed", "", "failed", "The job failed."),
        ("failed", "new_in_2027", "failed", "The job failed."),
        (
            "weird",
            "",
            "unknown_status",
            "TPP says weird, a word that this service does not know.",
        ),
    ],
)
def test_every_status_and_code_has_its_reason(status, code, reason, text):
    found = explain(status, code)

    assert (found.code, found.text) == (reason, text)


@pytest.mark.parametrize("status", ["succeeded", "Succeeded", "0"])
def test_success_needs_no_reason(status):
    assert explain(status, "succeeded") is None


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Job exited with an error", "an error"),
        ("Job exited with an error code 137", "exit code 137"),
        ("Job exited with an error: Ran out of memory", "an error: Ran out of memory"),
        (
            "Job exited with an error code 3: A transient database error occurred.",
            "exit code 3: A transient database error occurred",
        ),
        ("something else", "an error"),
    ],
)
def test_an_exit_is_told_as_the_runner_told_it(message, text):
    found = explain("failed", "nonzero_exit", message)

    assert found.text == f"The script ran and stopped with {text}."
    assert found.what_next == "The reason is in its log, which stays inside TPP."


@pytest.mark.parametrize(
    ("code", "message", "text"),
    [
        ("new_code", "Something new.", "The job failed: Something new."),
        ("internal_error", " Disk full ", "TPP met an error of its own: Disk full."),
        (
            "stale_codelists",
            "required by action A",
            "The codelists of the study are out of date: required by action A.",
        ),
    ],
)
def test_a_failure_carries_the_words_of_the_runner(code, message, text):
    assert explain("failed", code, message).text == text


def test_a_code_that_is_new_to_us_is_told_in_the_words_of_the_runner():
    assert explain("pending", "on_the_moon", "Waiting for the moon").text == (
        "Waiting for its turn on TPP: Waiting for the moon."
    )
    assert explain("pending", "", "Pending").text == "Waiting for its turn on TPP."


@pytest.mark.parametrize(
    ("needs", "text"),
    [
        (["fit"], "Waiting for fit to finish."),
        (["fit", "plot"], "Waiting for fit and plot to finish."),
        (["fit", "plot", "b"], "Waiting for fit and 2 more to finish."),
    ],
)
def test_a_job_says_what_it_waits_for(needs, text):
    assert explain("pending", "waiting_on_dependencies", waits_for=needs).text == text


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (DisplayStatus.FAILED, "Not run, because fit failed."),
        (DisplayStatus.CANCELLED, "Not run, because fit was cancelled."),
        (DisplayStatus.NOT_RUN, "Not run, because fit was not run."),
    ],
)
def test_a_job_says_what_stopped_it(status, text):
    found = explain("failed", "dependency_failed", stopped_by=[("fit", status)])

    assert found.text == text


PAUSED = {"mode": Mode.PAUSED, "mode_since": NOON - MINUTE}
MAINTENANCE = {"mode": Mode.MAINTENANCE, "mode_since": NOON - MINUTE, "mode_note": "Rebuild."}


@pytest.mark.parametrize("code", ["", *WHILE_PENDING, "in_2027"])
def test_a_paused_backend_holds_whatever_waits_there(code):
    found = explain("pending", code, on=backend(**PAUSED), since=NOON, reads_database=True)

    assert (found.code, found.text) == ("backend_paused", "TPP is paused.")
    assert (found.since, found.who_can_act) == (NOON - MINUTE, "operators")


@pytest.mark.parametrize("code", ["", "created", "waiting_on_db_workers"])
def test_maintenance_holds_what_waits_and_reads_the_database(code):
    maintained = backend(**MAINTENANCE, mode_until=NOON + MINUTE)

    held = explain("pending", code, on=maintained, since=NOON, reads_database=True)
    other = explain("pending", code, on=maintained, since=NOON)

    assert held.code == "database_maintenance"
    assert held.text == "The database of TPP is in maintenance: Rebuild."
    assert (held.since, held.until) == (NOON - MINUTE, NOON + MINUTE)
    assert held.who_can_act == "operators"
    assert other.code not in ("database_maintenance", "backend_paused")


@pytest.mark.parametrize("mode", [PAUSED, MAINTENANCE])
@pytest.mark.parametrize(("status", "code"), [("running", "executing"), ("failed", "job_error")])
def test_no_mode_holds_what_runs_or_has_ended(mode, status, code):
    assert explain(status, code, on=backend(**mode), reads_database=True).code == code


def test_what_the_runner_alone_says_holds_since_it_said_so():
    assert explain("pending", "paused", since=NOON).since == NOON
    assert explain("pending", "paused", on=backend(**MAINTENANCE), since=NOON).since == NOON


@pytest.mark.parametrize("contact", [Contact.SILENT, Contact.NEVER])
@pytest.mark.parametrize(
    ("status", "code"), [("running", "executing"), ("pending", "waiting_on_workers")]
)
def test_silence_is_said_of_what_is_unfinished_and_of_nothing_else(contact, status, code):
    silent = backend(contact=contact)

    unfinished = explain(status, code, on=silent)

    assert (unfinished.code, unfinished.text) == ("no_contact", "No contact with TPP.")
    assert unfinished.since == NOON
    assert explain("failed", "nonzero_exit", on=silent).code == "nonzero_exit"


@pytest.mark.parametrize("status", ["pending", "running", "weird"])
@pytest.mark.parametrize("contact", [Contact.SILENT, Contact.NEVER])
def test_a_cancel_that_nobody_can_hear_says_so(status, contact):
    found = explain(status, on=backend(contact=contact), is_cancel_requested=True)

    assert (found.code, found.since) == ("no_contact", NOON)
    assert found.text == "No contact with TPP, which is to stop this."
    assert found.who_can_act == "operators"


@pytest.mark.parametrize("status", ["pending", "running", "weird"])
def test_a_cancel_that_was_sent_is_said_of_what_has_not_finished(status):
    found = explain(status, is_cancel_requested=True)

    assert found.code == "cancelling"
    assert found.text == "Cancel sent; TPP answers at its next contact."


def test_a_cancel_says_nothing_of_what_has_finished():
    assert explain("failed", "nonzero_exit", is_cancel_requested=True).code == "nonzero_exit"


def test_a_refused_request_says_why():
    found = explain("failed", "internal_error", "ProjectError: no action", action="__error__")

    assert found.code == "request_error"
    assert found.text == "TPP could not make jobs of this request: ProjectError: no action."


@pytest.mark.parametrize(
    ("contact", "code", "text"),
    [
        (Contact.HEARD, "not_picked_up", "TPP has not fetched this request yet."),
        (Contact.NEVER, "never_heard", "TPP has never been in contact."),
        (
            Contact.SILENT,
            "no_contact",
            "No contact with TPP, which has not fetched this request.",
        ),
    ],
)
def test_a_request_that_was_not_fetched_says_why(contact, code, text):
    found = not_fetched(backend(contact=contact), asked_at=NOON)

    assert (found.code, found.text, found.since) == (code, text, NOON)


def test_a_request_that_the_backend_could_have_fetched_says_so():
    found = not_fetched(backend(last_seen_at=NOON + 5 * MINUTE), asked_at=NOON)

    assert (found.code, found.since, found.heard_at) == ("no_jobs_yet", NOON, NOON + 5 * MINUTE)
    assert (
        found.text == "TPP was in contact after this was asked for, and has made no jobs of it yet."
    )
    assert found.who_can_act == "nobody"


def test_nobody_is_called_late_who_was_not_in_contact():
    on = backend(last_seen_at=NOON + 60 * MINUTE, in_contact_since=NOON + 58 * MINUTE)

    assert not_fetched(on, asked_at=NOON).code == "no_jobs_yet"


@pytest.mark.parametrize("mode", [{}, MAINTENANCE])
def test_a_request_of_which_no_jobs_are_made_for_minutes_is_for_the_operators(mode):
    on = backend(last_seen_at=NOON + 5 * MINUTE + SECOND, **mode)

    found = not_fetched(on, asked_at=NOON, requests_before=2)

    assert (found.code, found.who_can_act) == ("passed_over", "operators")
    assert found.text == (
        "TPP has been in contact for minutes, and has made no jobs of this request: "
        "2 requests before it."
    )


@pytest.mark.parametrize("seen_at", [NOON, NOON + MINUTE, NOON + 180 * MINUTE])
def test_a_request_on_a_paused_backend_says_so(seen_at):
    found = not_fetched(backend(last_seen_at=seen_at, **PAUSED), asked_at=NOON)

    assert (found.code, found.since) == ("backend_paused", NOON - MINUTE)
    assert found.text == "TPP is paused, and has made no jobs of this request."
    assert found.who_can_act == "operators"


@pytest.mark.parametrize("seen_at", [NOON, NOON + MINUTE])
def test_a_request_on_a_backend_in_maintenance_says_so(seen_at):
    found = not_fetched(backend(last_seen_at=seen_at, **MAINTENANCE), asked_at=NOON)

    assert (found.code, found.since) == ("database_maintenance", NOON - MINUTE)
    assert found.text == (
        "TPP has made no jobs of this request yet; its database is in maintenance: Rebuild."
    )
    assert found.who_can_act == "operators"


def test_silence_is_said_before_a_mode_that_may_be_over():
    silent = backend(contact=Contact.SILENT, **PAUSED)

    assert not_fetched(silent, asked_at=NOON).code == "no_contact"
    assert explain("pending", "paused", on=silent).code == "no_contact"


@pytest.mark.parametrize(
    ("status", "what_next"),
    [
        ("pending", ""),
        ("running", ""),
        ("failed", "Its log, which stays inside TPP, may say more. "),
    ],
)
def test_a_code_that_is_new_to_us_promises_nothing(status, what_next):
    found = explain(status, "on_the_moon")

    assert found.what_next == (
        f"{what_next}The code on_the_moon is new to this service, whose people are told of it."
    )
    assert found.who_can_act == "service"


def test_a_request_that_was_cancelled_before_it_was_fetched_says_so():
    found = not_fetched(backend(), asked_at=NOON, cancel_requested_at=NOON)

    assert (found.code, found.since) == ("cancelling", NOON)


def test_a_text_with_braces_stays_as_it_is():
    found = explain("failed", "x", "{0} {backend}", on=backend(name="{message}"))

    assert found.text == "The job failed: {0} {backend}."


@pytest.mark.parametrize(
    "words", [*WORDS.values(), *chain(*(each.values() for each in OTHER_WORDS.values()))]
)
def test_every_text_is_a_sentence(words):
    for text in words[:2]:
        assert text.endswith(".")
        assert not any(word in text.lower() for word in ("please", "sorry", "invalid", "!"))


def test_every_code_has_its_words():
    assert set(WORDS) == set(ReasonCode)


STATES = [
    *(("pending", code) for code in ["", *WHILE_PENDING]),
    *(("running", code) for code in ["", *WHILE_RUNNING]),
    *(("failed", code) for code in ["", *AFTER_FAILURE]),
]


@pytest.mark.parametrize(("status", "code"), [*STATES, ("weird", ""), ("pending", "in_2027")])
@pytest.mark.parametrize("contact", Contact)
@pytest.mark.parametrize("is_cancel_requested", [False, True])
def test_every_state_says_why_since_when_what_next_and_who(
    status, code, contact, is_cancel_requested
):
    found = explain(
        status,
        code,
        on=backend(contact=contact),
        since=NOON,
        is_cancel_requested=is_cancel_requested,
        cancel_requested_at=NOON,
    )

    assert found.text.endswith(".")
    assert found.what_next.endswith(".")
    assert found.since == NOON
    assert found.who_can_act in WhoCanAct
    assert found.about.kind in ObjectKind


@pytest.mark.parametrize(("status", "code"), [*STATES, ("", ""), ("", "created")])
def test_words_of_the_table_are_known(status, code):
    assert is_known(status=status, status_code=code)


@pytest.mark.parametrize(
    ("status", "code"), [("weird", ""), ("pending", "in_2027"), ("failed", "executing")]
)
def test_other_words_are_not(status, code):
    assert not is_known(status=status, status_code=code)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (None, "Waiting for a free worker on TPP."),
        (0, "Waiting for a free worker on TPP."),
        (1, "Waiting for a free worker on TPP: 1 request before it."),
        (3, "Waiting for a free worker on TPP: 3 requests before it."),
        (101, "Waiting for a free worker on TPP: 100+ requests before it."),
    ],
)
def test_a_queue_is_counted(before, text):
    assert explain("pending", "waiting_on_workers", requests_before=before).text == text


def test_a_refusal_names_the_line_of_project_yaml():
    found = explain(
        "failed",
        "internal_error",
        "ProjectValidationError: 'fitt' is not an action",
        action="__error__",
        project_definition="actions:\n  fit:\n  plot:\n    needs: [fitt]\n",
    )

    assert (found.about.kind, found.about.line) == (ObjectKind.PROJECT_YAML, 4)


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a and 2 more")],
)
def test_names_in_words(names, words):
    assert names_in_words(names) == words
