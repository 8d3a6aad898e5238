"""`Idempotency-Key`: done once, answered alike; errors are not kept."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory, force_authenticate

from server.core import idempotency, sweeps
from server.core.errors import IdempotencyKeyReused, InputRefused, StaleVersion
from server.core.models import IdempotentAnswer
from server.core.parsers import JsonParser
from server.projects.models import Org
from tests import recipes
from tests.recipes import NOON


def request_of(person, body=None, key="k1"):
    headers = {} if key is None else {"Idempotency-Key": key}
    plain = APIRequestFactory().post("/", body or {"a": 1}, format="json", headers=headers)
    force_authenticate(plain, person)
    request = Request(plain, parsers=[JsonParser()])
    request.user = person
    return request


def once(request, create=None, operation="makeOrg"):
    return idempotency.answer_once(
        request, operation=operation, now=NOON, create=create or make_org
    )


def make_org():
    org = recipes.org.make()
    return Response({"slug": org.slug}, status=201, headers={"Location": "/x", "X-Other": "y"})


def test_a_repeat_gets_the_same_answer_and_does_nothing(ada):
    first = once(request_of(ada))

    again = once(request_of(ada))

    assert (again.status_code, again.data) == (201, first.data)
    assert again["Location"] == "/x"
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert Org.objects.count() == 1


def test_the_order_of_members_makes_no_other_body(ada):
    once(request_of(ada, {"a": 1, "b": 2}))

    assert once(request_of(ada, {"b": 2, "a": 1}))["Idempotency-Replayed"] == "true"


def test_another_body_is_refused(ada):
    once(request_of(ada))

    with pytest.raises(IdempotencyKeyReused):
        once(request_of(ada, {"a": 2}))
    with pytest.raises(IdempotencyKeyReused):
        idempotency.earlier_answer(request_of(ada, {"a": 2}), operation="makeOrg")


def test_keys_are_of_one_person_and_one_operation(ada):
    bob = recipes.user.make()
    once(request_of(ada))
    once(request_of(bob))
    once(request_of(ada), operation="makeOther")

    assert Org.objects.count() == 3


@pytest.mark.parametrize("key", [None, "", "  "])
def test_without_a_key_each_request_is_done(ada, key):
    once(request_of(ada, key=key))
    once(request_of(ada, key=key))

    assert Org.objects.count() == 2
    assert idempotency.earlier_answer(request_of(ada, key=key), operation="makeOrg") is None


def test_an_error_is_not_kept_and_takes_everything_back(ada):
    def fail():
        recipes.org.make()
        raise StaleVersion("no")

    with pytest.raises(StaleVersion):
        once(request_of(ada), fail)
    assert not Org.objects.exists()

    assert once(request_of(ada)).status_code == 201


def test_an_earlier_answer_is_there_before_anything_slow_is_done(ada):
    assert idempotency.earlier_answer(request_of(ada), operation="makeOrg") is None
    first = once(request_of(ada))

    assert idempotency.earlier_answer(request_of(ada), operation="makeOrg").data == first.data


def test_a_key_of_more_than_200_characters_is_refused(ada):
    with pytest.raises(InputRefused, match="200 characters"):
        once(request_of(ada, key="k" * 201))


def test_answers_are_forgotten_after_two_days(ada):
    once(request_of(ada))

    sweeps.prune(now=lambda: NOON + timedelta(days=2))
    assert IdempotentAnswer.objects.exists()
    sweeps.prune(now=lambda: NOON + timedelta(days=2, seconds=1))
    assert not IdempotentAnswer.objects.exists()


def test_a_key_is_kept_once(db):
    values = {"caller": "1", "operation": "o", "key": "k", "created_at": NOON}
    IdempotentAnswer.objects.create(**values)

    with pytest.raises(IntegrityError, match="core_idempotentanswer"):
        IdempotentAnswer.objects.create(**values)


@pytest.mark.django_db(transaction=True)
def test_of_two_requests_at_once_one_is_done_and_both_are_answered_alike():
    person = recipes.user.make()
    together = threading.Barrier(4, timeout=20)

    def press(_):
        together.wait()
        try:
            return once(request_of(person)).data
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(press, range(4)))

    assert Org.objects.count() == 1
    assert answers == [{"slug": Org.objects.get().slug}] * 4
