"""The cases of the runners' contract that a server can be judged by from outside.

The numbers are those of the project's contract tests: AU authentication, LI the list of requests,
JO reports, ST statuses, CA cancelling, WS open addresses. Cases that look at mails, logs, queries
or settings stand in those tests alone.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from conformance.as_runner import Subject, equal, must, true
from conformance.jobs import job
from conformance.report import Case, LeftOut

CASES: list[Case[Subject]] = []
_ITEM = {
    *("identifier", "backend", "sha", "requested_actions", "cancelled_actions"),
    *("force_run_dependencies", "codelists_ok", "database_name", "created_by", "created_at"),
    *("project", "orgs", "workspace"),
}
_WORKSPACE = {"name", "repo", "branch", "db", "created_by", "created_at"}
_OF_NOBODY = {"job_request_id": "zzzzzzzzzzzzzzzz"}
_MISSING, _EMPTY = "Authorization header is missing", "Authorization header is empty"


def _case(number: str, expected: str) -> Callable[[Callable[[Subject], Any]], None]:
    return lambda trial: CASES.append(Case(number, expected, trial))


# -- Authentication -----------------------------------------------------------------------------


@_case("AU-1", f"POST jobs/ without a token: 403 `{_MISSING}`")
def _(s: Subject) -> None:
    must(s.nobody.push(), 403, detail=_MISSING)


@_case("AU-2", f"with an empty header: 403 `{_EMPTY}`")
def _(s: Subject) -> None:
    must(s.nobody.call("POST", "jobs/", b"[]", {"Authorization": ""}), 403, detail=_EMPTY)


@_case("AU-3", "with a wrong token: 403 `Invalid token`")
def _(s: Subject) -> None:
    answer = s.nobody.call("POST", "jobs/", b"[]", {"Authorization": "nope"})
    must(answer, 403, detail="Invalid token")


@_case("AU-4", "with the raw token: 200")
def _(s: Subject) -> None:
    must(s.ta.push(), 200)


@_case("AU-6", "a 403 has no WWW-Authenticate and is a JSON object, of no other type")
def _(s: Subject) -> None:
    answer = must(s.nobody.push(), 403)
    true("www-authenticate" not in answer.headers, answer.headers)
    equal(answer.headers.get("content-type"), "application/json")
    equal(list(answer.json()), ["detail"])


@_case("AU-9", "GET jobs/ without a token: 403, before the method is looked at")
def _(s: Subject) -> None:
    must(s.nobody.get("jobs/"), 403)


@_case("AU-10", "GET jobs/ with a token: 405, `Allow` lists POST")
def _(s: Subject) -> None:
    answer = must(s.ta.get("jobs/"), 405)
    true("POST" in answer.headers.get("allow", ""), answer.headers)
    true(isinstance(answer.json()["detail"], str), answer)


@_case("AU-11", f"GET users/NAME/ without a token: 403 `{_MISSING}`")
def _(s: Subject) -> None:
    must(s.nobody.get("users/ghost/"), 403, detail=_MISSING)


@_case("AU-13", "GET users/NAME/ of nobody: 404 `Not found.`")
def _(s: Subject) -> None:
    must(s.ta.get("users/no-such-person-here/"), 404, detail="Not found.")


@_case("AU-14", "a body that is no JSON: 400 `JSON parse error…`; an empty one: 400")
def _(s: Subject) -> None:
    answer = must(s.ta.post("jobs/", b"{"), 400)
    true(answer.json()["detail"].startswith("JSON parse error"), answer)
    must(s.ta.post("jobs/", b""), 400)


@_case("AU-15", "a body of text/plain: 415")
def _(s: Subject) -> None:
    must(s.ta.post("jobs/", b"[]", kind="text/plain"), 415)


@_case("AU-17", "an unknown path: 404 with `detail`")
def _(s: Subject) -> None:
    true("detail" in must(s.nobody.get("no/such/path/"), 404).json(), "no `detail`")


# -- The list of requests -----------------------------------------------------------------------


@_case("LI-1", "no requests: an empty page")
def _(s: Subject) -> None:
    page = must(s.ta.get("job-requests/"), 200).json()
    if page["count"]:
        raise LeftOut(f"{page['count']} requests wait on this backend already")
    equal(page, {"count": 0, "next": None, "previous": None, "results": []})


@_case("LI-2", "a request has the keys of every era")
def _(s: Subject) -> None:
    item = s.item(s.ask())
    equal(set(item), _ITEM)
    equal(set(item["workspace"]), _WORKSPACE)


@_case("LI-3", "it says the database twice, for old runners and new ones")
def _(s: Subject) -> None:
    item = s.item(s.ask())
    equal(item["workspace"]["db"], "full")
    true(item["database_name"] in ("default", "include_t1oo"), item["database_name"])


@_case("LI-4", "`backend` and `project` are slugs, `orgs` is a list of them")
def _(s: Subject) -> None:
    item = s.item(s.ask())
    equal(item["backend"], s.backend)
    true(isinstance(item["project"], str) and isinstance(item["orgs"], list), item)


@_case("LI-5", "another backend's token does not list it")
def _(s: Subject) -> None:
    other, request = s.other, s.ask()
    found = {each["identifier"] for each in s.listed(by=other)}
    true(request.identifier not in found, "it is listed to another backend")


@_case("LI-6", "?backend= may name the token's own")
def _(s: Subject) -> None:
    request = s.ask()
    found = {each["identifier"] for each in s.listed(f"?backend={s.backend}")}
    true(request.identifier in found, "it is not listed")


@_case("LI-7", "the token goes before another ?backend=")
def _(s: Subject) -> None:
    request = s.ask()
    found = {each["identifier"] for each in s.listed("?backend=another")}
    true(request.identifier in found, "it is not listed")


@_case("LI-8", f"without a token: 403 `{_MISSING}`")
def _(s: Subject) -> None:
    answer = s.nobody.get("job-requests/")
    if answer.status == 200:
        raise LeftOut("the server lists requests to anybody, as its setting may say")
    must(answer, 403, detail=_MISSING)


@_case("LI-10", "with a wrong token: 403 `Invalid token`")
def _(s: Subject) -> None:
    answer = s.nobody.get("job-requests/", Authorization="nope")
    must(answer, 403, detail="Invalid token")


@_case("LI-11", "a request whose jobs have ended is not listed")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.push(request.succeeded(one), request.failed(two))
    s.must_not_be_listed(request)


@_case("LI-12", "one with a waiting job is")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.push(request.succeeded(one), request.job(two))
    s.must_be_listed(request)


@_case("LI-13", "a failed job without `completed_at` has ended")
def _(s: Subject) -> None:
    request = s.ask()
    s.push(request.failed(request.actions[0], completed_at=None))
    s.must_not_be_listed(request)


@_case("LI-14", "a running job with `completed_at` has not")
def _(s: Subject) -> None:
    request = s.ask()
    s.push(request.running(request.actions[0], completed_at="2026-03-04T10:21:30Z"))
    s.must_be_listed(request)


@_case("LI-15", "a request without jobs is listed")
def _(s: Subject) -> None:
    s.must_be_listed(s.ask())


@_case("LI-17", "the newest comes first")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    older, newer = s.ask(one), s.ask(two)
    order = [each["identifier"] for each in s.listed("?limit=10")]
    true(order.index(newer.identifier) < order.index(older.identifier), order)


@_case("LI-20", "`next` is a whole address that keeps the other parameters")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    s.ask(one)
    s.ask(two)
    page = must(s.ta.get(f"job-requests/?limit=1&backend={s.backend}"), 200).json()
    address = urlsplit(page["next"] or "")
    true(bool(address.netloc) and f"backend={s.backend}" in address.query, page["next"])
    equal(len(page["results"]), 1)


@_case("LI-21", "a limit or offset that makes no sense is taken for the default")
def _(s: Subject) -> None:
    s.ask()
    for query in ("limit=0", "limit=-1", "limit=x", "offset=-1", "offset=x"):
        true(bool(s.listed(f"?{query}")), f"?{query} lists nothing")
    past_the_end = must(s.ta.get("job-requests/?offset=1000000"), 200).json()
    true(past_the_end["results"] == [] and past_the_end["count"] > 0, past_the_end)


@_case("LI-22", "?limit=100000000: 200")
def _(s: Subject) -> None:
    s.listed("?limit=100000000")


@_case("LI-26", "times end with Z")
def _(s: Subject) -> None:
    item = s.item(s.ask())
    true(item["created_at"].endswith("Z"), item["created_at"])


@_case("LI-27", "a header `Flags` that makes sense: 200")
def _(s: Subject) -> None:
    must(s.ta.get("job-requests/", Flags='{"mode":{"v":null,"ts":"2025-03-04T05:06:07Z"}}'), 200)


@_case("LI-28", "one that makes none: 200 too")
def _(s: Subject) -> None:
    must(s.ta.get("job-requests/", Flags="{"), 200)


@_case("LI-29", "`Current-Mode` in place of it: 200")
def _(s: Subject) -> None:
    must(s.ta.get("job-requests/", Current_Mode="None"), 200)


@_case("LI-30", "both paths work without the last slash, without a redirect")
def _(s: Subject) -> None:
    must(s.ta.get("job-requests"), 200)
    must(s.ta.post("jobs", []), 200)


@_case("LI-31", "POST job-requests/: 405")
def _(s: Subject) -> None:
    must(s.ta.post("job-requests/", {}), 405)


# -- Reports ------------------------------------------------------------------------------------


@_case("JO-1", 'an empty list: 200 `{"status":"success"}`')
def _(s: Subject) -> None:
    equal(s.push().json(), {"status": "success"})


@_case("JO-2", "a job is stored with what was said of it")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.job(action))
    shown = s.seen(request)[action]
    equal((shown["status"], shown["status_code"]), ("pending", "created"))
    equal(shown["status_message"], "Created")


@_case("JO-3", "the same again: 200")
def _(s: Subject) -> None:
    request = s.ask()
    s.push(request.job(request.actions[0]))
    s.push(request.job(request.actions[0]))
    equal(len(s.seen(request)), 1)


@_case("JO-4", "a later report changes it")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.job(action))
    s.push(request.running(action, updated_at="2026-03-04T10:21:05Z"))
    equal(s.seen(request)[action]["status"], "running")


@_case("JO-5", "a job that is left out of its request is gone")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.push(request.job(one), request.job(two))
    s.push(request.job(one))
    equal(set(s.seen(request)), {one})


@_case("JO-6", "requests that a report does not mention stay as they are")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    first, second = s.ask(one), s.ask(two)
    s.push(first.job(one), second.job(two))
    s.push(first.job(one))
    equal(set(s.seen(second)), {two})


@_case("JO-7", "the jobs of several requests may come in any order")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    first, second = s.ask(one), s.ask(two)
    s.push(first.job(one), second.job(two), first.job("needed too"))
    equal(set(s.seen(first)), {one, "needed too"})
    equal(set(s.seen(second)), {two})


@_case("JO-8", "a request that is not known: 200, and nothing is stored")
def _(s: Subject) -> None:
    s.push(job(**_OF_NOBODY))


@_case("JO-9", "beside an unknown one, a known one is stored")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(job(**_OF_NOBODY), request.running(action))
    equal(s.seen(request)[action]["status"], "running")


@_case("JO-10", "another backend's report of it is passed over")
def _(s: Subject) -> None:
    other, request = s.other, s.ask()
    must(other.push(request.running(request.actions[0])), 200)
    equal(s.seen(request), {})


@_case("JO-11", "an object in place of a list: 400 `non_field_errors`")
def _(s: Subject) -> None:
    equal(list(must(s.ta.post("jobs/", {}), 400).json()), ["non_field_errors"])


@_case("JO-12", "a job without `status`: 400, a list that names it")
def _(s: Subject) -> None:
    request = s.ask()
    bad = request.job(request.actions[0])
    del bad["status"]
    equal(must(s.ta.push(bad), 400).json(), [{"status": ["This field is required."]}])
    equal(s.seen(request), {})


@_case("JO-13", "one bad job among good ones: 400, `{}` for each good one, nothing stored")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    errors = must(s.ta.push(request.job(one), request.job(two, status=None)), 400).json()
    true(isinstance(errors, list) and len(errors) == 2 and errors[0] == {}, errors)
    true("status" in errors[1], errors)
    equal(s.seen(request), {})


@_case("JO-14", "`status_message` null: 400")
def _(s: Subject) -> None:
    request = s.ask()
    must(s.ta.push(request.job(request.actions[0], status_message=None)), 400)


def _taken(number: str, expected: str, **fields: Any) -> None:
    def trial(s: Subject) -> None:
        request = s.ask()
        (action,) = request.actions
        s.push(request.job(action, **fields))
        true(action in s.seen(request), "it is not stored")

    CASES.append(Case(number, expected, trial))


def _taken_without(number: str, expected: str, *names: str) -> None:
    def trial(s: Subject) -> None:
        request = s.ask()
        (action,) = request.actions
        s.push({k: v for k, v in request.job(action).items() if k not in names})
        true(action in s.seen(request), "it is not stored")

    CASES.append(Case(number, expected, trial))


_taken("JO-15", "`status_code` empty: 200", status_code="")
_taken("JO-16", "`run_command` null: 200", run_command=None)
_taken_without("JO-17", "no `run_command`, as a runner of 2021: 200", "run_command")
_taken_without("JO-18", "no `status_code`, as a runner of 2020: 200", "status_code")
_taken_without("JO-19", "no `metrics`, no `trace_context`: 200", "metrics", "trace_context")
_taken("JO-20", "keys that nobody knows: 200, ignored", requires_db=True, x=1)


@_case("JO-21", "`created_at` null: 400")
def _(s: Subject) -> None:
    request = s.ask()
    must(s.ta.push(request.job(request.actions[0], created_at=None)), 400)


@_case("JO-22", '`updated_at` "yesterday": 400, in the words for times')
def _(s: Subject) -> None:
    request = s.ask()
    errors = must(s.ta.push(request.job(request.actions[0], updated_at="yesterday")), 400).json()
    true(errors[0]["updated_at"][0].startswith("Datetime has wrong format"), errors)


_taken("JO-23", "times without a zone: 200", created_at="2026-03-04T10:20:36")


@_case("JO-24", "a failed job `__error__` ends the request as failed")
def _(s: Subject) -> None:
    request = s.ask()
    s.push(request.failed("__error__", status_code="internal_error"))
    equal(s.status(request), "failed")
    s.must_not_be_listed(request)


@_case("JO-30", "two requests may have a job of the same identifier")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    first, second = s.ask(one), s.ask(two)
    s.push(first.job(one, identifier="same"), second.running(two, identifier="same"))
    equal(s.seen(first)[one]["status"], "pending")
    equal(s.seen(second)[two]["status"], "running")


@_case("JO-31", "the same job twice in one report: the last one counts")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.job(action), request.running(action))
    equal(s.seen(request)[action]["status"], "running")


@_case("JO-34", "a report that was overtaken on the wire changes nothing")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.running(action, updated_at="2026-03-04T10:21:05Z"))
    s.push(request.job(action, updated_at="2026-03-04T10:21:04Z"))
    equal(s.seen(request)[action]["status"], "running")


_taken("JO-35", "a status that nobody knows: 200, as it is", status="paused-by-moon")
_taken("JO-36", "`metrics` with numbers: 200", metrics={"cpu": 1.5})


@_case("JO-37", "a report of 3 MB: 200; one of 50 MB: 413 with `detail`")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.job(action, run_command="x" * 3_000_000))
    try:
        answer = s.ta.post("jobs/", b"[" + b" " * 50_000_000 + b"]")
    except ConnectionError:
        return  # closed after the answer, which was not waited for
    true("detail" in must(answer, 413).json(), answer)


@_case("JO-39", "malformed `Flags` beside a job: 200, the job is stored")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    body = json.dumps([request.job(action)]).encode()
    headers = {"Flags": "{", "Content-Type": "application/json"}
    must(s.ta.call("POST", "jobs/", body, headers), 200)
    true(action in s.seen(request), "it is not stored")


# -- What people see ----------------------------------------------------------------------------


def _two_give(number: str, first: str, second: str, expected: str) -> None:
    def trial(s: Subject) -> None:
        one, two = s.two_actions()
        request = s.ask(one, two)
        s.push(request.job(one, status=first), request.job(two, status=second))
        equal(s.status(request), expected)

    CASES.append(Case(number, f"{first} and {second}: the request is {expected}", trial))


_two_give("ST-2", "pending", "pending", "pending")
_two_give("ST-3", "running", "running", "running")
_two_give("ST-3", "succeeded", "succeeded", "succeeded")
_two_give("ST-3", "failed", "failed", "failed")
_two_give("ST-4", "pending", "succeeded", "running")
_two_give("ST-5", "pending", "failed", "running")
_two_give("ST-6", "running", "failed", "running")
_two_give("ST-7", "succeeded", "failed", "failed")
_two_give("ST-8", "Failed", "Succeeded", "failed")
_two_give("ST-10", "weird", "weird", "unknown")
_two_give("ST-11", "succeeded", "weird", "unknown")


@_case("ST-9", 'a report of status "" is refused: 400')
def _(s: Subject) -> None:
    request = s.ask()
    must(s.ta.push(request.job(request.actions[0], status="")), 400)


@_case("ST-12", "a finished request of which a job runs again is running, and listed")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.failed(action))
    s.push(request.running(action, updated_at="2026-03-04T10:30:00Z", completed_at=None))
    equal(s.status(request), "running")
    s.must_be_listed(request)


@_case("ST-13", "a job may go back to pending, and loses its start")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.running(action))
    later = "2026-03-04T10:30:00Z"
    s.push(request.job(action, status_code="waiting_db_maintenance", updated_at=later))
    shown = s.seen(request)[action]
    equal((shown["status"], shown["started_at"]), ("pending", None))


@_case("ST-14", "an end before the start: 200")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.succeeded(action, started_at="2026-03-04T10:25:00Z"))
    equal(s.status(request), "succeeded")


# -- Cancelling ---------------------------------------------------------------------------------


@_case("CA-1", "a cancelled request is listed with its unfinished actions in `cancelled_actions`")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.push(request.running(one), request.running(two))
    s.people.cancel(request.identifier)
    equal(sorted(s.item(request)["cancelled_actions"]), sorted([one, two]))


@_case("CA-2", "once its jobs are reported as stopped it is not listed")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.running(action))
    s.people.cancel(request.identifier)
    stopped = {"status_code": "cancelled_by_user", "updated_at": "2026-03-04T10:30:00Z"}
    s.push(request.failed(action, **stopped))
    s.must_not_be_listed(request)


@_case("CA-4", "an action that is cancelled twice is listed once")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.push(request.running(one), request.running(two))
    s.people.cancel(request.identifier, one)
    equal(s.item(request)["cancelled_actions"], [one])
    s.people.cancel(request.identifier)
    equal(sorted(s.item(request)["cancelled_actions"]), sorted([one, two]))


@_case("CA-5", "a request without jobs that is cancelled tells the runner so")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.people.cancel(request.identifier)
    equal(sorted(s.item(request)["cancelled_actions"]), sorted([one, two]))


@_case("CA-7", "an action that is added after the cancel still runs")
def _(s: Subject) -> None:
    one, two = s.two_actions()
    request = s.ask(one, two)
    s.push(request.running(one))
    s.people.cancel(request.identifier, one)
    later = "2026-03-04T10:30:00Z"
    s.push(request.running(one, updated_at=later), request.running(two, updated_at=later))
    equal(s.item(request)["cancelled_actions"], [one])


# -- Open addresses -----------------------------------------------------------------------------


@_case("WS-1", "statuses/ says of each action how its newest job stands, to anybody")
def _(s: Subject) -> None:
    request = s.ask()
    (action,) = request.actions
    s.push(request.failed(action, created_at=datetime.now(UTC).isoformat()))
    path = f"workspaces/{s.people.workspace}/statuses/"
    equal(must(s.nobody.get(path), 200).json()[action], "failed")


@_case("WS-3", "statuses/ of an unknown workspace: 404, empty")
def _(s: Subject) -> None:
    equal(must(s.nobody.get("workspaces/no-such-workspace/statuses/"), 404).body, b"")


@_case("WS-5", "status says which way releases go, to anybody")
def _(s: Subject) -> None:
    answer = s.nobody.get(f"workspaces/{s.people.workspace}/status")
    equal(must(answer, 200).json(), {"uses_new_release_flow": True})


@_case("WS-6", "status of an unknown workspace: 404 with `detail`")
def _(s: Subject) -> None:
    true("detail" in must(s.nobody.get("workspaces/no-such-workspace/status"), 404).json(), "")


@_case("WS-7", "POST release-notifications/: 201, what was sent")
def _(s: Subject) -> None:
    sent = {"created_by": "ada", "path": "workspaces/w1", "files": ["a.csv"]}
    equal(must(s.ta.post("release-notifications/", sent), 201).json(), sent)


@_case("WS-8", "without `files`: 201, and `files` null")
def _(s: Subject) -> None:
    sent = {"created_by": "ada", "path": "workspaces/w1"}
    answer = must(s.ta.post("release-notifications/", sent), 201)
    equal(answer.json(), sent | {"files": None})
