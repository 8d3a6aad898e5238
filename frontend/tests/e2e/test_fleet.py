"""The fleet page: every backend at a glance, charts, a stop of new runs, a cancel of what waits."""

from e2e_axe import faults_of
from playwright.sync_api import expect


def test_operators_see_the_fleet_stop_new_runs_and_cancel_what_waits(open_page, script, runner):
    workspace = script.make_workspace()
    script.ask(workspace, "generate_dataset")
    page = open_page("/staff/fleet", as_="petra")
    tpp = page.locator("section").filter(has=page.get_by_role("heading", name="TPP", exact=True))
    expect(tpp.locator("canvas").first).to_be_attached()
    expect(tpp.get_by_text("127.0.0.1")).to_be_visible()
    assert not faults_of(page)

    page.get_by_role("button", name="Cancel what waits on").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel what waits").click()
    expect(page.get_by_text("cancelled.")).to_be_visible()

    page.get_by_role("button", name="Stop new runs everywhere…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Why").fill("We move the server.")
    assert not faults_of(page)
    dialog.get_by_role("button", name="Stop new runs").click()
    expect(tpp.get_by_text("no new runs")).to_be_visible()

    page.get_by_role("button", name="Take new runs everywhere").click()
    expect(tpp.get_by_text("no new runs")).to_have_count(0)


def test_the_fleet_is_closed_to_others(open_page):
    page = open_page("/staff/fleet", as_="amira")

    expect(page.get_by_text("The staff area is closed to you")).to_be_visible()
