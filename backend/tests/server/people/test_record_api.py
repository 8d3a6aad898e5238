"""`audit-events` and `audit-exports`: the whole record, for those who manage people."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.audit.models import ActorKind, AuditEvent
from server.audit.services import Author, record
from server.people.roles import Role
from tests import recipes
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON

ADA = Author(ActorKind.TOKEN, "ada", via="osj_user_4kDm")
BOB = Author(ActorKind.PERSON, "bob")


def keep(**fields):
    values = {"by": ADA, "verb": "workspace.changed", "target_type": "workspace", "target_id": 7}
    return record(**values | {"now": NOON} | fields)


@pytest.fixture
def four(db):
    """Four events, an hour apart."""
    keep(target_name="w1", after={"branch": "main"})
    keep(by=BOB, verb="role.given", target_type="user", subject="ada", now=NOON + hours(1))
    keep(by=BOB, target_id=8, target_name="w2", now=NOON + hours(2))
    keep(by=BOB, verb="role.taken", target_type="user", target_id=9, now=NOON + hours(3))


def hours(count):
    return timedelta(hours=count)


def export(staff, form="csv", **asked):
    return Api(staff).post("audit-exports", {"form": form, **asked})


def text_of(answer):
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content).decode()


def test_the_kinds_are_those_of_which_there_are_events(petra, four):
    kinds = Api(petra).get("audit-events/kinds").json()

    assert kinds == {
        "verbs": ["role.given", "role.taken", "workspace.changed"],
        "target_types": ["user", "workspace"],
    }


def test_an_empty_record_has_no_kinds(petra):
    kinds = Api(petra).get("audit-events/kinds").json()

    assert kinds == {"verbs": [], "target_types": []}


def test_the_kinds_cost_as_many_queries_however_long_the_record_is(
    petra, four, django_assert_num_queries
):
    api = Api(petra)

    with django_assert_num_queries(5):  # session, person, holdings, and one for each of the two
        api.get("audit-events/kinds")


def test_an_event_is_shown_whole(petra, four):
    event = Api(petra).get("audit-events").json()["results"][-1]

    assert event | {"id": 0} == {
        "id": 0,
        "at": "2026-03-04T12:00:00Z",
        "actor": {"kind": "token", "name": "ada"},
        "verb": "workspace.changed",
        "target": {"type": "workspace", "id": "7", "name": "w1"},
        "subject": "",
        "changes": [{"field": "branch", "before": None, "after": "main"}],
        "via": "osj_user_4kDm",
        "request_id": "",
        "address": "",
    }


@pytest.mark.parametrize(
    ("query", "verbs"),
    [
        ({"person": "ada"}, ["role.given", "workspace.changed"]),
        ({"target_type": "user"}, ["role.taken", "role.given"]),
        ({"target_type": "workspace", "target": "7"}, ["workspace.changed"]),
        ({"target_type": "workspace", "target": "W2"}, ["workspace.changed"]),
        ({"verb": "role.given"}, ["role.given"]),
        ({"verb": ["role.given", "role.taken"]}, ["role.taken", "role.given"]),
        (
            {"since": "2026-03-04T13:00:00Z", "until": "2026-03-04T15:00:00Z"},
            ["workspace.changed", "role.given"],
        ),
        ({"person": "ada", "verb": "role.given", "until": "2026-03-04T13:00:00Z"}, []),
    ],
)
def test_the_record_is_filtered(petra, four, query, verbs):
    answer = Api(petra).get("audit-events", query)

    assert [event["verb"] for event in answer.json()["results"]] == verbs


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ({"target": "w1"}, "/target_type"),
        ({"since": "soon"}, "/since"),
        ({"verb": ["role.given"] * 51}, "/verb"),
        ({"colour": "red"}, "/colour"),
        ({"cursor": "x"}, "/cursor"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(petra, query, pointer):
    assert pointers_of(Api(petra).get("audit-events", query)) == [pointer]


def test_the_record_is_for_those_who_manage_people(ada):
    recipes.give_role(ada, Role.TECH_SUPPORT)

    for call in (lambda api: api.get("audit-events"), lambda api: api.post("audit-exports", {})):
        assert problem_of(call(Api())) == (401, "not-signed-in")
        refused = call(Api(ada))
        assert problem_of(refused) == (403, "forbidden")
        assert refused.json()["permission"] == "user_manage"


def test_the_record_takes_one_query_beside_who_asks(petra, four, django_assert_num_queries):
    for _ in range(40):
        keep()
    api = Api(petra)

    with django_assert_num_queries(3 + 1):
        api.get("audit-events", {"limit": 100})


def test_the_record_is_exported_as_csv(petra, four):
    answer = export(petra, person="ada")

    rows = list(csv.DictReader(io.StringIO(text_of(answer))))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="record-')
    assert [row["verb"] for row in rows] == ["role.given", "workspace.changed"]
    assert rows[1] | {"id": ""} == {
        "id": "",
        "at": "2026-03-04T12:00:00Z",
        "actor_kind": "token",
        "actor": "ada",
        "via": "osj_user_4kDm",
        "verb": "workspace.changed",
        "target_type": "workspace",
        "target_id": "7",
        "target_name": "w1",
        "subject": "",
        "before": "{}",
        "after": '{"branch": "main"}',
        "request_id": "",
        "address": "",
    }


def test_the_record_is_exported_as_json_lines(petra, four):
    lines = text_of(export(petra, form="jsonl", verb=["workspace.changed"])).splitlines()

    events = [json.loads(line) for line in lines]
    assert [event["target_name"] for event in events] == ["w2", "w1"]
    assert events[1]["after"] == {"branch": "main"}


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", *"＝＋－＠"])  # noqa: RUF001
def test_no_cell_is_a_formula(petra, begins):
    keep(target_name=f'{begins}cmd|"/c calc"!A1', after={"a": "=1"})

    [row] = csv.DictReader(io.StringIO(text_of(export(petra, target_type="workspace")), newline=""))

    assert row["target_name"] == f'\'{begins}cmd|"/c calc"!A1'


def test_an_export_is_on_record_with_what_was_asked(petra, four):
    export(petra, person="ada", since="2026-03-04T12:00:00Z")

    event = AuditEvent.objects.get(verb="record.exported")
    assert (event.actor, event.target_type) == ("petra", "record")
    assert event.after == {"form": "csv", "person": "ada", "since": "2026-03-04T12:00:00+00:00"}


def test_an_export_takes_the_same_queries_however_long_and_comes_in_pieces(petra):
    api = Api(petra)

    def pieces_and_queries():
        with CaptureQueriesContext(connection) as queries:
            answer = api.post("audit-exports", {"form": "jsonl", "target_type": "workspace"})
            pieces = list(answer.streaming_content)
        reads = [each for each in queries if each["sql"].startswith("SELECT")]
        return len(pieces), len(reads)

    keep()
    few = pieces_and_queries()
    AuditEvent.objects.bulk_create(
        AuditEvent(at=NOON, actor_kind="person", actor="x", verb="v", target_type="workspace")
        for _ in range(1600)
    )
    many = pieces_and_queries()

    assert (few[0], many[0]) == (1, 4)
    assert few[1] == many[1]


@pytest.mark.parametrize("body", [{}, {"form": "pdf"}, {"form": "csv", "limit": 3}])
def test_an_export_in_no_known_form_is_refused(petra, body):
    assert problem_of(Api(petra).post("audit-exports", body)) == (400, "validation-failed")


def test_a_token_that_reads_may_export_and_nothing_is_exported_in_somebody_elses_name(ada, petra):
    header = bearer(petra)
    petra.tokens.update(scopes=["read"])
    answer = Api().post("audit-exports", {"form": "csv"}, authorization=header)
    assert "record.exported" in text_of(answer)

    root = recipes.user.make(username="root")
    recipes.give_role(root, Role.ADMINISTRATOR)
    api = Api(root)
    api.post("session/view-as", {"username": "petra"})
    assert problem_of(api.post("audit-exports", {"form": "csv"})) == (403, "viewing-as")
