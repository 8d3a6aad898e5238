"""Old addresses: kept, followed with 301, listed and deleted by staff."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from server.audit.models import AuditEvent
from server.core import clock
from server.core.errors import InputRefused
from server.people.actors import command
from server.people.roles import Role
from server.projects.addresses import paths_of
from server.projects.models import Org, Redirect
from server.projects.services import find_new_path, keep_old_paths, refuse_old_slug
from tests.api import Api, problem_of
from tests.recipes import NOON, give_role, make_project, user, workspace

TEST = command("test")


@pytest.fixture
def staff(db):
    person = user.make(username="petra")
    give_role(person, Role.STAFF_AREA_ADMINISTRATOR)
    return person


def rename(page, slug, *, now=None):
    now = now or clock.now()
    old_paths = paths_of(page)
    page.slug = slug
    page.save(update_fields=["slug"])
    keep_old_paths(actor=TEST, page=page, old_paths=old_paths, now=now)


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/projects/asthma-winter", "/projects/winter"),
        ("/projects/asthma-winter/", "/projects/winter"),
        ("/projects/asthma-winter/members?tab=all", "/projects/winter/members?tab=all"),
        ("/asthma-winter", "/winter"),
        ("/asthma-winter/w1/run-jobs/", "/winter/w1/run-jobs"),
        ("/asthma-winter//other.example/x", "/winter/other.example/x"),
        ("/asthma-winter/a%3Fb%23c", "/winter/a%3Fb%23c"),
        ("/asthma-winter/a%2541", "/winter/a%2541"),
        ("/asthma-winter/%0d%0aSet-Cookie:a", "/winter/%0D%0ASet-Cookie:a"),
        ("/asthma-winter/%5C%5Cother.example", "/winter/%5C%5Cother.example"),
    ],
)
def test_a_page_that_moved_is_answered_with_301(project, asked, leads_to):
    rename(project, "winter")

    answer = Client().get(asked)

    assert (answer.status_code, answer["Location"]) == (301, leads_to)


@pytest.mark.parametrize(
    "asked", ["/asthma-winter-2", "/projects", "/x/asthma-winter", "//", "/a%00b"]
)
def test_other_pages_are_the_app(project, asked):
    rename(project, "winter")

    assert Client().get(asked).status_code == 200


def test_a_doubled_slash_at_the_beginning_shifts_nothing(project):
    rename(project, "winter")

    assert find_new_path(path="//asthma-winter/w1", now=clock.now()) == "/winter/w1"


def test_the_longest_address_wins(project, w1):
    old_paths = paths_of(w1)
    w1.project = make_project(slug="other", org_slugs=())
    w1.save(update_fields=["project"])
    keep_old_paths(actor=TEST, page=w1, old_paths=old_paths, now=NOON)
    rename(project, "winter", now=NOON)

    assert find_new_path(path="/asthma-winter/w1/logs", now=NOON) == "/other/w1/logs"
    assert find_new_path(path="/asthma-winter/w2/logs", now=NOON) == "/winter/w2/logs"


def test_an_address_follows_every_further_change_without_a_chain(
    project, django_assert_num_queries
):
    rename(project, "winter")
    rename(project, "cold")

    with django_assert_num_queries(1):
        assert find_new_path(path="/projects/asthma-winter", now=clock.now()) == "/projects/cold"
    assert find_new_path(path="/projects/winter", now=clock.now()) == "/projects/cold"


def test_a_page_that_has_its_address_back_is_not_redirected(project):
    rename(project, "winter")
    rename(project, "asthma-winter")

    assert find_new_path(path="/projects/asthma-winter", now=clock.now()) is None
    assert find_new_path(path="/projects/winter", now=clock.now()) == "/projects/asthma-winter"


def test_an_address_leads_nowhere_after_its_time(project):
    rename(project, "winter", now=NOON)

    assert find_new_path(path="/projects/asthma-winter", now=NOON + timedelta(days=366)) is None


def test_a_visitor_who_may_read_nothing_is_told_no_new_name(project, settings):
    settings.PUBLIC_READ = False
    rename(project, "winter")

    assert Client().get("/projects/asthma-winter").status_code == 200


def test_the_api_and_unknown_methods_are_not_redirected(project):
    rename(project, "winter")

    assert Client().get("/api/v3/projects/asthma-winter").status_code == 404
    assert Client().post("/projects/asthma-winter").status_code == 405


def test_a_slug_that_leads_to_another_page_is_taken(project):
    rename(project, "winter")
    newcomer = make_project(slug="newcomer", org_slugs=())
    newcomer.slug = "asthma-winter"

    with pytest.raises(InputRefused) as refused:
        refuse_old_slug(page=newcomer, now=clock.now())

    assert refused.value.errors[0].pointer == "/slug"
    project.slug = "asthma-winter"
    refuse_old_slug(page=project, now=clock.now())  # its own it may have back


def test_staff_see_where_old_addresses_lead(project, staff, django_assert_num_queries):
    org = Org.objects.get()
    rename(org, "uni")
    rename(project, "winter")

    api = Api(staff)

    shown = api.get("redirects", {"kind": "org"}).json()["results"]

    assert [(row["old_path"], row["leads_to"]) for row in shown] == [
        ("/orgs/example-university/", "/orgs/uni/")
    ]
    found = api.get("redirects", {"search": "projects/asthma"}).json()["results"]
    assert [row["old_path"] for row in found] == ["/projects/asthma-winter/"]
    with django_assert_num_queries(5):  # session, person, what she holds, keys, redirects
        api.get("redirects")


def test_staff_delete_a_redirect_on_record(project, staff):
    rename(project, "winter")
    row = Redirect.objects.get(old_path="/projects/asthma-winter/")

    assert Api(staff).delete(f"redirects/{row.pk}").status_code == 204

    assert find_new_path(path="/projects/asthma-winter", now=clock.now()) is None
    event = AuditEvent.objects.get(verb="redirect.deleted")
    assert event.before == {"old_path": "/projects/asthma-winter/", "led_to": "/projects/winter/"}
    assert problem_of(Api(staff).delete(f"redirects/{row.pk}")) == (404, "not-found")


def test_others_may_neither_list_nor_delete(project, ada):
    rename(project, "winter")
    row = Redirect.objects.first()

    for answer in (Api(ada).get("redirects"), Api(ada).delete(f"redirects/{row.pk}")):
        assert problem_of(answer) == (403, "forbidden")
        assert answer.json()["permission"] == "staff_area_access"
    assert problem_of(Api().get("redirects")) == (401, "not-signed-in")
    assert Redirect.objects.filter(pk=row.pk).exists()


def test_a_redirect_leads_to_exactly_one_page(project):
    org = Org.objects.get()
    for targets in ({}, {"project": project, "org": org}):
        with pytest.raises(IntegrityError, match="leads_to_one"), transaction.atomic():
            Redirect.objects.create(old_path="/a/", expires_at=NOON, **targets)


def test_a_workspace_of_another_project_is_found_under_its_old_address(project):
    moved = workspace.make(name="w9", project=project)
    old_paths = paths_of(moved)
    moved.project = make_project(slug="other", org_slugs=())
    moved.save(update_fields=["project"])
    keep_old_paths(actor=TEST, page=moved, old_paths=old_paths, now=NOON)

    assert find_new_path(path="/asthma-winter/w9/logs/", now=NOON) == "/other/w9/logs"


def test_a_workspace_whose_project_takes_its_old_address_does_not_lead_to_itself(project):
    """Its own redirect is still there: nothing about the workspace was changed."""
    moved, other = workspace.make(name="w9", project=project), make_project(slug="other")
    old_paths = paths_of(moved)
    moved.project = other
    moved.save(update_fields=["project"])
    keep_old_paths(actor=TEST, page=moved, old_paths=old_paths, now=clock.now())
    rename(project, "winter")
    Redirect.objects.filter(project=project).delete()  # by staff, to free the address
    rename(other, "asthma-winter")

    for path in ("/asthma-winter/w9", "/asthma-winter/w9/logs/"):
        assert Client().get(path).status_code == 200
    assert Client().get("/other/w9")["Location"] == "/asthma-winter/w9"
