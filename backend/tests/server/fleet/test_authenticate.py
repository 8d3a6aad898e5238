"""Whose token it is: one query, and none for a token that cannot be one."""

from datetime import timedelta

import pytest

from server.core import counters, tokens
from server.fleet.models import Backend, BackendToken
from server.fleet.services import authenticate
from tests.recipes import NOON, SECOND, make_backend_token

UNKNOWN = tokens.new_token(tokens.TokenKind.BACKEND)


def test_a_live_token_is_recognised_in_one_query(tpp, django_assert_num_queries):
    secret = make_backend_token(tpp)

    with django_assert_num_queries(1):
        caller = authenticate(secret=secret, now=NOON)
        slug = caller.backend.slug

    assert slug == "tpp"
    assert caller.token_id == tpp.tokens.get().pk
    assert caller.token_last_used_at is None


def test_a_taken_over_token_of_40_hex_digits_is_recognised(tpp):
    secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f001234567"
    BackendToken.objects.create(
        backend=tpp, name="old", prefix="0f1e", digest=tokens.digest_of(secret), created_at=NOON
    )

    assert authenticate(secret=secret, now=NOON).backend == tpp


@pytest.mark.parametrize(
    "secret",
    ["", "nope", UNKNOWN[:-1], UNKNOWN + "x", "A" * 40, "\ud800", "osj_user_" + "a" * 49],
    ids=["empty", "short", "cut", "longer", "capitals", "surrogate", "of a person"],
)
def test_a_mistyped_token_is_refused_without_a_query(secret, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        caller = authenticate(secret=secret, now=NOON)

    assert caller is None


def test_an_unknown_token_is_refused(tpp):
    assert authenticate(secret=UNKNOWN, now=NOON) is None


@pytest.mark.parametrize(
    "fields",
    [{"revoked_at": NOON}, {"expires_at": NOON, "created_at": NOON - SECOND}],
    ids=["revoked", "expired at this moment"],
)
def test_a_token_that_ended_is_refused(tpp, fields):
    secret = make_backend_token(tpp, **fields)

    assert authenticate(secret=secret, now=NOON) is None


def test_a_token_is_good_until_the_moment_it_expires(tpp):
    secret = make_backend_token(tpp, expires_at=NOON + SECOND)

    assert authenticate(secret=secret, now=NOON)
    assert authenticate(secret=secret, now=NOON + SECOND) is None


def test_a_token_of_a_backend_that_staff_switched_off_is_refused(tpp):
    secret = make_backend_token(tpp)
    Backend.everywhere.filter(pk=tpp.pk).update(is_active=False)

    assert authenticate(secret=secret, now=NOON) is None


def test_a_token_of_a_backend_that_is_not_enabled_is_refused(tpp, emis, settings):
    of_tpp, of_emis = make_backend_token(tpp), make_backend_token(emis)
    settings.BACKENDS = ("emis",)

    assert authenticate(secret=of_tpp, now=NOON) is None
    assert authenticate(secret=of_emis, now=NOON).backend == emis


@pytest.mark.parametrize("change", ["own", "shared", "epoch"])
def test_the_tag_is_another_one_after_a_change(tpp, change):
    secret = make_backend_token(tpp)
    before = authenticate(secret=secret, now=NOON).tag

    {
        "own": lambda: counters.bump_backend(tpp.pk),
        "shared": counters.bump_shared,
        "epoch": counters.begin_new_epoch,
    }[change]()

    assert authenticate(secret=secret, now=NOON).tag != before


def test_the_tag_stays_when_only_another_backend_changes(tpp, emis):
    secret = make_backend_token(tpp)
    before = authenticate(secret=secret, now=NOON).tag

    counters.bump_backend(emis.pk)

    assert authenticate(secret=secret, now=NOON + timedelta(minutes=1)).tag == before
