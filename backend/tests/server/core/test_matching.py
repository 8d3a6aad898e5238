"""Beginnings are found in any letter case and by index, insides only in small tables."""

import pytest
from django.db import connection

from server.core import matching
from server.people.models import User
from server.projects.models import Org, Project, Repo, Workspace
from tests.recipes import make_project, repo, user, workspace


@pytest.fixture
def _large(monkeypatch):
    """Every table counts as one of many rows."""
    monkeypatch.setattr(matching.sizes, "is_small", lambda model: False)


@pytest.fixture
def _no_full_scan(db):
    if connection.vendor == "postgresql":
        # A table of one page is read whole whatever its indexes.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")


@pytest.mark.usefixtures("_large", "_no_full_scan")
@pytest.mark.parametrize(
    ("rows", "indexes"),
    [
        (lambda: Workspace.objects.filter(matching.begins("name", "w")), ["workspace"]),
        (
            lambda: Project.objects.matching("a"),
            ["project_search_name", "project_search_slug", "project_search_number"],
        ),
        (lambda: Org.objects.matching("a"), ["org_search_name", "org_search_slug"]),
        (
            lambda: Repo.objects.matching("s"),
            ["repo_search_name", "repo_"],
        ),
        (
            lambda: User.objects.get_queryset().matching("a", email=True),
            ["user_", "user_search_fullname", "user_search_email"],
        ),
        (lambda: Workspace.objects.matching("w"), ["workspace_", "repo_search_name"]),
    ],
    ids=["workspace name", "project", "org", "repo", "user", "workspace with repo"],
)
def test_a_beginning_is_read_from_an_index_of_each_column(rows, indexes):
    plan = rows().explain()

    for index in indexes:
        assert f"projects_{index}" in plan or f"people_{index}" in plan, plan
    assert "SEARCH" in plan or "Index" in plan, plan
    assert "Seq Scan" not in plan, plan


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("text", ["asth", "ASTHMA-W", "Asthma-Winter"])
def test_a_beginning_is_found_in_any_letter_case(db, text):
    found = workspace.make(name="Asthma-Winter")
    workspace.make(name="winter-asthma")

    assert list(Workspace.objects.filter(matching.begins("name", text))) == [found]


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("text", ["a%", "a_", "%", "_", "a\\"])
def test_signs_of_patterns_are_letters_like_any(db, text):
    workspace.make(name="asthma")

    assert not Workspace.objects.filter(matching.begins("name", text)).exists()


@pytest.mark.usefixtures("_large")
def test_in_a_large_table_only_beginnings_are_found(db):
    joe = user.make(username="joe", fullname="Joe Marsh")

    assert list(User.objects.get_queryset().matching("joe m")) == [joe]
    assert not User.objects.get_queryset().matching("marsh").exists()


def test_in_a_small_table_each_word_may_stand_anywhere(db):
    project = make_project(slug="aw", name="Asthma in winter", number="148")

    for text in ("winter", "WINT asth", "148 asthma", "w 14"):
        assert list(Project.objects.matching(text)) == [project], text
    assert not Project.objects.matching("winter summer").exists()


def test_one_letter_is_a_beginning_in_a_small_table_too(db):
    project = make_project(slug="aw", name="Asthma in winter", number="148")

    assert list(Project.objects.matching("A")) == [project]
    assert not Project.objects.matching("w").exists()


@pytest.mark.parametrize("text", ["h", "HTTP", "https://"])
def test_how_every_address_begins_is_looked_for_in_names_alone(db, text):
    study = repo.make(name="winter", url="https://github.com/opensafely/winter")

    assert not Repo.objects.matching(text).exists()
    assert list(Repo.objects.matching("https://github.com/open")) == [study]


@pytest.mark.parametrize(("highest", "few"), [(9_999, True), (10_000, False)])
def test_a_table_is_small_below_ten_thousand_rows(db, highest, few):
    user.make(pk=highest)

    assert matching.TableSizes().is_small(User) is few


def test_the_size_of_a_table_is_asked_once_a_minute(db, django_assert_num_queries):
    now = 0.0
    sizes = matching.TableSizes(clock=lambda: now)
    assert sizes.is_small(User)
    user.make(pk=10_000)

    now = 59
    with django_assert_num_queries(0):
        assert sizes.is_small(User)
    now = 60
    assert not sizes.is_small(User)


@pytest.mark.parametrize("few", [True, False])
def test_a_workspace_is_found_by_its_repository_too(db, monkeypatch, few):
    monkeypatch.setattr(matching.sizes, "is_small", lambda model: few)
    study = repo.make(name="Winter-study", url="https://github.com/opensafely/Winter-study")
    found = workspace.make(name="one", repo=study)
    workspace.make(name="two")

    assert list(Workspace.objects.matching("winter")) == [found]


def test_what_is_nearer_comes_first(db):
    for name in ("x-asthma", "asthma-2", "asthma"):
        workspace.make(name=name)

    rows = Workspace.objects.order_by(matching.Nearness("ASTHMA", "name"), "name")

    assert [row.name for row in rows] == ["asthma", "asthma-2", "x-asthma"]
