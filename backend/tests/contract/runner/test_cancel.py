"""Conformance cases CA of the runner contract: cancelling, seen from the runner."""

from datetime import timedelta

import pytest

from server.core import clock
from server.jobs.models import JobRequest
from server.jobs.services import cancel_job_request
from server.jobs.statuses import JobRequestStatus
from server.outbox import services as outbox
from server.people.actors import actor_of
from tests import recipes
from tests.contract.runner.wire import R1, failed, job, succeeded


@pytest.fixture
def cancel(r1, ada):
    """Cancel actions of R1, or all of it, as its asker."""

    def cancel(*actions):
        cancel_job_request(
            actor=actor_of(ada), job_request=r1, actions=actions or None, now=clock.now()
        )

    return cancel


def running(name):
    return job(name, action=name, status="running")


def cancelled(name):
    return failed(name, action=name, status_code="cancelled_by_user")


def shown(runner):
    """What the runner is shown of R1; None where it is not listed."""
    listed = {item["identifier"]: item["cancelled_actions"] for item in runner.listed()}
    return listed.get(R1)


def test_ca_1_a_cancelled_request_stays_listed_with_all_its_actions(ta, r1, cancel):
    ta.push(running("a"), running("b"))

    cancel()

    assert shown(ta) == ["a", "b"]


def test_ca_1_the_next_conditional_poll_brings_it(ta, r1, cancel):
    ta.push(running("a"))
    tag = ta.get("job-requests/").headers["ETag"]

    cancel()

    assert ta.get("job-requests/", If_None_Match=tag).status_code == 200


def test_ca_2_it_leaves_the_list_when_the_runner_has_cancelled_its_jobs(ta, r1, cancel):
    ta.push(running("a"), running("b"))
    cancel()

    ta.push(cancelled("a"), cancelled("b"))

    r1.refresh_from_db()
    assert r1.status == JobRequestStatus.FAILED
    assert shown(ta) is None


def test_ca_3_a_job_that_has_ended_is_not_cancelled(ta, r1, cancel):
    ta.push(succeeded("a", action="a"), running("b"))

    with pytest.raises(Exception, match="finished already"):
        cancel("a")

    assert shown(ta) == []


def test_ca_4_no_action_is_named_twice(ta, r1, cancel):
    ta.push(running("a"), running("b"))

    cancel("a")
    cancel("a")
    assert shown(ta) == ["a"]

    cancel()
    assert shown(ta) == ["a", "b"]


def test_ca_5_a_request_without_jobs_stays_listed_for_the_grace_time_and_then_ends(
    ta, r1, cancel, settings
):
    cancel()
    assert shown(ta) == ["run_all"]
    tag = ta.get("job-requests/").headers["ETag"]

    early = clock.now() + settings.CANCEL_GRACE - recipes.MINUTE
    assert outbox.claim(now=early) is None
    late = clock.now() + settings.CANCEL_GRACE + recipes.SECOND
    assert outbox.deliver(outbox.claim(now=late), now=late)

    r1.refresh_from_db()
    assert r1.status == JobRequestStatus.CANCELLED
    assert shown(ta) is None
    assert ta.get("job-requests/", If_None_Match=tag).status_code == 200


def test_ca_5_a_runner_that_took_it_in_time_is_waited_for(ta, r1, cancel, settings):
    cancel()
    ta.push(running("run_all"))

    late = clock.now() + settings.CANCEL_GRACE + timedelta(hours=1)
    outbox.deliver(outbox.claim(now=late), now=late)

    assert shown(ta) == ["run_all"]


def test_ca_5_a_request_that_ended_by_itself_follows_a_runner_that_reports_it_after_all(
    ta, r1, cancel
):
    JobRequest.objects.filter(pk=r1.pk).update(status=JobRequestStatus.CANCELLED)

    ta.push(running("a"))

    r1.refresh_from_db()
    assert r1.status == JobRequestStatus.RUNNING
    assert shown(ta) == []


def cancel_as_eve(client, path):
    secret = recipes.make_personal_token(recipes.user.make(username="eve"))
    return client.post(
        f"/api/v3/job-requests/{path}/cancel",
        {},
        content_type="application/json",
        headers={"Authorization": f"Bearer {secret}"},
    )


def test_ca_6_another_person_may_not_cancel(client, ta, r1):
    ta.push(running("a"))

    assert cancel_as_eve(client, R1).status_code == 403
    assert shown(ta) == []


def test_ca_6_what_nobody_can_see_is_not_found(client, db):
    assert cancel_as_eve(client, "z" * 16).status_code == 404


def test_ca_7_a_job_that_came_after_the_cancelling_still_runs(ta, r1, cancel):
    ta.push(running("a"))
    cancel()

    ta.push(running("a"), running("b"))

    assert shown(ta) == ["a"]
    cancel()
    assert shown(ta) == ["a", "b"]
