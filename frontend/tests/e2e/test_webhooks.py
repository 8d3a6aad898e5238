"""Webhooks in the settings of a project: added, tested, sent again, removed."""

from e2e_axe import faults_of
from playwright.sync_api import expect


def test_a_developer_adds_a_webhook_tests_it_and_removes_it(open_page):
    page = open_page("/projects/ckd/settings", as_="amira")
    page.get_by_label("Name", exact=True).last.fill("notebook")
    page.get_by_label("Address").fill("nowhere")
    page.get_by_role("button", name="Add a webhook").click()
    expect(page.locator("#webhook-url-error")).to_be_visible()

    page.get_by_label("Address").fill("https://hooks.invalid/run")
    page.get_by_role("button", name="Add a webhook").click()
    expect(page.get_by_text("notebook is made")).to_be_visible()
    expect(page.locator("[data-token]")).to_contain_text("whsec_")
    page.get_by_role("button", name="Done").click()
    assert not faults_of(page)

    page.get_by_role("button", name="Send a test to notebook").click()
    log = page.get_by_role("dialog")
    expect(log.get_by_text("Not tried yet.")).to_be_visible()
    log.get_by_role("button", name="Send msg_").click()
    assert not faults_of(page)
    log.get_by_role("button", name="Close").click()

    page.get_by_role("button", name="Remove notebook…").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove notebook").click()
    expect(page.get_by_text("No webhooks yet")).to_be_visible()
