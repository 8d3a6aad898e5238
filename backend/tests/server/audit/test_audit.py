"""The record of who did what: whole, in the change's transaction, without secrets."""

import pytest
import structlog
from django.db import IntegrityError

from server.audit.models import ActorKind, AuditEvent
from server.audit.services import record
from tests.recipes import NOON


def keep(**fields):
    values = {
        "actor_kind": ActorKind.PERSON,
        "actor": "ada",
        "verb": "workspace.changed",
        "target_type": "workspace",
        "target_id": 7,
        "now": NOON,
    }
    return record(**values | fields)


def test_an_event_is_kept_whole(db):
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        keep(target_name="w1", before={"branch": "main"}, after={"branch": "dev"})

    event = AuditEvent.objects.get()
    assert (event.at, event.actor_kind, event.actor) == (NOON, "person", "ada")
    assert (event.target_type, event.target_id, event.target_name) == ("workspace", "7", "w1")
    assert (event.before, event.after) == ({"branch": "main"}, {"branch": "dev"})
    assert event.request_id == "r-1"


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
        keep(actor_kind="ghost")
