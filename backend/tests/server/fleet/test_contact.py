"""When a backend was last heard, what its runner says of itself, and how often it calls."""

from datetime import timedelta

import pytest

from server.fleet import contact
from server.fleet.models import Backend, BackendToken, CallCount, CallHour
from server.fleet.services import authenticate
from tests import recipes

NOON, SECOND = recipes.NOON, recipes.SECOND
EVERY = contact.WRITTEN_EVERY
MAINTENANCE = {"mode": {"v": "db-maintenance", "ts": "2026-03-04T11:00:00Z"}}


@pytest.fixture(autouse=True)
def _fresh_process(monkeypatch):
    monkeypatch.setattr(contact, "_tally", contact.CallTally())


@pytest.fixture
def call(tpp):
    """A call of the runner of tpp, at so many seconds after noon."""
    secret = recipes.make_backend_token(tpp)

    def call(second=0, *, flags=None, endpoint="job-requests"):
        now = NOON + second * SECOND
        caller = authenticate(secret=secret, now=now)
        contact.note_call(caller=caller, call=contact.Call(endpoint=endpoint), flags=flags, now=now)
        tpp.refresh_from_db()

    return call


def calls_of(endpoint):
    return CallCount.objects.get(endpoint=endpoint).calls


def test_the_first_call_is_written_at_once(call, tpp):
    call()

    assert tpp.last_seen_at == NOON
    assert BackendToken.objects.get().last_used_at == NOON
    count = CallCount.objects.get()
    assert (count.backend, count.endpoint, count.calls) == (tpp, "job-requests", 1)
    assert count.last_call_at == NOON


def test_calls_are_written_every_15_seconds_and_none_is_lost(call, tpp, django_assert_num_queries):
    call(0)

    for second in range(1, 15):
        with django_assert_num_queries(2):  # the token's, and this test's own
            call(second)
    assert (tpp.last_seen_at, calls_of("job-requests")) == (NOON, 1)

    call(15)
    assert (tpp.last_seen_at, calls_of("job-requests")) == (NOON + EVERY, 16)
    assert BackendToken.objects.get().last_used_at == NOON + EVERY


def test_contact_begins_anew_after_a_silence(call, tpp):
    silence = tpp.alert_timeout // SECOND

    call(0)
    call(silence)
    assert tpp.in_contact_since == NOON

    call(2 * silence + 1)
    assert tpp.in_contact_since == tpp.last_seen_at


def test_endpoints_are_counted_apart_and_polls_write_for_reports(call):
    call(0)
    call(1, endpoint="jobs")
    call(20, endpoint="jobs")
    assert [count.endpoint for count in CallCount.objects.all()] == ["job-requests"]

    call(21)
    assert (calls_of("job-requests"), calls_of("jobs")) == (2, 2)


def test_reports_alone_are_written_every_30_seconds(call):
    for second in (0, 29, 30, 59):
        call(second, endpoint="jobs")

    assert calls_of("jobs") == 3
    assert BackendToken.objects.get().last_used_at == NOON + 30 * SECOND


def test_another_process_adds_its_own_calls(call, monkeypatch):
    call(0)

    monkeypatch.setattr(contact, "_tally", contact.CallTally())
    call(1)

    assert calls_of("job-requests") == 2


def test_a_process_that_ends_writes_what_it_has_counted_once(call):
    call(0)
    call(1)
    call(2)

    for _ in range(2):
        contact.write_counted_calls(now=NOON + 9 * SECOND)

    assert calls_of("job-requests") == 3
    assert CallCount.objects.get().last_call_at == NOON
    assert CallHour.objects.get().calls == 3


def test_the_first_calls_of_an_endpoint_are_not_lost_with_a_process_that_ends(call):
    call(0)
    call(1, endpoint="jobs")

    contact.write_counted_calls(now=NOON + 9 * SECOND)

    assert calls_of("jobs") == 1
    assert CallHour.objects.get(endpoint="jobs").calls == 1


def test_calls_are_counted_by_the_hour_too(call, tpp):
    for second in (0, 20, 3599, 3600, 3601):
        call(second)
    contact.write_counted_calls(now=NOON + 3602 * SECOND)

    assert list(CallHour.objects.order_by("hour").values_list("hour", "calls")) == [
        (NOON, 3),
        (NOON + timedelta(hours=1), 2),
    ]
    assert calls_of("job-requests") == 5


def test_parts_of_milliseconds_add_up(tpp):
    caller = authenticate(secret=recipes.make_backend_token(tpp), now=NOON)

    for second in (0, 20, 40):
        call = contact.Call(endpoint="jobs", took_ms=0.25)
        contact.note_call(caller=caller, call=call, flags=None, now=NOON + second * SECOND)

    assert (CallCount.objects.get().took_ms, CallHour.objects.get().took_ms) == (0.75, 0.75)


def test_a_clock_that_is_set_back_does_not_stop_the_writing(call, tpp):
    call(24 * 3600)

    call(0)

    assert tpp.last_seen_at == NOON
    assert calls_of("job-requests") == 2


# -- Flags ---------------------------------------------------------------------------------------
def test_flags_replace_those_before_them(call, tpp):
    call(flags=MAINTENANCE | {"other": {"v": 1, "ts": None}})
    assert tpp.maintenance_since == NOON - timedelta(hours=1)

    call(20, flags={})

    assert (tpp.flags, tpp.maintenance_since) == ({}, None)


def test_a_call_without_flags_leaves_them(call, tpp):
    call(flags=MAINTENANCE)

    call(20, flags=None)

    assert tpp.flags == MAINTENANCE


def test_a_change_of_mode_is_written_at_once(call, tpp):
    call(0, flags={})

    call(1, flags=MAINTENANCE)

    assert tpp.maintenance_since == NOON - timedelta(hours=1)
    assert tpp.last_seen_at == NOON


def test_a_pause_is_kept_with_its_beginning(call, tpp):
    call(flags={"paused": {"v": "true", "ts": "2026-03-04T11:59:00Z"}})

    assert tpp.paused_since == NOON - timedelta(minutes=1)


@pytest.mark.parametrize("ts", [None, 5, "yesterday", "2099-01-01T00:00:00Z", ""])
def test_a_mode_whose_beginning_makes_no_sense_begins_now(call, tpp, ts):
    call(flags={"mode": {"v": "db-maintenance", "ts": ts}})

    assert tpp.maintenance_since == NOON


@pytest.mark.parametrize("mode", [None, "x", [], {}, {"v": None}, {"v": "other"}, {"v": []}])
def test_any_other_mode_is_no_maintenance(call, tpp, mode):
    call(flags={"mode": mode})

    assert tpp.maintenance_since is None
    assert tpp.flags == {"mode": mode}


# -- A caller between us and the backend ---------------------------------------------------------
def seen(text):
    return {"last-seen-at": {"v": text, "ts": "2026-03-04T11:00:00Z"}}


def test_the_backend_is_seen_when_the_caller_says_so(call, tpp):
    call(flags=seen("2026-03-04T12:50:00+01:00"))

    assert tpp.last_seen_at == NOON - timedelta(minutes=10)


def test_a_silent_backend_is_not_seen_though_the_caller_calls(call, tpp):
    for second in range(0, 600, 20):
        call(second, flags=seen("2026-03-04T11:59:00Z"))

    assert tpp.last_seen_at == NOON - timedelta(minutes=1)


def test_what_the_caller_says_moves_nothing_back(call, tpp):
    call(0)

    call(20, flags=seen("2026-03-04T11:00:00Z"))

    assert tpp.last_seen_at == NOON


@pytest.mark.parametrize(
    "text", ["2099-01-01T00:00:00Z", "soon", 7, None, "9999-12-31T23:59:59-10:00"]
)
def test_a_time_without_sense_is_the_time_of_the_call(call, tpp, text):
    call(flags=seen(text))

    assert tpp.last_seen_at == NOON


def test_a_backend_that_is_always_a_little_late_is_written_every_15_seconds(
    call, tpp, django_assert_num_queries
):
    call(0, flags=seen("2026-03-04T11:59:30Z"))

    with django_assert_num_queries(2):
        call(5, flags=seen("2026-03-04T11:59:35Z"))

    assert Backend.objects.get(pk=tpp.pk).last_seen_at == NOON - 30 * SECOND
