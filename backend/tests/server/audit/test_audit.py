"""The record of who did what: whole, in the change's transaction, without secrets."""

import pytest
import structlog
from django.db import DatabaseError, IntegrityError, connection, transaction

from server.audit.models import ActorKind, AuditEvent
from server.audit.services import Author, record
from tests.recipes import NOON


def keep(**fields):
    values = {
        "by": Author(ActorKind.PERSON, "ada"),
        "verb": "workspace.changed",
        "target_type": "workspace",
        "target_id": 7,
        "now": NOON,
    }
    return record(**values | fields)


def test_an_event_is_kept_whole(db):
    with structlog.contextvars.bound_contextvars(request_id="r-1", address="192.0.2.7"):
        keep(subject="bob", target_name="w1", before={"branch": "main"}, after={"branch": "dev"})

    event = AuditEvent.objects.get()
    assert (event.at, event.actor_kind, event.actor) == (NOON, "person", "ada")
    assert (event.target_type, event.target_id, event.target_name) == ("workspace", "7", "w1")
    assert (event.before, event.after) == ({"branch": "main"}, {"branch": "dev"})
    assert (event.subject, event.request_id, event.address) == ("bob", "r-1", "192.0.2.7")


def test_an_event_outside_a_request_has_no_request_id(db):
    structlog.contextvars.clear_contextvars()

    assert keep().request_id == ""


def test_an_event_stands_when_its_subject_is_gone(w1, ada):
    keep(target_id=w1.pk, target_name=w1.name)
    w1.delete()
    ada.delete()

    assert AuditEvent.objects.get().target_name == "w1"


def test_an_actor_is_of_a_known_kind(db):
    with pytest.raises(IntegrityError, match="audit_actor_kind_known"):
        keep(by=Author("ghost", "ada"))


@pytest.mark.parametrize("deed", ["update", "delete", "raw update", "raw delete"])
def test_the_database_itself_refuses_to_change_or_delete_an_event(db, deed):
    event = keep()
    rows = AuditEvent.objects.filter(pk=event.pk)
    deeds = {
        "update": lambda: rows.update(actor="nobody"),
        "delete": rows.delete,
        "raw update": lambda: execute("UPDATE audit_auditevent SET actor = 'nobody'"),
        "raw delete": lambda: execute("DELETE FROM audit_auditevent"),
    }

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        deeds[deed]()

    assert AuditEvent.objects.get().actor == "ada"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL replaces no rows")
def test_the_database_itself_refuses_to_replace_an_event(db):
    event = keep()
    columns = [field.column for field in AuditEvent._meta.fields]
    forged = ["'nobody'" if column == "actor" else column for column in columns]

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        execute(
            f"REPLACE INTO audit_auditevent ({', '.join(columns)})"
            f" SELECT {', '.join(forged)} FROM audit_auditevent WHERE id = {event.pk}"
        )

    assert AuditEvent.objects.get().actor == "ada"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_database_itself_refuses_to_empty_the_record(db):
    keep()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        execute("TRUNCATE audit_auditevent")

    assert AuditEvent.objects.count() == 1


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
