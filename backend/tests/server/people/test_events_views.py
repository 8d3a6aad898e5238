"""Histories: of a person for petra, of any object by the base that the apps mount."""

from datetime import timedelta

from django.test import RequestFactory

from server.audit.models import ActorKind, AuditEvent
from server.audit.services import Author, record
from server.people.views import EventsView
from tests.api import Api, problem_of
from tests.recipes import NOON

BOB = Author(ActorKind.PERSON, "bob")


def keep(verb="project.changed", **fields):
    values = {"by": BOB, "target_type": "project", "target_id": 7, "now": NOON}
    return record(verb=verb, **values | fields)


def test_staff_read_what_is_by_or_about_a_person(ada, petra):
    keep(subject="ada", verb="role.given", after={"role": "TechSupport"})
    keep(by=Author(ActorKind.PERSON, "ada"), now=NOON + timedelta(minutes=1))
    keep(subject="bob")

    page = Api(petra).get("users/ADA/events").json()

    assert [event["verb"] for event in page["results"]] == ["project.changed", "role.given"]
    assert page["results"][1] | {"id": 0} == {
        "id": 0,
        "at": "2026-03-04T12:00:00Z",
        "actor": {"kind": "person", "name": "bob"},
        "verb": "role.given",
        "target": {"type": "project", "id": "7", "name": ""},
        "subject": "ada",
        "changes": [{"field": "role", "before": None, "after": "TechSupport"}],
    }


def test_the_events_of_a_person_are_filtered_by_kind(ada, petra):
    for verb in ("role.given", "role.taken", "user.changed"):
        keep(verb, subject="ada")

    page = Api(petra).get("users/ada/events", {"verb": ["role.given", "role.taken"]}).json()

    assert {event["verb"] for event in page["results"]} == {"role.given", "role.taken"}


def test_pages_of_events_lead_on_and_back(ada, petra):
    for minutes in range(5):
        keep(subject="ada", target_id=minutes, now=NOON + timedelta(minutes=minutes // 2))
    api, seen, cursor = Api(petra), [], {}

    for _ in range(3):
        page = api.get("users/ada/events", {"limit": 2, **cursor}).json()
        seen += [event["target"]["id"] for event in page["results"]]
        cursor = {"cursor": page["next"]}

    assert seen == ["4", "3", "2", "1", "0"]
    assert page["next"] is None
    back = api.get("users/ada/events", {"limit": 2, "cursor": page["previous"]}).json()
    assert [event["target"]["id"] for event in back["results"]] == ["2", "1"]


def test_the_events_of_a_person_are_for_staff_alone(ada, petra):
    assert problem_of(Api().get("users/ada/events")) == (401, "not-signed-in")
    refused = Api(ada).get("users/ada/events")
    assert problem_of(refused) == (403, "forbidden")
    assert refused.json()["permission"] == "user_manage"
    assert problem_of(Api(petra).get("users/nobody/events")) == (404, "not-found")
    assert problem_of(Api(petra).get("users/ada/events", {"a": 1})) == (400, "validation-failed")


def test_events_take_the_same_queries_however_many(ada, petra, django_assert_num_queries):
    for _ in range(60):
        keep(subject="ada")
    api = Api(petra)

    # session, user, actor, person, earlier names, keys of events, events
    with django_assert_num_queries(7):
        api.get("users/ada/events", {"limit": 50})


class ProjectEvents(EventsView):
    """What an app mounts."""

    public_verbs = frozenset({"project.changed"})
    public_fields = frozenset({"name"})

    def get(self, request):
        return self.page_of_events(request, AuditEvent.objects.of_target("project", 7))


def history_as(person):
    request = RequestFactory().get("/")
    request.user = person
    request._dont_enforce_csrf_checks = True
    return ProjectEvents.as_view()(request).data["results"]


def test_who_sees_an_object_reads_of_its_history_what_is_public(ada):
    keep(before={"name": "a", "copilot_notes": "x"}, after={"name": "b", "copilot_notes": "y"})
    keep("project_invitation.sent", after={"name": "c"})

    [event] = history_as(ada)

    assert event["changes"] == [{"field": "name", "before": "a", "after": "b"}]


def test_staff_read_all_of_a_history(petra):
    keep(before={"copilot_notes": "x"}, after={"copilot_notes": "y"})
    keep("project_invitation.sent")

    sent, changed = history_as(petra)

    assert sent["verb"] == "project_invitation.sent"
    assert changed["changes"] == [{"field": "copilot_notes", "before": "x", "after": "y"}]
