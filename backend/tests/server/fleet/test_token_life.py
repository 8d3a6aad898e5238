"""The life of a runner's token: replaced with an overlap, warned of, told when it has ended."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from server.fleet.models import BackendToken
from server.fleet.tokens import publish_warnings
from server.notify.models import Notice
from server.outbox.management.commands.run_worker import deliver_due
from server.outbox.models import OutboxMessage
from server.people.models import User
from tests.api import Api, pointers_of, problem_of
from tests.recipes import NOON, make_backend_token

DAY = timedelta(days=1)


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def api(petra, at_noon):
    return Api(petra)


def token_named(name):
    return BackendToken.objects.get(name=name)


def rotate(api, token, **body):
    path = f"backends/tpp/tokens/{token.pk}/rotate"
    return api.post(path, {"name": "new"} | body)


def poll(client, secret):
    return client.get("/api/v2/job-requests/", headers={"Authorization": secret})


def test_both_tokens_work_until_the_old_one_ends(api, tpp, client, at_noon):
    old = make_backend_token(tpp, name="old")

    new = rotate(api, token_named("old"), overlap_days=3).json()["token"]

    assert [poll(client, secret).status_code for secret in (old, new)] == [200, 200]
    states = {row["name"]: row["state"] for row in api.get("backends/tpp/tokens").json()["results"]}
    assert states == {"old": "retiring", "new": "active"}
    at_noon.move_to(NOON + 3 * DAY)
    assert [poll(client, secret).status_code for secret in (old, new)] == [403, 200]


def test_an_old_token_that_was_to_end_sooner_does(api, tpp):
    make_backend_token(tpp, name="old", expires_at=NOON + DAY)

    rotate(api, token_named("old"))

    assert token_named("old").expires_at == NOON + DAY


def test_a_token_is_replaced_once(api, tpp):
    make_backend_token(tpp, name="old")
    rotate(api, token_named("old"))

    again = rotate(api, token_named("old"), name="newer")

    assert problem_of(again)[0] == 400
    assert pointers_of(again) == [""]
    assert not BackendToken.objects.filter(name="newer").exists()


def test_a_token_that_has_ended_is_told_so_and_others_are_not(tpp, client, at_noon):
    ended = make_backend_token(tpp, created_at=NOON - DAY, expires_at=NOON)
    revoked = make_backend_token(tpp, revoked_at=NOON)

    assert poll(client, ended).json() == {
        "detail": "Invalid token: it ended on 2026-03-04 12:00 UTC"
    }
    assert poll(client, revoked).json() == {"detail": "Invalid token"}
    assert poll(client, "x").json() == {"detail": "Invalid token"}


def test_a_live_token_that_nobody_uses_is_listed_as_unused(api, tpp):
    make_backend_token(tpp, name="idle", created_at=NOON - 31 * DAY)
    make_backend_token(tpp, name="used", created_at=NOON - 31 * DAY, last_used_at=NOON)
    make_backend_token(tpp, name="gone", created_at=NOON - 31 * DAY, revoked_at=NOON)

    rows = api.get("backends/tpp/tokens").json()["results"]

    assert {row["name"]: row["unused"] for row in rows} == {
        "idle": True,
        "used": False,
        "gone": False,
    }


def test_an_end_is_told_30_7_and_1_days_ahead_each_once(tpp, petra, at_noon):
    User.objects.filter(pk=petra.pk).update(email="petra@example.org")
    make_backend_token(tpp, name="runner 1", expires_at=NOON + 40 * DAY)
    told = []

    for hours in range(0, 41 * 24, 12):
        at_noon.move_to(NOON + timedelta(hours=hours))
        publish_warnings(now=NOON + timedelta(hours=hours))
        deliver_due()
        told.append(len(mail.outbox))

    at = [told.index(count) / 2 for count in (1, 2, 3)]
    assert at == [10, 33, 39]
    assert told[-1] == 3
    assert Notice.objects.filter(user=petra, kind="token_expiring").count() == 3
    assert mail.outbox[0].bcc == ["petra@example.org"]
    assert "ends on 13 April 2026, 12:00 UTC" in mail.outbox[0].body


def test_an_end_is_told_once_however_long_the_outbox_remembers(tpp, petra, at_noon):
    make_backend_token(tpp, created_at=NOON - 60 * DAY, expires_at=NOON + 20 * DAY)

    assert publish_warnings(now=NOON) == 1
    OutboxMessage.objects.all().delete()
    assert publish_warnings(now=NOON + 8 * DAY) == 0


def test_a_short_life_is_not_announced_when_it_begins(tpp, petra, at_noon):
    make_backend_token(tpp, expires_at=NOON + 5 * DAY)

    assert publish_warnings(now=NOON) == 0
    assert publish_warnings(now=NOON + 4 * DAY) == 1


def test_a_token_that_was_revoked_meanwhile_is_not_told_of(tpp, petra, at_noon):
    make_backend_token(tpp, name="t", created_at=NOON - 60 * DAY, expires_at=NOON + DAY)
    publish_warnings(now=NOON)
    BackendToken.objects.update(revoked_at=NOON)

    deliver_due()

    assert not Notice.objects.exists()
