"""Open pages follow what happens, lose nothing that the reader does, and find the server again."""

import re

import pytest
from conftest import DESKTOP, PHONE
from e2e_axe import settle, violations_of
from e2e_callers import failed, running, succeeded, waiting
from playwright.sync_api import expect

LIVE_MS = 5000  # the heartbeat would take half a minute

both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])


@pytest.fixture
def asked(script, runner, workspace):
    made = script.ask(workspace, "report")
    runner.report(
        made["identifier"],
        generate_dataset=succeeded(),
        prepare=running(),
        fit_model=waiting(),
        describe=waiting("waiting_on_workers"),
        report=waiting(),
    )
    return made


@both_widths
def test_what_the_reader_has_chosen_stays_while_the_page_renews_itself(
    open_page, runner, asked, viewport
):
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    page.get_by_role("button", name=re.compile("Cancel 4")).locator("visible=true").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox", name="fit_model").uncheck()

    runner.report(asked["identifier"], prepare=succeeded())

    expect(dialog.get_by_role("heading", name="Cancel 2 unfinished jobs?")).to_be_visible()
    expect(dialog.get_by_role("checkbox", name="fit_model")).not_to_be_checked()
    expect(dialog.get_by_role("checkbox", name="describe")).to_be_checked()


@both_widths
def test_a_page_that_lost_the_server_says_so_and_finds_it_again(open_page, runner, asked, viewport):
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    freshness = page.locator(".request-sum .freshness")
    expect(freshness).to_have_text(re.compile("^updated"))

    page.context.set_offline(True)
    expect(freshness).to_have_text(re.compile("^reconnecting; as of"))
    settle(page)
    assert violations_of(page) == []
    runner.report(asked["identifier"], prepare=failed())
    page.context.set_offline(False)

    expect(page.get_by_role("heading", name=re.compile("prepare failed"))).to_be_visible()
    expect(freshness).to_have_text(re.compile("^updated"))


def test_two_tabs_show_the_same_change(open_page, runner, asked):
    first = open_page(f"/requests/{asked['number']}", as_="amira")
    second = first.context.new_page()
    second.goto(f"/requests/{asked['number']}")
    second.locator("h1").wait_for()

    runner.report(asked["identifier"], prepare=failed())

    for page in (first, second):
        expect(page.get_by_role("heading", name=re.compile("prepare failed"))).to_be_visible()


def test_a_waiting_job_says_since_when_and_what_would_change_it(open_page, asked):
    page = open_page(f"/requests/{asked['number']}?view=graph", as_="amira")
    page.get_by_role("button", name=re.compile("^describe,")).click()

    panel = page.locator(".job-panel")
    expect(panel).to_contain_text("Waiting for a free worker on TPP")
    expect(panel).to_contain_text(re.compile(r"Since (yesterday at )?\d\d:\d\d"))
    expect(panel).to_contain_text("It starts by itself; there is nothing to do.")


@pytest.mark.parametrize(
    "path",
    ["/", "/requests", "/backends", "/home/inbox"]
    + [f"/staff/{place}" for place in ("fleet", "backends", "backends/tpp", "requests")],
)
def test_every_live_page_says_how_fresh_it_is(open_page, runner, path):
    page = open_page(path, as_="petra")
    freshness = page.locator(".page-head .freshness")
    expect(freshness).to_have_text(re.compile("^updated"))

    page.context.set_offline(True)
    expect(freshness).to_have_text(re.compile("^reconnecting; as of"))


def test_what_everybody_is_told_comes_to_open_pages(open_page, server, script, workspace):
    graphnet = server.runner("graphnet")
    graphnet.poll()
    page = open_page(f"/workspaces/{workspace}", as_="amira")
    notices = page.get_by_role("region", name="Notices")
    expect(page.get_by_role("heading", name="Requests", exact=True)).to_be_visible()

    server.fall_silent("graphnet", seconds=3600)
    expect(notices).to_contain_text("No contact with Graphnet since", timeout=LIVE_MS)
    graphnet.poll()
    expect(notices).to_have_count(0, timeout=LIVE_MS)

    staff = server.script("petra")
    alert = staff.post("site-alerts", {"message": "We move tonight."})
    expect(notices).to_contain_text("We move tonight.", timeout=LIVE_MS)
    staff.delete(f"site-alerts/{alert['id']}", version=alert["version"])
    expect(notices).to_have_count(0, timeout=LIVE_MS)


def test_what_is_read_in_one_browser_is_read_in_another(open_page, server):
    person = server.seed("notices", "reads-twice").strip()
    first, second = (open_page("/home/inbox", as_=person) for _ in range(2))
    expect(second.get_by_role("link", name="Inbox, 2 unread")).to_be_visible()

    first.get_by_role("button", name="Mark all as read").click()

    expect(second.get_by_role("link", name="Inbox, 2 unread")).to_have_count(0, timeout=LIVE_MS)
    expect(second.locator(".inbox__line--unread")).to_have_count(0, timeout=LIVE_MS)


@both_widths
def test_a_new_request_is_counted_where_it_waits_before_its_runner_comes(
    open_page, script, workspace, viewport
):
    page = open_page("/backends", as_="amira", viewport=viewport)
    graphnet = page.get_by_role("region", name="Graphnet")
    waits = graphnet.locator(".backend__figure", has_text="Waiting jobs").locator(".backend__note")
    expect(waits).to_have_text(re.compile("request"))
    before = int(re.sub(r"\D", "", waits.inner_text()) or 0)

    script.ask(workspace, "prepare", backend="graphnet")

    expect(waits).to_have_text(re.compile(f"of {before + 1} request"), timeout=LIVE_MS)
