"""The fleet page: every backend at a glance, charts, a stop of new runs, a cancel of what waits."""

import re
from datetime import datetime, timedelta

import pytest
from e2e_axe import faults_of
from playwright.sync_api import expect

LIVE_MS = 5000  # the heartbeat would take half a minute


def test_operators_see_the_fleet_and_cancel_what_waits(open_page, script, runner):
    workspace = script.make_workspace()
    script.ask(workspace, "generate_dataset")
    page = open_page("/staff/fleet?backend=tpp", as_="petra")
    tpp = page.locator("section").filter(has=page.get_by_role("heading", name="TPP", exact=True))
    expect(tpp.get_by_text("taking jobs", exact=False).first).to_be_visible()
    runner.poll(mode="db-maintenance")
    expect(tpp.get_by_text("maintenance", exact=False).first).to_be_visible(timeout=LIVE_MS)
    runner.poll()
    expect(tpp.locator("canvas").first).to_be_attached()
    expect(tpp.get_by_text("127.0.0.1")).to_be_visible()
    assert not faults_of(page)

    page.get_by_role("button", name="Cancel what waits on").first.click()
    dialog = page.get_by_role("dialog")
    expect(
        dialog.get_by_role("heading", name=re.compile(r"^Cancel \d+ requests?\?$"))
    ).to_be_visible()
    expect(dialog).to_contain_text("and the waiting jobs of those that run in part")
    dialog.get_by_role("button", name="Cancel what waits").click()
    expect(page.get_by_text("What waited on TPP is cancelled, of ")).to_be_visible()


def test_the_overview_has_all_backends_and_leads_to_the_details_of_each(
    open_page, script, workspace, runner
):
    script.ask(workspace, "generate_dataset")
    page = open_page("/staff/fleet?backend=tpp", as_="petra")
    overview = page.get_by_role("table", name="All backends")
    expect(overview.get_by_role("row")).to_have_count(1 + 3)
    tpp = overview.get_by_role("row", name="TPP")
    expect(tpp.locator("[data-column=state]")).to_have_text("Taking jobs")
    expect(tpp.locator("[data-column=waiting]")).to_have_text(
        re.compile(r"^[1-9]\d* oldest .* ago$")
    )
    expect(tpp.locator("[data-column=failed]")).to_have_text(
        re.compile(r"^\d+ of [1-9]\d* 7 days: \d+ of [1-9]\d*$")
    )

    emis = overview.get_by_role("row", name="EMIS")
    emis.get_by_role("link").focus()

    expect(page).to_have_url(re.compile(r"backend=emis$"))
    expect(emis).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("heading", level=2)).to_have_text([re.compile("^All"), "EMIS"])
    expect(emis.get_by_role("link")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="EMIS", exact=True)).to_be_visible()
    assert not faults_of(page)


@pytest.mark.parametrize("place", ["/staff/fleet?backend=tpp", "/staff/backends/tpp"])
def test_operators_see_the_calls_of_a_runner_by_the_hour(open_page, runner, place):
    runner.poll()
    page = open_page(place, as_="petra")
    if "fleet" in place:
        page.get_by_text(re.compile(r"^\d+ calls? in the last 24 hours$")).first.click()
    part = page.locator(".call-hours")

    part.get_by_label("By the hour").select_option("job-requests")

    expect(
        part.get_by_text(re.compile(r"^7 days: \d+ calls?, 0 failed, .* ms each$"))
    ).to_be_visible()
    expect(part.locator("canvas")).to_have_count(2)
    numbers = part.locator("figure").first
    numbers.get_by_text("In numbers").click()
    expect(numbers.get_by_role("row")).to_have_count(1 + 168)
    expect(numbers.get_by_role("row").last.get_by_role("cell").first).to_have_text(
        re.compile("[1-9]")
    )
    assert not faults_of(page)


def test_a_chart_that_does_not_load_leaves_its_numbers(open_page, script, workspace, runner):
    script.ask(workspace, "generate_dataset")
    page = open_page("/", as_="petra")
    page.route("**/vendor/uplot-*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto("/staff/fleet?backend=tpp")

    page.get_by_text("In numbers").first.click()

    expect(page.locator("figure").first.get_by_role("row")).to_have_count(1 + 24)


def test_the_whole_service_is_stopped_for_new_runs_and_who_waits_is_told(
    open_page, script, workspace, runner
):
    waiting = script.ask(workspace, "generate_dataset")["identifier"]
    page = open_page("/staff/fleet", as_="petra")
    theirs = open_page(f"/requests/{waiting}", as_="amira")

    page.get_by_role("button", name="Stop new runs everywhere…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Why").fill("We move the server.")
    assert not faults_of(page)
    dialog.get_by_role("button", name="Stop new runs").click()
    words = "This service takes no new runs: We move the server."
    expect(page.get_by_role("heading", name=words)).to_be_visible()
    expect(page.get_by_text("no new runs", exact=True)).to_have_count(3)
    assert not faults_of(page)

    expect(theirs.get_by_role("heading", name=words)).to_be_visible(timeout=LIVE_MS)
    expect(theirs.get_by_text("asked for already, and goes on")).to_be_visible()
    theirs.goto(f"/workspaces/{workspace}/run")
    expect(
        theirs.get_by_text("This service takes no new runs. We move the server.")
    ).to_be_visible()
    page.goto("/staff/backends/tpp")
    expect(page.get_by_text(f"{words} It is ended on the page of the fleet.")).to_be_visible()

    page.goto("/staff/fleet")
    page.get_by_role("button", name="Take new runs everywhere").click()
    expect(page.get_by_text("no new runs", exact=True)).to_have_count(0)


def test_one_backend_is_stopped_for_new_runs_on_its_page(open_page, script, workspace, runner):
    waiting = script.ask(workspace, "generate_dataset")["identifier"]
    page = open_page("/staff/backends/tpp", as_="petra")
    part = page.locator("section").filter(has=page.get_by_role("heading", name="New runs"))
    ends = datetime.now() + timedelta(hours=3)  # noqa: DTZ005 - the field is in the reader's zone
    part.get_by_label("Until").fill(ends.strftime("%Y-%m-%dT%H:%M"))
    part.get_by_label("Why").fill("The disk is full")
    part.get_by_role("button", name="Stop new runs").click()
    expect(page.get_by_text("No new runs are taken here.")).to_be_visible()
    words = re.compile(r"^TPP takes no new runs until .*\d\d:\d\d: The disk is full\.$")
    expect(part.get_by_text(words)).to_be_visible()
    assert not faults_of(page)

    theirs = open_page(f"/requests/{waiting}", as_="amira")
    expect(theirs.get_by_role("heading", name=words)).to_be_visible()
    assert not faults_of(theirs)
    theirs.goto("/backends")
    expect(theirs.get_by_text(words)).to_be_visible()
    theirs.goto(f"/workspaces/{workspace}/run")
    expect(theirs.get_by_text("The disk is full")).to_be_visible()
    expect(theirs.get_by_role("radio", name="TPP")).to_be_disabled()
    expect(theirs.get_by_role("radio", name="EMIS")).to_be_enabled()
    assert not faults_of(theirs)

    part.get_by_role("button", name="Take new runs").click()
    expect(page.get_by_text("New runs are taken here again.")).to_be_visible()
    expect(part.get_by_label("Why")).to_be_visible()
    past = page.get_by_role("region", name="History")
    expect(past.get_by_text("stopped note:").first).to_be_visible()


def test_the_fleet_is_closed_to_others(open_page):
    page = open_page("/staff/fleet", as_="amira")

    expect(page.get_by_text("The staff area is closed to you")).to_be_visible()
