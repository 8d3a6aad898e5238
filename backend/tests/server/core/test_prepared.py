"""Statements that are planned once for each connection."""

from contextlib import suppress

import pytest
from django.db import OperationalError, connection, transaction

from server.core.prepared import fetch

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is always there"),
    pytest.mark.django_db(transaction=True),
]


def hang_up():
    with suppress(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


def test_a_database_that_has_hung_up_is_asked_anew():
    hang_up()

    assert fetch("SELECT %s::int", [7]) == [(7,)]


def test_what_a_transaction_has_done_is_not_left_behind():
    @transaction.atomic
    def change():
        hang_up()
        fetch("SELECT %s::int", [7])

    with pytest.raises(OperationalError):
        change()


def test_a_statement_that_fails_is_not_tried_again():
    connection.ensure_connection()
    before = connection.connection

    with pytest.raises(OperationalError, match="canceling"):
        fetch("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(%s)", [1])

    assert connection.connection is before
