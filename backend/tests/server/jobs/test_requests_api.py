"""Reading requests and jobs."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.fleet.models import Backend
from server.jobs import finding
from server.jobs.models import Job, JobDetail, JobRequest
from server.jobs.statuses import DisplayStatus, strip_of
from server.people.roles import Role
from tests.api import Api, bearer, pointers_of, problem_of
from tests.plans import rows_read
from tests.recipes import (
    MINUTE,
    NOON,
    SECOND,
    SHA,
    give_role,
    make_backend,
    make_job,
    make_job_request,
    make_member,
    make_project,
    user,
    workspace,
)

S = DisplayStatus


def planned(*steps):
    """(action, needs…) → what a request keeps of its plan."""
    return [
        {
            "action": action,
            "decision": "chosen",
            "because": "you chose it",
            "needs": list(needs),
            "is_database_action": action == "make_cohort",
        }
        for action, *needs in steps
    ]


@pytest.fixture
def run(tpp, w1, ada):
    """Half done: one succeeded, one failed, one not run because of it, one running, one waits."""
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON)
    made = make_job_request(
        backend=tpp,
        workspace=w1,
        created_by=ada,
        status="running",
        started_at=NOON,
        updated_at=NOON + MINUTE,
        strip=strip_of([S.SUCCEEDED, S.FAILED, S.NOT_RUN, S.RUNNING, S.WAITING]),
        planned=planned(
            ("make_cohort",),
            ("fit", "make_cohort"),
            ("table", "fit"),
            ("plot", "make_cohort"),
            ("report", "plot"),
        ),
        project_definition="version: '4'\n",
        commit_message="Count admissions",
    )
    # In another order than that of project.yaml.
    make_job(made, action="report", identifier="jobreport", status_code="waiting_on_dependencies")
    make_job(
        made,
        action="plot",
        identifier="jobplot",
        status="running",
        status_code="executing",
        started_at=NOON + 4 * SECOND,
    )
    make_job(
        made,
        action="table",
        identifier="jobtable",
        status="failed",
        status_code="dependency_failed",
    )
    make_job(
        made,
        action="fit",
        identifier="jobfit",
        status="failed",
        status_code="nonzero_exit",
        status_message="Job exited with an error code 1",
        started_at=NOON,
        completed_at=NOON + timedelta(seconds=252),
    )
    make_job(
        made,
        action="make_cohort",
        identifier="jobcohort",
        status="succeeded",
        started_at=NOON + 10 * SECOND,
        completed_at=NOON + 70 * SECOND,
        metrics={"cpu_peak": 180.2, "mem_mb_peak": 512, "other": "x"},
    )
    return made


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON + MINUTE, tick=False):
        yield


# -- one request ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["identifier", "number"])
def test_anyone_reads_a_request_by_identifier_or_number(run, name):
    answer = Api().get(f"job-requests/{getattr(run, name)}")

    assert answer.status_code == 200
    assert answer.json()["identifier"] == run.identifier


def test_a_request_says_how_its_jobs_are(run):
    shown = Api().get(f"job-requests/{run.identifier}").json()

    assert shown["summary"] == (
        "1 of 5 jobs succeeded. 1 failed, 1 not run because of it, 1 running, 1 waiting."
    )
    assert shown["strip"] == ["succeeded", "failed", "not_run", "running", "waiting"]
    assert shown["job_counts"]["total"] == 5
    assert shown["has_errors"] is True
    assert shown["reason"]["text"] == "1 running, 1 waiting."
    assert shown["runtime_s"] == 60 + 252
    assert (shown["duration_s"], shown["completed_at"]) == (None, None)
    assert shown["commit"] == {
        "sha": SHA,
        "url": f"{run.workspace.repo.url}/tree/{SHA}",
        "message": "Count admissions",
        "compare_url": None,
    }


def test_jobs_stand_in_the_order_of_project_yaml_each_with_its_reason(run):
    jobs = Api().get(f"job-requests/{run.identifier}").json()["jobs"]

    reasons = {job["action"]: job["reason"] and job["reason"]["text"] for job in jobs}
    assert list(reasons.items()) == [
        ("make_cohort", None),
        ("fit", "The script ran and stopped with exit code 1."),
        ("table", "Not run, because fit failed."),
        ("plot", "Its script runs on TPP."),
        ("report", "Waiting for plot to finish."),
    ]


def test_what_a_job_used_is_shown_to_people_with_any_role_alone(run, bob):
    for person in (None, bob):
        assert jobs_shown_to(person, run)["make_cohort"]["metrics"] is None

    make_member(make_project(), bob, Role.PROJECT_COLLABORATOR)
    assert jobs_shown_to(bob, run)["make_cohort"]["metrics"]["cpu_peak"] == 180.2
    shown = Api(bob).get(f"job-requests/{run.identifier}/jobs/jobcohort")
    assert shown.json()["metrics"]["cpu_peak"] == 180.2


def test_a_job_shows_its_earlier_tries_newest_first(run):
    job = run.jobs.get(action="plot")
    for minute, status, code in [(1, "failed", "nonzero_exit"), (2, "running", "executing")]:
        job.attempts.create(
            status=status,
            status_code=code,
            status_message="",
            created_at=NOON,
            started_at=NOON,
            completed_at=NOON + minute * MINUTE if status == "failed" else None,
            replaced_at=NOON + (minute + 1) * MINUTE,
        )

    shown = Api().get(f"job-requests/{run.identifier}/jobs/jobplot").json()

    assert shown["attempts_total"] == 3
    assert [
        (each["display_status"], each["was_interrupted"], each["duration_s"])
        for each in shown["attempts"]
    ] == [("running", True, 180), ("failed", False, 60)]
    assert [each["reason"] and each["reason"]["code"] for each in shown["attempts"]] == [
        None,
        "nonzero_exit",
    ]
    tried = {job["action"]: job["attempts_total"] for job in jobs_shown_to(None, run).values()}
    assert tried["plot"] == 3
    assert tried["fit"] == 1


def test_where_a_job_is_traced_is_shown_to_staff_alone(run, ada, bob):
    traced = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
    JobDetail.objects.filter(job__action="plot").update(trace_context=traced)
    address = f"job-requests/{run.identifier}/jobs/jobplot"

    assert Api(ada).get(address).json()["trace_context"] is None
    give_role(bob, Role.STAFF_AREA_ADMINISTRATOR)
    assert Api(bob).get(address).json()["trace_context"] == traced


def test_jobs_that_no_plan_knew_come_last_in_the_order_they_were_made(run):
    make_job(run, action="b_later", created_at=NOON + MINUTE)
    make_job(run, action="c_sooner", created_at=NOON)

    jobs = Api().get(f"job-requests/{run.identifier}").json()["jobs"]

    assert [job["action"] for job in jobs[-3:]] == ["report", "c_sooner", "b_later"]


def test_a_failure_says_what_happened_what_to_do_and_what_it_stopped(run):
    (failure,) = Api().get(f"job-requests/{run.identifier}").json()["failures"]

    assert failure == {
        "job_identifier": "jobfit",
        "action": "fit",
        "title": "fit failed after 4 min 12 s",
        "explanation": "The script ran and stopped with exit code 1.",
        "what_to_do": "The reason is in its log, which stays inside TPP.",
        "log_path": "w1/metadata/fit.log",
        "blocked": ["table"],
    }


def jobs_shown_to(person, run):
    shown = Api(person).get(f"job-requests/{run.identifier}").json()
    return {job["action"]: job for job in shown["jobs"]}


def test_a_job_says_its_times_its_needs_and_what_it_used(run, ada):
    jobs = jobs_shown_to(ada, run)

    cohort, plot, report = jobs["make_cohort"], jobs["plot"], jobs["report"]
    assert (cohort["waited_s"], cohort["duration_s"]) == (10, 60)
    assert cohort["metrics"] == {
        "cpu_peak": 180.2,
        "mem_mb_peak": 512.0,
        "cpu_mean": None,
        "mem_mb_mean": None,
    }
    assert cohort["is_database_action"] is True
    assert (plot["needs"], plot["waited_s"], plot["duration_s"]) == (["make_cohort"], 4, None)
    assert (report["waited_s"], report["metrics"]) == (None, None)


def test_a_job_that_is_reported_no_longer_is_on_its_own_page_alone(run):
    run.jobs.filter(action="plot").update(hidden_at=NOON)

    shown = Api().get(f"job-requests/{run.identifier}").json()

    assert "plot" not in [job["action"] for job in shown["jobs"]]
    in_request = Api().get(f"job-requests/{run.identifier}/jobs/jobplot").json()
    assert in_request == Api().get("jobs/jobplot").json()
    assert in_request["unlisted_since"] == "2026-03-04T12:00:00Z"
    assert (in_request["status"], in_request["display_status"]) == ("running", "unknown")
    assert in_request["reason"]["code"] == "unlisted"
    assert in_request["is_stale"] is False
    assert in_request["can"]["cancel"]["why_not"] == "Its runner reports the job no longer."
    assert (in_request["attempts"], in_request["attempts_total"]) == ([], 1)
    assert Api().get("jobs/jobplo").status_code == 404


@pytest.fixture
def rebuilt(run):
    """The runner lists fit under another name, and jobfit no longer, which had failed."""
    run.jobs.filter(identifier="jobfit").update(hidden_at=NOON + 5 * MINUTE)
    make_job(run, action="fit", identifier="jobfit2", status="running", started_at=NOON + MINUTE)
    return run


def test_a_job_that_is_reported_no_longer_was_a_try_of_the_one_that_took_its_place(rebuilt):
    rebuilt.jobs.get(identifier="jobfit2").attempts.create(
        status="running", status_code="", status_message="", created_at=NOON, replaced_at=NOON
    )

    shown = Api().get("jobs/jobfit2").json()

    assert [(each["job_identifier"], each["display_status"]) for each in shown["attempts"]] == [
        ("jobfit", "failed"),
        (None, "running"),
    ]
    assert shown["attempts"][0]["reason"]["text"] == "The script ran and stopped with exit code 1."
    assert shown["attempts_total"] == 3
    assert jobs_shown_to(None, rebuilt)["fit"]["attempts_total"] == 3


def test_a_job_that_ended_and_is_reported_no_longer_says_how_it_ended(rebuilt):
    shown = Api().get("jobs/jobfit").json()

    assert (shown["display_status"], shown["reason"]["code"]) == ("failed", "nonzero_exit")
    assert shown["unlisted_since"] == "2026-03-04T12:05:00Z"


def test_a_job_that_is_reported_is_meant_before_one_that_is_not(rebuilt, tpp, w1):
    other = make_job_request(backend=tpp, workspace=w1)
    make_job(other, action="fit", identifier="jobfit")

    assert Api().get("jobs/jobfit").json()["job_request"]["number"] == other.number


def test_of_many_that_are_reported_no_longer_the_newest_are_shown(rebuilt):
    for number in range(30):
        hidden_at = NOON + (10 + number) * MINUTE
        make_job(rebuilt, action="fit", identifier=f"gone{number}", hidden_at=hidden_at)

    shown = Api().get("jobs/jobfit2").json()

    assert [each["job_identifier"] for each in shown["attempts"]] == [
        f"gone{number}" for number in range(29, 9, -1)
    ]
    assert shown["attempts_total"] == 32


def test_a_request_that_its_runner_refused_says_why(tpp, w1):
    refused = make_job_request(
        backend=tpp, workspace=w1, status="failed", strip=strip_of([S.FAILED])
    )
    make_job(
        refused,
        action="__error__",
        status="failed",
        status_code="internal_error",
        status_message="ProjectValidationError: no such action: plot",
    )

    shown = Api().get(f"job-requests/{refused.number}").json()

    assert shown["is_invalid"] is True
    assert shown["status_message"] == "ProjectValidationError: no such action: plot"
    assert shown["failures"][0]["title"] == "The request could not be run"
    assert shown["failures"][0]["explanation"] == (
        "TPP could not make jobs of this request: ProjectValidationError: no such action: plot."
    )


def test_a_request_nobody_has_fetched_is_pending_and_says_so(tpp, w1):
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON)
    fresh = make_job_request(backend=tpp, workspace=w1)

    shown = Api().get(f"job-requests/{fresh.identifier}").json()

    assert (shown["status"], shown["display_status"]) == ("pending", "waiting")
    assert shown["reason"]["code"] == "not_picked_up"
    assert shown["summary"] == "TPP has not fetched this request yet."
    assert shown["jobs"] == []


def test_the_changes_since_the_last_request_there_can_be_read(tpp, emis, w1):
    make_job_request(backend=tpp, workspace=w1, sha="a" * 40)
    make_job_request(backend=emis, workspace=w1, sha="b" * 40)
    last = make_job_request(backend=tpp, workspace=w1, sha="c" * 40)

    shown = Api().get(f"job-requests/{last.identifier}").json()

    assert shown["commit"]["compare_url"] == (f"{w1.repo.url}/compare/{'a' * 40}..{'c' * 40}")


def test_a_very_long_project_yaml_is_measured_but_not_sent(tpp, w1):
    run = make_job_request(backend=tpp, workspace=w1, project_definition="é" * 200_001)

    shown = Api().get(f"job-requests/{run.identifier}").json()

    assert (shown["project_definition"], shown["project_definition_bytes"]) == (None, 400_002)


@pytest.mark.parametrize(
    ("minutes", "is_stale"), [(30, False), (31, True)], ids=["30 min", "31 min"]
)
def test_unfinished_work_that_was_not_heard_of_for_long_is_stale(run, minutes, is_stale):
    a_day_ahead = NOON + timedelta(days=1)  # by the runner's clock, which says nothing of it
    with time_machine.travel(NOON + MINUTE + minutes * MINUTE, tick=False):
        run.jobs.update(received_at=NOON + MINUTE, updated_at=a_day_ahead)
        shown = Api().get(f"job-requests/{run.identifier}").json()

    stale = {job["action"]: job["is_stale"] for job in shown["jobs"]}
    assert shown["is_stale"] is is_stale
    assert shown["news_at"] == shown["jobs"][0]["news_at"] == "2026-03-04T12:01:00Z"
    assert stale["plot"] is is_stale
    assert stale["make_cohort"] is False


@pytest.mark.parametrize(
    ("behind", "is_stale"), [(timedelta(minutes=31), True), (timedelta(days=1), False)]
)
def test_what_a_runner_says_of_its_news_counts_where_its_clock_can_be_right(run, behind, is_stale):
    with time_machine.travel(NOON + 31 * MINUTE, tick=False):
        run.jobs.update(received_at=NOON + 31 * MINUTE, updated_at=NOON + 31 * MINUTE - behind)
        shown = Api().get(f"job-requests/{run.identifier}").json()

    assert shown["is_stale"] is is_stale
    assert any(job["is_stale"] for job in shown["jobs"]) is is_stale
    since = NOON if is_stale else NOON + 31 * MINUTE
    assert shown["news_at"] == f"{since:%Y-%m-%dT%H:%M:%SZ}"


def test_a_finished_request_says_how_long_it_took(tpp, w1):
    run = make_job_request(
        backend=tpp,
        workspace=w1,
        status="succeeded",
        strip="s",
        started_at=NOON,
        completed_at=NOON + 5 * MINUTE,
    )

    shown = Api().get(f"job-requests/{run.identifier}").json()

    assert (shown["duration_s"], shown["reason"]) == (300, None)


@pytest.mark.parametrize(
    "path",
    [
        "job-requests/aaaaaaaaaaaaaaaa",
        "job-requests/0",
        "job-requests/99999999999999999999999999",
        "job-requests/²",
        "job-requests/a%00b",
        "job-requests/aaaaaaaaaaaaaaaa/jobs/b",
        "job-requests/1/jobs/a%00b",
        "jobs/nosuchjob",
        "jobs/a%00bcd",
        "jobs/job",
        "workspaces/a%00b/statuses",
        "workspaces/moon/statuses",
        "workspaces/moon/job-requests",
    ],
)
def test_what_is_not_there_is_not_found(run, path):
    assert problem_of(Api().get(path)) == (404, "not-found")


# -- who may what --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "why_not"),
    [
        ("ada", None),
        ("admin", None),
        (
            "bob",
            (
                "You may not cancel this request. It needs the permission job_cancel, which the "
                "role Deployment Administrator or Project Developer gives."
            ),
        ),
        (None, "Sign in to cancel this request."),
    ],
)
def test_a_request_says_who_may_cancel_it(run, who, why_not, request):
    person = request.getfixturevalue(who) if who else None

    shown = Api(person).get(f"job-requests/{run.identifier}").json()

    verdict = {
        "allowed": why_not is None,
        "why_not": why_not,
        "permission": "job_cancel" if why_not else None,
    }
    assert shown["can"]["cancel"] == verdict
    cancels = {job["action"]: job["can"]["cancel"] for job in shown["jobs"]}
    assert cancels["plot"] == verdict
    assert cancels["fit"]["why_not"] == "The job has finished."


def test_a_request_says_why_it_cannot_be_run_again(run, ada, w1):
    w1.is_archived = True
    w1.save(update_fields=["is_archived"])

    shown = Api(ada).get(f"job-requests/{run.identifier}").json()

    assert shown["can"]["run_again"]["allowed"] is False
    assert "archived" in shown["can"]["run_again"]["why_not"]


def test_no_answer_holds_an_e_mail_address(run):
    for path in (f"job-requests/{run.identifier}", "job-requests", "jobs/jobplot"):
        assert "@" not in Api().get(path).content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "job-requests",
        "job-requests/{0}",
        "job-requests/{0}/jobs/jobplot",
        "jobs/jobplot",
        "workspaces/w1/job-requests",
        "workspaces/w1/statuses",
    ],
)
def test_with_public_read_off_only_signed_in_people_read(run, bob, settings, path):
    settings.PUBLIC_READ = False
    path = path.format(run.identifier)

    assert problem_of(Api().get(path)) == (401, "not-signed-in")
    assert Api(bob).get(path).status_code == 200
    assert Api().get(path, authorization=bearer(bob)).status_code == 200


# -- a job ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["job-requests/{0}/jobs/jobfit", "jobs/jobfit", "jobs/jobf"])
def test_a_job_is_found_with_its_request(run, path):
    run.jobs.get(action="fit").detail.__class__.objects.filter(job__action="fit").update(
        run_command="python:v2 fit.py"
    )

    shown = Api().get(path.format(run.identifier)).json()

    assert (shown["action"], shown["run_command"]) == ("fit", "python:v2 fit.py")
    assert shown["job_request"]["number"] == run.number
    assert shown["reason"]["code"] == "nonzero_exit"


def test_an_identifier_of_several_jobs_is_answered_by_all_of_them(run, tpp, w1):
    other = make_job_request(backend=tpp, workspace=w1)
    make_job(other, action="fit", identifier="jobfit")
    make_job(other, action="gone", identifier="jobfit2", hidden_at=NOON)

    answer = Api().get("jobs/jobfit")

    assert problem_of(answer) == (409, "ambiguous-identifier")
    assert [match["job_request_number"] for match in answer.json()["matches"]] == [
        run.number,
        other.number,
    ]
    assert answer.json()["matches"][0] == {
        "identifier": "jobfit",
        "action": "fit",
        "job_request_identifier": run.identifier,
        "job_request_number": run.number,
        "workspace": "w1",
    }


def test_a_whole_identifier_beats_longer_ones_that_begin_with_it(run):
    make_job(run, action="other", identifier="jobfit2")

    assert Api().get("jobs/jobfit").json()["action"] == "fit"


def test_letters_of_patterns_in_an_identifier_stand_for_themselves(run):
    for text in ("job%25", "job_", "job*", "jobf%25t", "JOBFIT"):
        assert Api().get(f"jobs/{text}").status_code == 404


# -- lists ---------------------------------------------------------------------------------------


def test_a_list_has_the_newest_first_and_pages(tpp, w1):
    made = [
        make_job_request(backend=tpp, workspace=w1, created_at=NOON + number * SECOND).number
        for number in range(5)
    ]

    first = Api().get("job-requests", {"limit": 2}).json()
    second = Api().get("job-requests", {"limit": 2, "cursor": first["next"]}).json()
    back = Api().get("job-requests", {"limit": 2, "cursor": second["previous"]}).json()

    numbers = [[row["number"] for row in page["results"]] for page in (first, second, back)]
    assert numbers == [made[:2:-1], made[2:0:-1], made[:2:-1]]
    assert first["previous"] is None


def test_a_row_has_the_first_twenty_actions_and_sixty_jobs_at_most(tpp, w1):
    make_job_request(
        backend=tpp,
        workspace=w1,
        requested_actions=[f"a{number}" for number in range(21)],
        strip="s" * 61,
        status="succeeded",
    )

    (row,) = Api().get("job-requests").json()["results"]

    assert (len(row["requested_actions"]), row["requested_actions_total"]) == (20, 21)
    assert (row["strip"], row["job_counts"]["succeeded"]) == ([], 61)


@pytest.fixture
def four(tpp, emis, w1, ada, bob):
    """Four requests, the oldest first."""
    w2 = workspace.make(name="w2", project=make_project(org_slugs=("clinic",)))
    rows = [
        make_job_request(backend=tpp, workspace=w1, created_by=ada, status="succeeded"),
        make_job_request(backend=emis, workspace=w1, created_by=ada, status="running"),
        make_job_request(backend=tpp, workspace=w2, created_by=bob, status="failed"),
        make_job_request(backend=tpp, workspace=w2, created_by=bob, status="pending"),
    ]
    for position, row in enumerate(rows):
        type(row).objects.filter(pk=row.pk).update(
            created_at=NOON + position * MINUTE, identifier=f"run{'abcd'[position]}" + "2" * 12
        )
    make_job(rows[0], action="plot", identifier="joba")
    make_job(rows[2], action="plot", identifier="jobc")
    make_job(rows[3], action="plot", identifier="jobd", hidden_at=NOON)
    return [row.number for row in rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [3, 2, 1, 0]),
        ({"backend": "tpp"}, [3, 2, 0]),
        ({"status": "failed"}, [2]),
        ({"unfinished": "true"}, [3, 1]),
        ({"unfinished": "true", "backend": "tpp"}, [3]),
        ({"workspace": "w1"}, [1, 0]),
        ({"user": "bob"}, [3, 2]),
        ({"mine": "true"}, [1, 0]),
        ({"from": "2026-03-04T12:01:00Z"}, [3, 2, 1]),
        ({"to": "2026-03-04T12:01:00Z"}, [0]),
        ({"from": "2026-03-04T12:01:00Z", "to": "2026-03-04T12:03:00Z"}, [2, 1]),
        ({"search": "plot"}, [2, 0]),
        ({"search": "plo"}, []),
        ({"search": "runb"}, [1]),
        ({"search": "RUNB"}, [1]),
        ({"search": "run"}, []),
        ({"search": "jobc"}, [2]),
        ({"search": "jobd"}, []),
        ({"search": "%"}, []),
        ({"search": "run_"}, []),
        ({"search": "plot", "backend": "emis"}, []),
        ({"search": "BOB"}, [3, 2]),
        ({"search": "W1"}, [1, 0]),
        ({"search": "w"}, []),
        ({"search": "asthma-winter"}, [1, 0]),
        ({"search": "w1", "user": "bob"}, []),
        ({"org": "example-university"}, [1, 0]),
        ({"org": "example-university", "user": "bob"}, []),
    ],
    ids=str,
)
def test_requests_are_filtered(four, ada, query, found):
    answer = Api(ada).get("job-requests", query)

    assert [row["number"] for row in answer.json()["results"]] == [four[at] for at in found]


@pytest.fixture
def busy_neighbour(four, tpp, ada):
    """3,000 requests of another project, in each of which `plot` ran; every fifth failed.

    They are newer than those of `four` but one.
    """
    JobRequest.objects.filter(pk=four[0]).update(created_at=NOON + 4000 * MINUTE)
    other = workspace.make(project=make_project(org_slugs=("elsewhere",)))
    requests = JobRequest.objects.bulk_create(
        JobRequest(
            backend=tpp,
            workspace=other,
            created_by=ada,
            created_at=NOON + at * MINUTE,
            requested_actions=["plot"],
            sha=SHA,
            branch="main",
            status="succeeded" if at % 5 else "failed",
        )
        for at in range(4, 3004)
    )
    Job.objects.bulk_create(
        Job(
            job_request=each,
            workspace=other,
            backend=tpp,
            identifier=f"job-of-{each.pk}",
            action="plot",
            status=each.status,
            created_at=NOON,
            received_at=NOON,
        )
        for each in requests
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE jobs_jobrequest")
        cursor.execute("ANALYZE jobs_job")


@pytest.mark.usefixtures("busy_neighbour")
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite does not tell what it read")
def test_nobody_reads_past_the_requests_of_others():
    read = {}
    for address in (
        "job-requests?org=example-university",
        "job-requests?org=example-university&status=failed",
        "job-requests?org=example-university&search=plot",
        "job-requests?org=example-university&user=bob",
        "job-requests?project=asthma-winter&search=plot",
        "job-requests?user=bob&search=plot",
        "job-requests?search=w1",
        "job-requests?search=bob",
        "job-requests?backend=emis&search=plot",
        "workspaces/w1/job-requests?search=plot",
        "workspaces/w1/job-requests?search=no_such_action",
    ):
        with CaptureQueriesContext(connection) as captured:
            Api().get(address)
        about_runs = [each["sql"] for each in captured if "jobs_job" in each["sql"]]
        read[address] = max(map(rows_read, about_runs))

    assert {address: rows for address, rows in read.items() if rows > 50} == {}


def test_an_organisation_without_a_request_has_an_empty_list(four):
    make_project(slug="flu-autumn", org_slugs=("nobody-yet",))

    assert Api().get("job-requests", {"org": "nobody-yet"}).json()["results"] == []


def test_a_number_is_found_exactly(four):
    answer = Api().get("job-requests", {"search": str(four[1])})

    assert [row["number"] for row in answer.json()["results"]] == [four[1]]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("workspaces/w1/job-requests", {}),
        ("job-requests", {"workspace": "w1"}),
        ("job-requests", {"user": "ada"}),
        ("job-requests", {"mine": "true"}),
    ],
)
def test_newer_runs_of_others_hide_no_action_of_a_list(four, ada, monkeypatch, path, query):
    monkeypatch.setattr(finding, "_MOST_FOUND", 1)

    rows = Api(ada).get(path, query | {"search": "plot"}).json()["results"]

    assert [row["number"] for row in rows] == [four[0]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"backend": "emis"}, 1),
        ({"unfinished": "true"}, 1),
        ({"to": NOON + 2 * MINUTE}, 1),
        ({"workspace": "w1", "backend": "tpp"}, 0),
        ({"workspace": "w1", "to": NOON + MINUTE}, 0),
    ],
)
def test_newer_runs_elsewhere_hide_no_action_of_what_is_asked_for(four, monkeypatch, query, found):
    monkeypatch.setattr(finding, "_MOST_FOUND", 1)
    make_job(JobRequest.objects.get(pk=four[1]), action="plot", identifier="jobe")

    rows = Api().get("job-requests", query | {"search": "plot"}).json()["results"]

    assert [row["number"] for row in rows] == [four[found]]


def test_what_was_asked_for_at_once_is_found_whatever_the_order_of_its_keys(four):
    make_job(JobRequest.objects.get(pk=four[1]), action="plot", identifier="jobe")
    JobRequest.objects.filter(pk=four[0]).update(created_at=NOON + MINUTE + SECOND)

    query = {"search": "plot", "to": NOON + 2 * MINUTE}
    rows = Api().get("job-requests", query).json()["results"]

    assert [row["number"] for row in rows] == [four[0], four[1]]


@pytest.mark.parametrize(
    "path", ["job-requests/{0}", "jobs/jobplot", "job-requests/{0}/jobs/jobplot"]
)
def test_a_job_without_its_wide_part_is_shown(run, ada, path):
    give_role(ada, Role.ADMINISTRATOR)
    run.jobs.update(status="failed", status_code="nonzero_exit")
    JobDetail.objects.all().delete()

    assert Api(ada).get(path.format(run.identifier)).status_code == 200


def test_the_requests_of_a_workspace_are_filtered_too(four):
    rows = Api().get("workspaces/w2/job-requests", {"status": "failed"}).json()["results"]

    assert [row["number"] for row in rows] == [four[2]]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ({"backend": "moon"}, "/backend"),
        ({"workspace": "moon"}, "/workspace"),
        ({"user": "nobody"}, "/user"),
        ({"status": "perhaps"}, "/status"),
        ({"unfinished": "perhaps"}, "/unfinished"),
        ({"from": "yesterday"}, "/from"),
        ({"to": "2026-99-99"}, "/to"),
        ({"search": "a\0b"}, "/search"),
        ({"search": "x" * 256}, "/search"),
        ({"cursor": "invented"}, "/cursor"),
        ({"limit": "0"}, "/limit"),
        ({"colour": "red"}, "/colour"),
    ],
    ids=str,
)
def test_filters_that_mean_nothing_are_refused(four, query, pointer):
    answer = Api().get("job-requests", query)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]


def test_the_list_of_a_workspace_takes_no_filter_by_workspace(four):
    assert problem_of(Api().get("workspaces/w1/job-requests", {"workspace": "w2"}))[0] == 400


def test_mine_needs_a_person(four):
    assert problem_of(Api().get("job-requests", {"mine": "true"})) == (401, "not-signed-in")


# -- tags ----------------------------------------------------------------------------------------


def test_an_unchanged_answer_is_not_sent_again(run):
    first = Api().get(f"job-requests/{run.identifier}")

    with time_machine.travel(NOON + 2 * MINUTE, tick=False):
        again = Api().get(f"job-requests/{run.identifier}", if_none_match=first["ETag"])
    run.jobs.filter(action="plot").update(status="failed")
    changed = Api().get(f"job-requests/{run.identifier}", if_none_match=first["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert (changed.status_code, changed["ETag"] == first["ETag"]) == (200, False)


def test_answers_are_kept_by_nobody_else(run):
    assert Api().get("job-requests")["Cache-Control"] == "private, no-cache"


# -- queries -------------------------------------------------------------------------------------


def _many(run, number):
    for each in range(number):
        other = make_job_request(
            backend=make_backend(f"b{each}"),
            workspace=workspace.make(project=make_project(org_slugs=(f"o{each}",))),
            created_by=user.make(),
        )
        make_job(other, action=f"action_{each}")
        make_job(run, action=f"action_{each}", status="failed", status_code="nonzero_exit")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("job-requests", {"limit": "100"}),
        ("job-requests", {"limit": "100", "search": "action_0"}),
        ("job-requests", {"limit": "100", "unfinished": "true"}),
        ("job-requests", {"limit": "100", "org": "example-university"}),
        ("workspaces/w1/job-requests", {}),
        ("workspaces/w1/statuses", {}),
        ("job-requests/{0}", {}),
        ("job-requests/{0}/jobs/jobplot", {}),
        ("jobs/jobplot", {}),
    ],
)
def test_the_number_of_queries_does_not_grow(run, ada, path, query, django_assert_num_queries):
    api, path = Api(ada), path.format(run.identifier)
    _many(run, 1)
    api.get(path, query)
    with CaptureQueriesContext(connection) as one:
        api.get(path, query)
    _many(run, 30)

    with django_assert_num_queries(len(one)):
        answer = api.get(path, query)

    assert answer.status_code == 200
    assert len(one) <= 12


def test_every_viewer_reads_a_request_by_three_statements(run, django_assert_num_queries):
    with django_assert_num_queries(3):
        answer = Api().get(f"job-requests/{run.identifier}")

    assert answer.status_code == 200


def test_what_a_failure_stopped_is_followed_to_the_end(tpp, w1):
    run = make_job_request(
        backend=tpp,
        workspace=w1,
        status="failed",
        planned=planned(("a",), ("b", "a"), ("c", "b"), ("d",), ("e", "d"), ("f", "c", "e")),
    )
    for action, code in [
        ("a", "nonzero_exit"),
        ("b", "dependency_failed"),
        ("c", "dependency_failed"),
        ("d", "job_error"),
        ("e", "dependency_failed"),
        ("f", "dependency_failed"),
    ]:
        make_job(run, action=action, status="failed", status_code=code)

    failures = Api().get(f"job-requests/{run.number}").json()["failures"]

    assert {failure["action"]: failure["blocked"] for failure in failures} == {
        "a": ["b", "c", "f"],
        "d": ["e", "f"],
    }
