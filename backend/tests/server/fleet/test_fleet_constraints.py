"""Each invariant that the database holds for this app, broken once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from server.fleet.models import Backend, BackendMembership, BackendToken, CallCount
from tests.recipes import NOON


def make_token(backend, **fields):
    values = {"name": "a", "prefix": "p", "digest": "d" * 64, "created_at": NOON} | fields
    return BackendToken.objects.create(backend=backend, **values)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"slug": "With Blanks"}, "fleet_backend_slug_form"),
        ({"slug": "a\n"}, "fleet_backend_slug_form"),
        ({"slug": "status"}, "fleet_backend_slug_free"),
        ({"slug": "tpp"}, "slug"),
        ({"name": ""}, "fleet_backend_named"),
        ({"alert_timeout": timedelta(0)}, "fleet_backend_alert_timeout_positive"),
    ],
)
def test_a_backend_that_cannot_be_is_refused(tpp, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Backend.everywhere.create(**{"slug": "fresh", "name": "Fresh"} | fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"digest": "e" * 64, "name": "a"}, "fleet_backendtoken|fleet_token_name_once"),
        ({"name": "b"}, "digest"),
        ({"digest": "e" * 64, "name": ""}, "fleet_token_named"),
        ({"digest": "e" * 64, "name": "b", "expires_at": NOON}, "fleet_token_lives"),
    ],
)
def test_a_token_that_cannot_be_is_refused(tpp, fields, constraint):
    make_token(tpp)

    with pytest.raises(IntegrityError, match=constraint):
        make_token(tpp, **fields)


def test_two_backends_may_call_their_tokens_alike(tpp, emis):
    make_token(tpp)

    assert make_token(emis, digest="e" * 64).name == "a"


def test_two_rows_cannot_share_a_token(tpp, emis):
    make_token(tpp)

    with pytest.raises(IntegrityError, match="digest"):
        make_token(emis)


def test_a_person_is_a_member_once(tpp, ada):
    with pytest.raises(IntegrityError, match=r"fleet_backendmembership|fleet_membership_once"):
        BackendMembership.objects.create(backend=tpp, user=ada)


def test_calls_of_an_endpoint_are_counted_in_one_row(tpp):
    values = {"backend": tpp, "endpoint": "jobs", "last_call_at": NOON}
    CallCount.objects.create(**values)

    with pytest.raises(IntegrityError, match="fleet_callcount"):
        CallCount.objects.create(**values)
