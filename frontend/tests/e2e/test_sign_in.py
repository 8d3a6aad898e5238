"""Signing in by GitHub, against a stand-in for it on loopback, and each way in which that fails."""

import re
from collections.abc import Iterator

import pytest
from conftest import DESKTOP, PHONE, OpenPage, Server, running_server
from e2e_axe import faults_of
from playwright.sync_api import Page, expect

from tests.fakes.github_sign_in import (
    CLIENT_ID,
    CLIENT_SECRET,
    TOKEN,
    USER,
    Fault,
    GitHub,
    Person,
    answers_html,
    fails,
    hangs_up,
    is_silent,
    running_github_sign_in,
)

BACK = "/requests?status=failed"


@pytest.fixture(scope="session")
def standing_in() -> Iterator[GitHub]:
    with running_github_sign_in() as github:
        yield github


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, standing_in: GitHub) -> Iterator[Server]:
    """A server of these tests alone, where people sign in by GitHub."""
    with running_server(
        tmp_path_factory.mktemp("sign-in"),
        SOCIAL_AUTH_GITHUB_KEY=CLIENT_ID,
        SOCIAL_AUTH_GITHUB_SECRET=CLIENT_SECRET,
        GITHUB_URL=standing_in.url,
    ) as server:
        yield server


@pytest.fixture
def github(standing_in: GitHub) -> Iterator[GitHub]:
    yield standing_in
    standing_in.faults.clear()


def go_to_github(page: Page) -> None:
    page.get_by_role("button", name="Continue with GitHub").click()


def authorize(page: Page) -> None:
    go_to_github(page)
    page.get_by_role("button", name="Authorize").click()


def told(page: Page, title: str) -> None:
    """The sign-in page says what happened, and is still there to try again."""
    expect(page.get_by_role("alert").get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_role("button", name="Continue with GitHub")).to_be_enabled()


@pytest.mark.parametrize(
    ("viewport", "person"),
    [
        (DESKTOP, Person(id=1, login="first-gh", name=None, emails=[])),
        (PHONE, Person(id=2, login="second-gh")),
    ],
    ids=["desktop, GitHub knows no name and no address", "phone"],
)
def test_a_newcomer_is_welcomed_and_led_back(
    open_page: OpenPage, github: GitHub, viewport: dict[str, int], person: Person
) -> None:
    github.person = person
    page = open_page(f"/sign-in?next={BACK.replace('?', '%3F')}", viewport=viewport)

    authorize(page)
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_value(person.name or "")
    page.get_by_label("Name", exact=True).fill("Grace Hopper")
    page.get_by_label("E-mail address").fill(f"{person.login}@example.org")
    page.get_by_role("button", name="Save and go on").click()

    expect(page).to_have_url(re.compile(re.escape(BACK)))
    me = page.request.get("/api/v3/session").json()["user"]
    assert (me["username"], me["name"], me["roles"]) == (person.login, "Grace Hopper", [])


def test_who_was_here_before_is_led_back_at_once(open_page: OpenPage, github: GitHub) -> None:
    github.person = Person(id=3, login="third-gh")
    page = open_page("/sign-in")
    authorize(page)
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("heading", name="Your work", exact=True)).to_be_visible()

    again = open_page("/sign-in?next=/workspaces")
    authorize(again)

    expect(again).to_have_url(re.compile("/workspaces$"))


def test_who_says_no_at_github_is_told_that_nothing_happened(
    open_page: OpenPage, github: GitHub
) -> None:
    page = open_page(f"/sign-in?next={BACK.replace('?', '%3F')}")
    go_to_github(page)

    page.get_by_role("button", name="Cancel").click()

    told(page, "GitHub was not allowed to tell us who you are")
    github.person = Person(id=4, login="fourth-gh")
    authorize(page)
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "fault", "title"),
    [
        (USER, answers_html, "GitHub did not tell us who you are"),
        (USER, fails, "GitHub did not tell us who you are"),
        (TOKEN, hangs_up, "GitHub cannot be reached"),
        (TOKEN, is_silent, "GitHub does not answer"),
    ],
    ids=["HTML", "500", "hung up", "silent"],
)
def test_trouble_at_github_is_told_in_words(
    open_page: OpenPage, github: GitHub, path: str, fault: Fault, title: str
) -> None:
    github.faults[path] = fault
    page = open_page("/sign-in", viewport=PHONE)

    authorize(page)

    told(page, title)
    assert page.request.get("/api/v3/session").json()["user"] is None


def test_a_sign_in_that_did_not_begin_in_this_browser_is_refused(open_page: OpenPage) -> None:
    page = open_page("/sign-in")

    page.goto("/accounts/github/login/callback/?code=stolen&state=forged")

    told(page, "This sign-in did not begin in this browser")


def test_an_account_that_was_switched_off_is_told_so(
    open_page: OpenPage, github: GitHub, server: Server
) -> None:
    github.person = Person(id=5, login="fifth-gh")
    page = open_page("/sign-in")
    authorize(page)
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("heading", name="Your work", exact=True)).to_be_visible()
    switch_off(page, "fifth-gh", token=server.secrets["people"]["root"])

    again = open_page("/sign-in")
    authorize(again)

    told(again, "This account is switched off")


def test_axe_finds_nothing_where_people_sign_in(open_page: OpenPage, github: GitHub) -> None:
    page = open_page("/sign-in?error=denied")
    assert not faults_of(page)
    github.person = Person(id=6, login="sixth-gh")
    authorize(page)
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    assert not faults_of(page)


def switch_off(page: Page, username: str, *, token: str) -> None:
    address, named = f"/api/v3/users/{username}", {"Authorization": f"Bearer {token}"}
    read = page.request.get(address, headers=named)
    changed = page.request.patch(
        address,
        data={"is_active": False},
        headers=named | {"If-Match": read.headers["etag"]},
    )
    assert changed.ok, changed.text()
