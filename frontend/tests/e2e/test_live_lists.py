"""Lists and pages of what people administer follow changes and keep what the reader is at."""

import re

import pytest
from conftest import DESKTOP, PHONE
from e2e_axe import faults_of, settle, violations_of
from playwright.sync_api import expect

LIVE_MS = 5000  # the heartbeat would take half a minute

both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])


@both_widths
@pytest.mark.parametrize(
    ("path", "person"), [("/workspaces", "amira"), ("/staff/workspaces", "petra")]
)
def test_a_new_workspace_waits_above_the_list_until_it_is_asked_for(
    open_page, script, workspace, path, person, viewport
):
    page = open_page(path, as_=person, viewport=viewport)
    table = page.locator(".data-table")
    expect(table).to_contain_text(workspace)

    made = script.make_workspace()
    waiting = page.get_by_role("button", name=re.compile("^1 new "))
    expect(waiting).to_be_visible(timeout=LIVE_MS)
    expect(table).not_to_contain_text(made)
    settle(page)
    assert violations_of(page) == []
    assert faults_of(page) == []
    waiting.press("Enter")

    expect(page.get_by_role("rowheader").first).to_contain_text(made)
    expect(waiting).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "person"),
    [(f"/{place}", "amira") for place in ("workspaces", "projects", "orgs", "users")]
    + [
        (f"/staff/{place}", "petra")
        for place in (
            "users",
            "users/amira",
            "orgs",
            "projects",
            "workspaces",
            "repos",
            "redirects",
            "record",
            "dashboards",
        )
    ]
    + [(path, "amira") for path in ("/projects/ckd", "/projects/ckd/settings", "/settings/tokens")]
    + [(f"/settings{tab}", "amira") for tab in ("", "/sign-in", "/notices", "/account")],
)
def test_every_page_of_what_is_administered_says_how_fresh_it_is(open_page, path, person):
    page = open_page(path, as_=person)

    expect(page.locator(".page-head .freshness")).to_have_text(re.compile("^updated"))


def test_the_record_shows_an_event_when_it_is_asked_for(open_page, script):
    page = open_page("/staff/record?target_type=workspace", as_="petra")
    expect(page.get_by_role("table")).to_be_visible()

    made = script.make_workspace()
    page.get_by_role("button", name="1 new event").click(timeout=LIVE_MS)

    expect(page.get_by_role("row").nth(1)).to_contain_text(made)


@both_widths
def test_a_later_page_of_a_list_stays_where_it_is(open_page, script, viewport):
    for _ in range(26):
        script.make_workspace()
    page = open_page("/staff/record", as_="petra", viewport=viewport)
    page.get_by_role("link", name="Older").click()
    expect(page.get_by_role("link", name="Newer")).to_be_visible()
    table = page.get_by_role("table")
    settle(page)
    before = table.inner_text()

    with page.expect_response(re.compile(r"audit-events\?.*cursor="), timeout=LIVE_MS):
        script.make_workspace()

    assert table.inner_text() == before
    expect(page.get_by_role("button", name=re.compile("^1 new "))).to_have_count(0)


@both_widths
def test_what_is_chosen_and_asked_stays_while_a_list_renews_itself(
    open_page, script, workspace, viewport
):
    page = open_page("/staff/workspaces", as_="petra", viewport=viewport)
    page.get_by_label(f"Choose {workspace}").check()
    page.get_by_role("button", name="Archive…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(workspace)

    with page.expect_response(re.compile("/workspaces"), timeout=LIVE_MS):
        script.patch(f"workspaces/{workspace}", {"is_archived": True}, version=1)
    expect(page.get_by_role("table").get_by_role("link", name=workspace)).to_have_count(0)

    expect(dialog.get_by_role("heading", name="Archive 1 workspace?")).to_be_visible()
    dialog.get_by_role("button", name="Archive 1 workspace").click()
    expect(dialog).to_contain_text("1 workspace was skipped")


def test_a_form_keeps_what_is_typed_and_says_that_somebody_else_changed_it(open_page, server):
    page = open_page("/projects/ckd/settings", as_="root")
    page.get_by_label("Description").fill("Half a sentence")
    staff = server.script("root")
    project = staff.get("projects/ckd")

    changed = staff.patch("projects/ckd", {"category": "legacy"}, version=project["version"])
    category = page.get_by_label("Category")
    expect(category).to_have_value("legacy", timeout=LIVE_MS)

    expect(page.get_by_label("Description")).to_have_value("Half a sentence")
    page.get_by_role("button", name="Save project").click()
    expect(page.get_by_role("heading", name="Somebody else changed this project")).to_be_visible()
    page.get_by_role("button", name="Show the newest").click()
    page.get_by_role("button", name="Save project").click()
    expect(page.get_by_text("Project saved.")).to_be_visible()
    assert staff.get("projects/ckd")["version"] == changed["version"] + 1


def test_the_form_of_a_backend_says_that_somebody_else_changed_it(open_page, server):
    page = open_page("/staff/backends/emis", as_="root")
    name = page.get_by_role("region", name="Settings").get_by_label("Name")
    name.fill("EMIS at home")
    staff = server.script("root")
    emis = staff.get("backends/emis")

    staff.patch("backends/emis", {"alert_timeout_s": 7200}, version=emis["version"])
    expect(page.get_by_label("Limit of silence")).to_have_value("120", timeout=LIVE_MS)
    expect(name).to_have_value("EMIS at home")
    page.get_by_role("button", name="Save backend").click()
    expect(page.get_by_role("heading", name="Somebody else changed this backend")).to_be_visible()
    page.get_by_role("button", name="Show the newest").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    name.fill(emis["name"])
    page.get_by_role("button", name="Save backend").click()

    expect(page.get_by_text("Backend saved.")).to_be_visible()
    assert staff.get("backends/emis")["alert_timeout_s"] == 7200


def test_ticks_stay_while_the_page_of_a_person_renews_itself(open_page, server):
    person = server.seed("person", "ticked").strip()
    page = open_page(f"/staff/users/{person}", as_="root")
    page.get_by_label("Tech support").check()
    staff = server.script("root")

    staff.post("user-approvals", {"usernames": [person], "orgs": ["leeds"], "backends": []})
    expect(page.locator("main")).to_contain_text("University of Leeds", timeout=LIVE_MS)

    expect(page.get_by_label("Tech support")).to_be_checked()


@both_widths
def test_the_log_of_a_webhook_shows_a_message_that_is_sent_elsewhere(open_page, script, viewport):
    name = f"log-{viewport['width']}"
    hook = {"name": name, "kind": "signed", "url": "https://hooks.invalid/run"}
    made = script.post("projects/opioids/webhooks", hook)
    page = open_page("/projects/opioids/settings", as_="amira", viewport=viewport)
    page.get_by_role("button", name=f"What {name} was sent").click()
    log = page.get_by_role("dialog")
    expect(log).to_contain_text("It was sent nothing")

    script.post(f"projects/opioids/webhooks/{made['id']}/test", {})

    expect(log.get_by_text("Not tried yet.")).to_be_visible(timeout=LIVE_MS)
