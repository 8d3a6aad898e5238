"""Conformance cases LI of the runner contract."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from structlog.testing import capture_logs

from server.core.counters import bump_backend, bump_shared
from server.fleet.models import Backend, CallCount
from server.jobs.models import JobRequest
from server.jobs.services import cancel_job_request, note_cancels_seen
from server.jobs.statuses import JobRequestStatus
from server.people.actors import actor_of
from server.projects.models import DataPermission, ProjectDataPermission
from server.runner_api.serializers import ListedJobRequestOut
from server.runner_api.unchanged import kept
from tests import recipes
from tests.contract.runner.wire import R1, R2, failed, job, succeeded, warnings_in

NOON = recipes.NOON


def identifiers(items):
    return [item["identifier"] for item in items]


@pytest.fixture
def active_130(tpp, w1, ada):
    """Requests 1 second apart; the identifier says which, oldest first."""
    return [
        recipes.make_job_request(
            identifier=f"{number:0>16}",
            backend=tpp,
            workspace=w1,
            created_by=ada,
            created_at=NOON + timedelta(seconds=number),
        )
        for number in range(130)
    ]


def test_li_1_an_idle_backend_gets_an_empty_page(ta):
    answer = ta.get("job-requests/")

    assert answer.status_code == 200
    assert answer.content == b'{"count":0,"next":null,"previous":null,"results":[]}'
    assert answer.headers["Content-Type"] == "application/json"


def test_li_2_a_request_carries_the_fields_of_all_eras(ta, r1):
    (item,) = ta.listed()

    assert item == {
        "identifier": R1,
        "backend": "tpp",
        "sha": recipes.SHA,
        "requested_actions": ["run_all"],
        "cancelled_actions": [],
        "force_run_dependencies": False,
        "codelists_ok": True,
        "database_name": "default",
        "created_by": "ada",
        "created_at": "2026-03-04T12:00:00Z",
        "project": "asthma-winter",
        "orgs": ["example-university"],
        "workspace": {
            "name": "w1",
            "repo": r1.workspace.repo.url,
            "branch": "main",
            "db": "full",
            "created_by": "ada",
            "created_at": "2026-03-04T12:00:00Z",
        },
    }


def test_li_2_the_schema_names_every_field_of_the_list(ta, r1):
    (item,) = ta.listed()

    declared = ListedJobRequestOut().fields
    assert set(declared) == set(item)
    assert set(declared["workspace"].fields) == set(item["workspace"])


def test_li_3_old_and_new_runners_find_their_database(ta, r1):
    (item,) = ta.listed()

    assert (item["workspace"]["db"], item["database_name"]) == ("full", "default")


def test_li_4_backend_project_and_orgs_are_slugs_the_lead_first(ta, tpp, ada):
    project = recipes.make_project(slug="p", org_slugs=("zeta", "alpha", "beta"))
    w2 = recipes.workspace.make(project=project)
    recipes.make_job_request(backend=tpp, workspace=w2, created_by=ada)

    (item,) = ta.listed()

    assert (item["backend"], item["project"]) == ("tpp", "p")
    assert item["orgs"] == ["zeta", "alpha", "beta"]


def test_li_4_a_project_without_orgs_has_an_empty_list(ta, tpp, ada):
    w2 = recipes.workspace.make(project=recipes.make_project(org_slugs=()))
    recipes.make_job_request(backend=tpp, workspace=w2, created_by=ada)

    assert ta.listed()[0]["orgs"] == []


def test_li_5_a_token_lists_its_own_backend_alone(ta, r1, r2_of_emis):
    assert identifiers(ta.listed()) == [R1]


@pytest.mark.parametrize("query", ["?backend=tpp", "?backend="])
def test_li_6_the_token_s_own_backend_may_be_named(ta, r1, r2_of_emis, query):
    with capture_logs() as logs:
        listed = ta.listed(query)

    assert identifiers(listed) == [R1]
    assert warnings_in(logs) == []


def test_li_7_the_token_beats_the_query_which_is_logged(ta, r1, r2_of_emis):
    with capture_logs() as logs:
        listed = ta.listed("?backend=emis")

    assert identifiers(listed) == [R1]
    assert warnings_in(logs) == ["backend_differs_from_token"]


@pytest.mark.parametrize("query", ["", "?backend=tpp"])
def test_li_8_nobody_lists_without_a_token(nobody, r1, query):
    answer = nobody.get(f"job-requests/{query}")

    assert answer.status_code == 403
    assert answer.json() == {"detail": "Authorization header is missing"}


@pytest.mark.parametrize(
    ("query", "listed"),
    [("", [R1, R2]), ("?backend=emis", [R2]), ("?backend=nowhere", [])],
)
def test_li_9_anyone_lists_where_the_setting_allows_it(
    nobody, r1, r2_of_emis, settings, query, listed
):
    settings.ANONYMOUS_JOB_REQUESTS = True

    assert sorted(identifiers(nobody.listed(query))) == listed


def test_li_9_an_anonymous_list_leaves_no_trace_and_has_no_tag(nobody, r1, settings):
    settings.ANONYMOUS_JOB_REQUESTS = True

    answer = nobody.get("job-requests/", Flags='{"mode":{"v":"db-maintenance"}}')

    assert "ETag" not in answer.headers
    assert not CallCount.objects.exists()
    assert Backend.objects.get(slug="tpp").last_seen_at is None


def test_li_9_an_anonymous_list_leaves_inactive_backends_out(nobody, r1, tpp, settings):
    settings.ANONYMOUS_JOB_REQUESTS = True
    Backend.everywhere.filter(pk=tpp.pk).update(is_active=False)

    assert nobody.listed() == []


@pytest.mark.parametrize("is_open", [False, True])
def test_li_10_a_wrong_token_lists_nothing(r1, settings, ta, is_open):
    settings.ANONYMOUS_JOB_REQUESTS = is_open
    ta.token = "nope"

    answer = ta.get("job-requests/")

    assert (answer.status_code, answer.json()) == (403, {"detail": "Invalid token"})


def test_li_11_a_request_whose_jobs_have_ended_is_not_listed(ta, r1):
    ta.push(succeeded("a"), failed("b"))

    assert ta.listed() == []


def test_li_12_a_request_with_a_waiting_job_is_listed(ta, r1):
    ta.push(succeeded("a"), job("b"))

    assert identifiers(ta.listed()) == [R1]


def test_li_13_completion_times_do_not_keep_a_request_listed(ta, r1):
    ta.push(failed("a", completed_at=None))

    assert ta.listed() == []


def test_li_14_completion_times_do_not_end_a_request(ta, r1):
    ta.push(job("a", status="running", completed_at="2026-03-04T10:30:00Z"))

    assert identifiers(ta.listed()) == [R1]


def test_li_15_a_request_without_jobs_is_listed(ta, r1):
    assert identifiers(ta.listed()) == [R1]


@pytest.mark.parametrize("status", [JobRequestStatus.NOTHING_TO_DO, JobRequestStatus.CANCELLED])
def test_li_16_a_request_that_needs_no_runner_is_not_listed(ta, r1, status):
    JobRequest.objects.filter(pk=r1.pk).update(status=status)

    assert ta.listed() == []


def test_li_17_the_newest_request_comes_first(ta, r1, tpp, w1, ada):
    recipes.make_job_request(
        identifier=R2, backend=tpp, workspace=w1, created_by=ada, created_at=NOON + recipes.SECOND
    )

    assert identifiers(ta.listed("?limit=10")) == [R2, R1]


def test_li_18_all_130_active_requests_come_at_once(ta, active_130):
    page = ta.get("job-requests/").json()

    assert page["count"] == len(page["results"]) == 130
    assert page["next"] is page["previous"] is None
    assert identifiers(page["results"]) == [each.identifier for each in reversed(active_130)]


def test_li_18_above_the_cap_the_oldest_are_kept(ta, active_130, monkeypatch):
    monkeypatch.setattr("server.runner_api.listing.MAX_ITEMS", 100)

    page = ta.get("job-requests/").json()

    assert page["count"] == 130
    assert identifiers(page["results"]) == [each.identifier for each in reversed(active_130[:100])]
    assert page["next"] is None
    newest = ta.client.get(page["previous"], headers={"Authorization": ta.token}).json()
    assert newest["results"][0]["identifier"] == active_130[-1].identifier


def test_li_19_the_last_page_has_no_next(ta, active_130):
    page = ta.get("job-requests/?limit=50&offset=100").json()

    assert len(page["results"]) == 30
    assert page["next"] is None
    assert "offset=50" in page["previous"]


def test_li_20_the_next_page_keeps_other_parameters(ta, active_130):
    page = ta.get("job-requests/?limit=50&backend=tpp&colour=blue").json()

    url = urlsplit(page["next"])
    assert (url.scheme, url.netloc, url.path) == ("http", "testserver", "/api/v2/job-requests/")
    assert parse_qs(url.query) == {
        "limit": ["50"],
        "offset": ["50"],
        "backend": ["tpp"],
        "colour": ["blue"],
    }


@pytest.mark.parametrize(
    "query",
    [
        "?limit=0",
        "?limit=-1",
        "?limit=x",
        "?limit=",
        "?limit=1.5",
        "?offset=-1",
        "?offset=x",
        f"?limit={'9' * 5000}x",
        f"?offset={'9' * 5000}",
    ],
)
def test_li_21_a_limit_or_offset_without_sense_is_ignored(ta, active_130, query):
    assert len(ta.listed(query)) == 130


@pytest.mark.parametrize("offset", ["130", "131", "9" * 30])
def test_li_21_past_the_end_there_are_no_results_and_the_count_is_true(ta, active_130, offset):
    page = ta.get(f"job-requests/?limit=50&offset={offset}").json()

    assert (page["count"], page["results"], page["next"]) == (130, [], None)


def test_li_22_a_limit_is_capped(ta, active_130, monkeypatch):
    monkeypatch.setattr("server.runner_api.listing.OldestKeptPagination.max_limit", 100)

    page = ta.get("job-requests/?limit=100000000").json()

    assert (page["count"], len(page["results"])) == (130, 100)


def test_li_22_a_huge_limit_is_answered(ta, r1):
    assert identifiers(ta.listed(f"?limit={'9' * 4000}")) == [R1]


def test_li_23_the_number_of_queries_does_not_grow(ta, tpp, active_130, django_assert_num_queries):
    ta.listed()  # the first call of a process is written down
    bump_backend(tpp.pk)

    with django_assert_num_queries(3):
        ta.listed()


def test_li_24_an_empty_sha_stays_a_text(ta, r1):
    JobRequest.objects.filter(pk=r1.pk).update(sha="")

    assert ta.listed()[0]["sha"] == ""


def test_li_25_cancelled_actions_are_told(ta, r1):
    JobRequest.objects.filter(pk=r1.pk).update(cancelled_actions=["a"])

    assert ta.listed()[0]["cancelled_actions"] == ["a"]


@pytest.mark.parametrize(
    ("created_at", "text"),
    [
        (datetime(2026, 3, 4, 10, 20, 30, tzinfo=UTC), "2026-03-04T10:20:30Z"),
        (datetime(2026, 3, 4, 10, 20, 30, 123456, tzinfo=UTC), "2026-03-04T10:20:30.123456Z"),
    ],
)
def test_li_26_times_end_in_z_with_a_fraction_where_there_is_one(ta, r1, created_at, text):
    JobRequest.objects.filter(pk=r1.pk).update(created_at=created_at)

    assert ta.listed()[0]["created_at"] == text


FLAGS = {
    "mode": {"v": "db-maintenance", "ts": "2025-03-04T05:06:07Z"},
    "paused": {"v": None, "ts": "2025-01-01T00:00:00Z"},
}


def test_li_27_flags_are_stored_and_the_backend_was_seen(ta, tpp):
    before = datetime.now(UTC)

    assert ta.get("job-requests/", Flags=json.dumps(FLAGS)).status_code == 200

    tpp.refresh_from_db()
    assert tpp.flags == FLAGS
    assert tpp.maintenance_since == datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert tpp.paused_since is None
    assert before <= tpp.last_seen_at <= datetime.now(UTC)
    count = CallCount.objects.get()
    assert count.calls == 1
    assert count.took_ms % 1, "a fast call is not rounded away"


@pytest.mark.parametrize(
    "header", ["{", "[]", "null", "x", '{"mode":NaN}', '{"mode":"\\u0000"}', "[" * 5000]
)
def test_li_28_flags_without_sense_are_logged_and_change_nothing(ta, tpp, header):
    ta.get("job-requests/", Flags=json.dumps(FLAGS))

    with capture_logs() as logs:
        answer = ta.get("job-requests/", Flags=header)

    assert answer.status_code == 200
    assert warnings_in(logs) == ["flags_malformed"]
    tpp.refresh_from_db()
    assert tpp.flags == FLAGS


def test_li_29_the_header_of_may_2022_is_accepted(ta):
    assert ta.get("job-requests/", Current_Mode="db-maintenance").status_code == 200


def test_li_30_both_forms_of_a_path_answer_without_a_redirect(ta, r1):
    assert identifiers(ta.get("job-requests").json()["results"]) == [R1]
    assert ta.post("jobs", [job()]).status_code == 200
    assert r1.jobs.count() == 1


@pytest.mark.parametrize(
    "path", ["users/ada", "users/ada/", "workspaces/w1/statuses", "workspaces/w1/status/"]
)
def test_li_30_every_path_answers_in_both_forms(ta, r1, path):
    assert ta.get(path).status_code == 200


def test_li_31_a_post_to_the_list_is_not_allowed(ta):
    answer = ta.post("job-requests/", {})

    assert answer.status_code == 405
    assert answer.json() == {"detail": 'Method "POST" not allowed.'}


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_li_31_head_and_options_are_allowed(ta, r1, method):
    assert ta.call(method, "job-requests/").status_code == 200


def test_li_32_type_1_opt_outs_are_included_only_where_the_project_may(ta, r1, project, ada, tpp):
    other = recipes.workspace.make(project=recipes.make_project())
    recipes.make_job_request(identifier=R2, backend=tpp, workspace=other, created_by=ada)
    ProjectDataPermission.objects.create(
        project=project,
        permission=DataPermission.INCLUDE_T1OO,
        granted_at=NOON,
        granted_by=ada,
    )

    names = {item["identifier"]: item["database_name"] for item in ta.listed()}

    assert names == {R1: "include_t1oo", R2: "default"}


# -- Forms of the answer -------------------------------------------------------------------------
@pytest.mark.parametrize(
    "accept",
    ["*/*", "application/json", "text/html", "application/json; indent=4", "image/png, */*;q=0.1"],
)
def test_the_answer_is_json_for_all_who_take_json_or_html(ta, accept):
    answer = ta.get("job-requests/", Accept=accept)

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("accept", ["image/png", "application/xml, text/csv"])
def test_who_takes_neither_json_nor_html_is_told_so_after_the_token(ta, nobody, accept):
    answer = ta.get("job-requests/", Accept=accept)

    assert answer.status_code == 406
    assert answer.json() == {"detail": "Could not satisfy the request Accept header."}
    assert answer.headers["Content-Type"] == "application/json"
    assert nobody.get("job-requests/", Accept=accept).status_code == 403


@pytest.mark.parametrize(("name", "status"), [("json", 200), ("api", 200), ("xml", 404)])
def test_the_format_may_be_named(ta, name, status):
    answer = ta.get(f"job-requests/?format={name}")

    assert answer.status_code == status
    if status == 404:
        assert answer.json() == {"detail": "Not found."}


def test_texts_beyond_ascii_come_as_utf_8(ta, r1):
    JobRequest.objects.filter(pk=r1.pk).update(requested_actions=["größe"])

    answer = ta.get("job-requests/")

    assert "größe".encode() in answer.content


# -- Conditional polls ---------------------------------------------------------------------------
def test_an_unchanged_list_is_one_query_and_304(ta, r1, django_assert_num_queries):
    tag = ta.get("job-requests/").headers["ETag"]

    with django_assert_num_queries(1):
        answer = ta.get("job-requests/", If_None_Match=f'"other", W/{tag}')

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == tag


SAME_HEADERS = ["Content-Type", "ETag", "Cache-Control", "Content-Security-Policy"]


@pytest.mark.parametrize("query", ["", "?backend=tpp"])
@pytest.mark.parametrize("is_known", [True, False])
def test_the_fast_way_to_an_unchanged_list_answers_as_the_slow_one(ta, r1, is_known, query):
    first = ta.get("job-requests/")
    known = {"If_None_Match": first.headers["ETag"]} if is_known else {}

    fast = ta.get(f"job-requests/{query}", **known)
    slow = ta.get("job-requests/?format=json", **known)

    assert fast.status_code == slow.status_code == (304 if is_known else 200)
    assert fast.content == slow.content
    assert [fast.headers.get(each) for each in SAME_HEADERS] == [
        slow.headers.get(each) for each in SAME_HEADERS
    ]
    # What the view says of its methods tells who answered.
    assert ("Allow" in fast.headers, "Allow" in slow.headers) == (False, True)


@pytest.mark.parametrize(
    ("query", "warnings"),
    [("emis", ["backend_differs_from_token"]), ("tp", ["backend_differs_from_token"]), ("", [])],
)
def test_an_unchanged_list_is_the_token_s_whatever_backend_is_named(
    ta, r1, r2_of_emis, query, warnings, django_assert_num_queries
):
    known = {"If_None_Match": ta.get("job-requests/").headers["ETag"]}

    with capture_logs() as logs, django_assert_num_queries(1):
        answer = ta.get(f"job-requests/?backend={query}", **known)

    assert answer.status_code == 304
    assert warnings_in(logs) == warnings


def test_a_page_of_the_own_backend_is_no_unchanged_whole(ta, active_130):
    ta.get("job-requests/")

    assert len(ta.listed("?backend=tpp&limit=50")) == 50


@pytest.mark.parametrize("bump", ["own", "shared"])
def test_a_change_of_what_is_shown_makes_the_tag_another(ta, tpp, r1, bump):
    tag = ta.get("job-requests/").headers["ETag"]

    bump_backend(tpp.pk) if bump == "own" else bump_shared()

    answer = ta.get("job-requests/", If_None_Match=tag)
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag


def test_a_change_of_another_backend_leaves_the_tag(ta, emis, r1):
    tag = ta.get("job-requests/").headers["ETag"]

    bump_backend(emis.pk)

    assert ta.get("job-requests/", If_None_Match=tag).status_code == 304


def test_a_report_makes_the_tag_another_only_when_it_says_something_new(ta, r1):
    ta.push(job())
    tag = ta.get("job-requests/").headers["ETag"]

    ta.push(job())
    assert ta.get("job-requests/", If_None_Match=tag).status_code == 304
    ta.push(job(status="running"))
    assert ta.get("job-requests/", If_None_Match=tag).status_code == 200


# -- A cancel is seen when the list that holds it is first handed out ------------------------------
@pytest.fixture
def cancelled(r1):
    """R1, of which `a` was to be stopped a moment ago."""
    JobRequest.objects.filter(pk=r1.pk).update(cancelled_actions=["a"])
    bump_backend(r1.backend_id)
    return r1


def test_a_cancel_is_seen_with_the_first_list_that_holds_it_and_only_then(ta, r1, cancelled):
    with time_machine.travel(NOON, tick=False) as clock:
        ta.push(job())
        r1.refresh_from_db()
        assert r1.cancel_seen_at is None, "a report is no look at the list"
        before = r1.version

        ta.listed()
        clock.shift(20)
        ta.listed()
        tag = ta.get("job-requests/?backend=tpp").headers["ETag"]
        ta.get("job-requests/", If_None_Match=tag)

    r1.refresh_from_db()
    assert (r1.cancel_seen_at, r1.version) == (NOON, before + 1)


def test_what_another_process_handed_out_is_not_seen_a_second_time(ta, r1, cancelled):
    with time_machine.travel(NOON, tick=False) as clock:
        ta.listed()
        kept.forget()  # as it is for a process that has not been asked yet
        clock.shift(20)
        ta.listed()

    r1.refresh_from_db()
    assert r1.cancel_seen_at == NOON


def test_the_list_is_not_another_one_because_its_cancels_were_seen(ta, cancelled):
    tag = ta.get("job-requests/").headers["ETag"]

    assert ta.get("job-requests/", If_None_Match=tag).status_code == 304


def test_more_that_is_cancelled_is_seen_anew(ta, ada, r1):
    recipes.make_job(r1, action="a", status="running")
    recipes.make_job(r1, action="b", status="running")

    def cancel(action):
        cancel_job_request(actor=actor_of(ada), job_request=r1, actions=[action], now=NOON)
        r1.refresh_from_db()

    cancel("a")
    ta.listed()
    r1.refresh_from_db()
    assert r1.cancel_seen_at is not None
    cancel("a")
    assert r1.cancel_seen_at is not None
    cancel("b")
    assert r1.cancel_seen_at is None


def test_what_is_cancelled_while_the_list_is_read_is_not_seen(ta, r1, cancelled):
    shown = {r1.pk: JobRequest.objects.get(pk=r1.pk).version}
    JobRequest.objects.filter(pk=r1.pk).update(cancelled_actions=["a", "b"], version=9)

    note_cancels_seen(shown, now=NOON)

    r1.refresh_from_db()
    assert (r1.cancel_seen_at, r1.version) == (None, 9)


def test_nobody_but_its_own_runner_sees_a_cancel(nobody, tb, r1, cancelled, settings):
    settings.ANONYMOUS_JOB_REQUESTS = True

    assert nobody.listed()[0]["cancelled_actions"] == ["a"]
    tb.listed()

    r1.refresh_from_db()
    assert r1.cancel_seen_at is None


# -- The body that is kept for runners that send no `If-None-Match` --------------------------------
def test_an_unchanged_list_without_a_condition_is_one_query(ta, r1, django_assert_num_queries):
    first = ta.get("job-requests/")

    with django_assert_num_queries(1):
        answer = ta.get("job-requests/?backend=tpp")

    assert (answer.status_code, answer.content) == (200, first.content)
    assert answer.headers["Content-Type"] == first.headers["Content-Type"]
    assert answer.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("bump", ["own", "shared"])
def test_a_change_is_in_the_next_list_without_a_condition(ta, tpp, r1, bump):
    ta.listed()

    JobRequest.objects.filter(pk=r1.pk).update(cancelled_actions=["a"])
    bump_backend(tpp.pk) if bump == "own" else bump_shared()

    assert ta.listed()[0]["cancelled_actions"] == ["a"]


def test_the_body_kept_for_one_backend_is_not_anothers(ta, tb, r1):
    assert identifiers(ta.listed()) == [R1]

    assert tb.listed() == []


def test_a_page_of_a_list_is_never_kept_for_the_whole(ta, active_130):
    assert len(ta.listed("?limit=7")) == 7

    assert len(ta.listed()) == 130
    assert len(ta.listed("?limit=7")) == 7


def test_a_conditional_poll_counts_as_contact(ta, tpp, r1):
    tag = ta.get("job-requests/").headers["ETag"]
    Backend.everywhere.update(last_seen_at=NOON)

    ta.get("job-requests/", If_None_Match=tag, Flags=json.dumps(FLAGS))

    tpp.refresh_from_db()
    assert tpp.flags == FLAGS
    assert tpp.last_seen_at > NOON
