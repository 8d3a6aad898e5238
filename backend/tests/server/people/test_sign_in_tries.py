"""Many wrong passwords in the same moment are counted as one after another."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from server.people.models import SignInTry
from server.people.services import TooManyTries, begin_try, forget_try
from tests.recipes import NOON


@pytest.mark.django_db(transaction=True)
def test_of_tries_at_the_same_moment_no_more_get_through_than_one_after_another():
    together = Barrier(12, timeout=20)

    def attempt(_):
        try:
            together.wait()
            begin_try(username="ada", address="203.0.113.5", now=NOON)
        except TooManyTries:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        through = sum(pool.map(attempt, range(12)))

    assert through <= 5
    assert SignInTry.objects.count() == 2 * through


def test_a_try_that_was_right_is_taken_back(db):
    for _ in range(20):
        forget_try(begin_try(username="ada", address="203.0.113.5", now=NOON))

    assert not SignInTry.objects.exists()


@pytest.mark.parametrize("address", ["", "unix:", "203.0.113.5", "::1"])
def test_any_address_is_counted(db, address):
    begin_try(username="ada", address=address, now=NOON)

    assert SignInTry.objects.count() == 2
