"""Whatever comes, the answer is one of the contract's, and what is refused changes nothing."""

import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.jobs.models import Job
from tests.contract.runner.test_jobs import stored
from tests.contract.runner.wire import R1, R2, job

_FIXTURES = settings(
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

texts = st.text(st.characters(codec=None, exclude_categories=[]), max_size=20)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
    | st.sampled_from([R1, R2, "", "\x00", "\ud800", "2026-03-04T10:20:36Z", "x" * 256, 10**400])
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)
names = st.sampled_from([*job(), "extra"])
jobs = st.builds(lambda changes: job() | changes, st.dictionaries(names, values, max_size=3))
bodies = values | st.lists(jobs | values, max_size=4)


def push(runner, raw):
    """The answer to a body; what is written is gone again afterwards."""
    before = stored()
    with transaction.atomic():
        answer = runner.post("jobs/", raw)
        after = stored()
        transaction.set_rollback(True)
    return answer, before, after


@_FIXTURES
@given(body=bodies)
def test_any_json_is_taken_or_refused_as_a_whole(ta, r1, r2_of_emis, body):
    answer, before, after = push(ta, json.dumps(body))

    assert answer.status_code in (200, 400), answer.content
    assert answer.headers["Content-Type"] == "application/json"
    if answer.status_code == 400:
        assert after == before
        if isinstance(body, list):
            assert len(answer.json()) == len(body)


@_FIXTURES
@given(raw=st.binary(max_size=200) | st.text().map(str.encode))
def test_any_bytes_are_answered(ta, r1, raw):
    answer, before, after = push(ta, raw)

    assert answer.status_code in (200, 400)
    assert after == before


@_FIXTURES
@given(metrics=values)
def test_what_was_stored_is_not_stored_again(ta, r1, metrics):
    raw = json.dumps([job(metrics=metrics)])
    with transaction.atomic():
        taken = ta.post("jobs/", raw)
        before = stored()
        again = ta.post("jobs/", raw)
        after = stored()
        transaction.set_rollback(True)

    assert taken.status_code == again.status_code
    assert after == before


@_FIXTURES
@given(
    reports=st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from(["pending", "running", "succeeded", "failed"]),
            st.sampled_from([R1, R2]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_the_server_ends_up_agreeing_with_the_runner(ta, r1, r2_of_emis, reports):
    latest = {name: status for name, status, of in reports if of == R1}
    with transaction.atomic():
        ta.push(*(job(name, status=status, job_request_id=of) for name, status, of in reports))
        found = dict(Job.objects.values_list("identifier", "status"))
        transaction.set_rollback(True)

    assert found == latest


@pytest.mark.parametrize("limit", range(-2, 3))
@pytest.mark.parametrize("offset", range(-2, 3))
def test_small_pages_never_fail(ta, r1, limit, offset):
    assert ta.get(f"job-requests/?limit={limit}&offset={offset}").status_code == 200


@_FIXTURES
@given(header=st.text(st.characters(min_codepoint=32, max_codepoint=255)))
def test_any_flags_are_answered(ta, tpp, header):
    with transaction.atomic():
        answer = ta.get("job-requests/", Flags=header)
        transaction.set_rollback(True)

    assert answer.status_code == 200
