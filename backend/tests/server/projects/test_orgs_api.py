"""Organisations: made, changed, their members and pictures."""

import pytest

from integrations import files
from integrations.files.fake import FakeStore
from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.people.roles import Role
from server.projects.models import Org, OrgMembership, Redirect
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import give_role, make_project, org, user

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def petra(db):
    person = user.make(username="petra")
    give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


@pytest.fixture
def uni(db):
    return org.make(slug="uni", name="Example University")


@pytest.fixture
def store(monkeypatch):
    store = FakeStore()
    monkeypatch.setattr(files, "get_store", lambda: store)
    return store


def put(person, path, content, **headers):
    headers.setdefault("content_type", "image/png")
    kind = headers.pop("content_type")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Api(person).client.put(f"/api/v3/{path}", content, content_type=kind, headers=named)


def test_staff_make_an_organisation_whose_slug_comes_from_its_name(petra):
    answer = Api(petra).post("orgs", {"name": "Univ. of Leeds", "github_orgs": ["leeds", "LEEDS"]})

    assert answer.status_code == 201, answer.content
    assert answer["Location"] == "/api/v3/orgs/univ-of-leeds"
    made = Org.objects.get()
    assert (made.name, made.slug, made.created_by) == ("Univ. of Leeds", "univ-of-leeds", petra)
    assert answer.json()["github_orgs"] == ["LEEDS"]
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.target_name) == (
        "org.created",
        "petra",
        "Univ. of Leeds",
    )


def test_the_same_key_makes_one_organisation(petra):
    for _ in range(2):
        answer = Api(petra).post("orgs", {"name": "Leeds"}, idempotency_key="k")
        assert answer.status_code == 201

    assert Org.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": "Example University"}, "/name"),
        ({"name": "Other", "slug": "uni"}, "/slug"),
        ({"name": "Other", "slug": "Big Letters"}, "/slug"),
        ({"name": "Staff"}, "/slug"),
        ({"name": "東京"}, "/slug"),
        ({"name": "Uni\r\nBcc: eve@example.org"}, "/name"),
        ({"name": "\u202eUni"}, "/name"),
        ({"name": "U\u200bni"}, "/name"),
        ({"name": "Other", "github_orgs": ["no/slash"]}, "/github_orgs/0"),
        ({"name": "Other", "size": 3}, "/size"),
    ],
)
def test_wrong_input_is_named_and_makes_nothing(petra, uni, body, pointer):
    answer = Api(petra).post("orgs", body)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointer in pointers_of(answer)
    assert Org.objects.count() == 1


def test_a_slug_of_an_old_link_is_taken(petra, uni):
    Api(petra).patch("orgs/uni", {"slug": "university"}, if_match='"v1"')

    answer = Api(petra).post("orgs", {"name": "Another", "slug": "uni"})

    assert pointers_of(answer) == ["/slug"]


def test_others_make_no_organisation(ada):
    answer = Api(ada).post("orgs", {"name": "Mine"})

    assert problem_of(answer) == (403, "forbidden")
    assert answer.json()["permission"] == "org_create"
    assert problem_of(Api().post("orgs", {"name": "Mine"})) == (401, "not-signed-in")
    assert not Org.objects.exists()


def test_a_change_keeps_old_links_and_tells_runners(petra, uni):
    before = ChangeCounter.objects.get(topic=CounterTopic.SHARED).value

    answer = Api(petra).patch("orgs/uni", {"slug": "leeds", "name": "Leeds"}, if_match='"v1"')

    assert answer.status_code == 200, answer.content
    assert (answer.json()["slug"], answer.json()["version"]) == ("leeds", 2)
    assert Redirect.objects.get().old_path == "/orgs/uni/"
    assert ChangeCounter.objects.get(topic=CounterTopic.SHARED).value > before
    event = AuditEvent.objects.get()
    assert event.before == {"slug": "uni", "name": "Example University"}
    assert event.after == {"slug": "leeds", "name": "Leeds"}


def test_of_two_editors_the_second_is_told(petra, uni):
    assert Api(petra).patch("orgs/uni", {"name": "A"}, if_match='"v1"').status_code == 200

    answer = Api(petra).patch("orgs/uni", {"name": "B"}, if_match='"v1"')

    assert problem_of(answer) == (412, "stale-version")
    assert Org.objects.get().name == "A"
    assert problem_of(Api(petra).patch("orgs/uni", {"name": "B"})) == (428, "version-required")


def test_who_may_not_change_is_told_the_permission(ada, uni):
    answer = Api(ada).patch("orgs/uni", {"name": "Mine"}, if_match='"v1"')

    assert problem_of(answer) == (403, "forbidden")
    assert answer.json()["permission"] == "staff_area_access"
    assert Api(ada).get("orgs/uni").json()["can"]["edit"]["allowed"] is False


def test_members_are_added_once_and_removed_on_record(petra, uni, ada):
    user.make(username="bob")
    Api(petra).post("orgs/uni/members", {"usernames": ["ada"]})

    answer = Api(petra).post("orgs/uni/members", {"usernames": ["ADA", "bob", "Bob"]})

    assert answer.json() == {"added": ["bob"], "had": ["ada"]}
    shown = Api().get("orgs/uni/members").json()["results"]
    assert {row["user"]["username"] for row in shown} == {"ada", "bob"}
    assert Api(petra).delete("orgs/uni/members/bob").status_code == 204
    assert not OrgMembership.objects.filter(user__username="bob").exists()
    assert list(AuditEvent.objects.order_by("id").values_list("verb", "subject")) == [
        ("org_member.added", "ada"),
        ("org_member.added", "bob"),
        ("org_member.removed", "bob"),
    ]
    assert problem_of(Api(petra).delete("orgs/uni/members/bob")) == (404, "not-found")


def test_an_unknown_name_adds_nobody(petra, uni, ada):
    answer = Api(petra).post("orgs/uni/members", {"usernames": ["ada", "ghost"]})

    assert pointers_of(answer) == ["/usernames/1"]
    assert not OrgMembership.objects.exists()


def test_mine_are_those_that_i_belong_to(uni, ada):
    org.make(name="Elsewhere")
    OrgMembership.objects.create(org=uni, user=ada)

    shown = Api(ada).get("orgs", {"mine": "true"}).json()["results"]

    assert [row["slug"] for row in shown] == ["uni"]
    assert problem_of(Api().get("orgs", {"mine": "true"})) == (401, "not-signed-in")


def test_the_lists_read_a_page_in_a_fixed_number_of_queries(petra, uni, django_assert_num_queries):
    OrgMembership.objects.bulk_create(OrgMembership(org=uni, user=user.make()) for _ in range(30))
    for number in range(12):
        make_project(org_slugs=(f"org-{number}", "uni"))
    api = Api(petra)

    with django_assert_num_queries(5):  # session, person, what she holds, keys, the page
        assert len(api.get("orgs").json()["results"]) == 13
    with django_assert_num_queries(5):  # session, person, organisation, keys, the page
        assert len(api.get("orgs/uni/members").json()["results"]) == 25


def test_a_picture_is_shown_and_taken_away(petra, uni, store):
    answer = put(petra, "orgs/uni/logo", PNG, if_match='"v1"')

    assert answer.status_code == 200, answer.content
    picture = Api().client.get(answer.json()["logo_url"])
    assert (picture.content, picture["Content-Type"]) == (PNG, "image/png")
    assert picture["X-Content-Type-Options"] == "nosniff"
    gone = Api(petra).delete("orgs/uni/logo", if_match='"v2"')
    assert gone.json()["logo_url"] is None
    assert problem_of(Api().get("orgs/uni/logo")) == (404, "not-found")
    assert AuditEvent.objects.filter(verb="org.changed").count() == 2


@pytest.mark.parametrize(
    ("content", "kind", "problem"),
    [
        (b"<svg onload='alert(1)'/>", "image/svg+xml", (400, "validation-failed")),
        (b"<html>", "image/png", (400, "validation-failed")),
        (b"", "image/png", (400, "validation-failed")),
        (PNG + b"0" * 500_000, "image/png", (413, "body-too-large")),
        (PNG, "text/plain", (415, "unsupported-media-type")),
    ],
    ids=["svg", "not a picture", "empty", "too large", "another type"],
)
def test_what_is_no_picture_is_not_kept(petra, uni, store, content, kind, problem):
    answer = put(petra, "orgs/uni/logo", content, if_match='"v1"', content_type=kind)

    assert problem_of(answer) == problem
    assert store.contents == {}


def test_a_picture_of_somebody_who_may_not_is_not_kept(ada, uni, store):
    answer = put(ada, "orgs/uni/logo", PNG, if_match='"v1"')

    assert problem_of(answer) == (403, "forbidden")
    assert store.contents == {}


def test_a_store_that_does_not_answer_is_said(petra, uni, settings, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_STORAGE = tmp_path / "file"
    files.get_store.cache_clear()

    answer = put(petra, "orgs/uni/logo", PNG, if_match='"v1"')

    files.get_store.cache_clear()
    assert problem_of(answer) == (503, "storage-unavailable")
    assert Org.objects.get().version == 1


def test_a_token_made_for_reading_changes_nothing(petra, uni):
    reading = bearer(petra, scopes=["read"])

    answer = Api().patch("orgs/uni", {"name": "A"}, if_match='"v1"', authorization=reading)

    assert problem_of(answer) == (403, "scope-missing")
    assert Org.objects.get().name == "Example University"


def test_everybody_reads_what_became_of_an_organisation(petra, uni, ada):
    Api(petra).patch("orgs/uni", {"description": "Old and wise"}, if_match='"v1"')
    Api(petra).post("orgs/uni/members", {"usernames": ["ada"]})

    newest, oldest = Api().get("orgs/uni/events").json()["results"]

    assert (newest["verb"], newest["subject"]) == ("org_member.added", "ada")
    assert oldest["changes"] == [{"field": "description", "before": "", "after": "Old and wise"}]
    assert problem_of(Api().get("orgs/none/events")) == (404, "not-found")
