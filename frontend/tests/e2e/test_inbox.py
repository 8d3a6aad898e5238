"""The inbox: what one was told of, and that it was read."""

import hashlib

import pytest
from e2e_axe import faults_of
from playwright.sync_api import expect


@pytest.fixture
def person(server, request) -> str:
    """A person with two unread notices, for this test alone."""
    name = "inbox-" + hashlib.sha256(request.node.name.encode()).hexdigest()[:8]
    return server.seed("notices", name).strip()


def test_unread_notices_are_counted_opened_and_marked(open_page, person):
    page = open_page("/", as_=person)
    page.get_by_role("link", name="Inbox, 2 unread").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")

    page.get_by_role("link", name="Unread: Request 1 in w1 failed").click()
    page.go_back()
    expect(page.get_by_role("link", name="Inbox, 1 unread")).to_be_visible()

    page.get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_role("link", name="Inbox", exact=True).first).to_be_visible()
    page.get_by_role("link", name="Unread", exact=True).click()
    expect(page.get_by_role("heading", name="Nothing unread")).to_be_visible()


def test_the_inbox_and_the_choice_of_mail_are_accessible(open_page, person):
    page = open_page("/home/inbox", as_=person)
    page.get_by_role("link", name="Unread: Request 1 in w1 failed").wait_for()
    assert not faults_of(page)

    page.goto("/settings/notices")
    page.get_by_label("When the whole run has finished").click()
    expect(page.get_by_text("Saved: it counts from the next job")).to_be_visible()
    assert not faults_of(page)


def test_who_was_told_nothing_has_nothing_to_mark(open_page):
    page = open_page("/home/inbox", as_="joe")

    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()
    expect(page.locator(".page-head__actions")).to_be_empty()
    assert not faults_of(page)


def test_a_visitor_signs_in_first(open_page):
    page = open_page("/home/inbox")

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
