"""Pasted and old links, visitors, sign-in, tokens, the keyboard."""

import re

import pytest
from conftest import PASSWORD
from e2e_callers import running
from playwright.sync_api import expect


@pytest.fixture
def asked(script, runner, workspace) -> dict:
    """A request with one running job, and that job's identifier."""
    made = script.ask(workspace, "generate_dataset")
    runner.report(made["identifier"], generate_dataset=running())
    job = script.get(f"job-requests/{made['number']}")["jobs"][0]["identifier"]
    return {"number": made["number"], "identifier": made["identifier"], "job": job}


def test_old_links_lead_to_their_pages(open_page, workspace, asked):
    page = open_page("/login/?next=/requests")
    for old, new in [
        ("/event-log/", "/requests"),
        ("/status/", "/backends"),
        (f"/job-requests/{asked['number']}/", f"/requests/{asked['number']}"),
        (f"/ckd/{workspace}/{asked['number']}/", f"/requests/{asked['number']}"),
        (
            f"/ckd/{workspace}/{asked['number']}/{asked['job']}/",
            f"/requests/{asked['number']}/jobs/{asked['job']}",
        ),
        (f"/jobs/{asked['job']}/", f"/requests/{asked['number']}/jobs/{asked['job']}"),
        (f"/jobs/{asked['job'][:10]}/", f"/requests/{asked['number']}/jobs/{asked['job']}"),
        (f"/ckd/{workspace}/", f"/workspaces/{workspace}"),
        (f"/ckd/{workspace}/logs/", f"/requests?workspace={workspace}"),
        (f"/{workspace}/", f"/workspaces/{workspace}"),
        ("/ckd/", "/projects/ckd"),
        ("/kings/ckd/", "/projects/ckd"),
        ("/leeds/", "/orgs/leeds"),
        ("/staff/projects/ckd/edit/", "/projects/ckd/settings"),
    ]:
        page.goto(old)
        expect(page).to_have_url(re.compile(re.escape(new) + "$"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_request_is_found_by_identifier_and_by_number(open_page, asked):
    page = open_page(f"/requests/{asked['identifier']}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Request {asked['number']}")
    expect(page).to_have_title(re.compile(rf"Request {asked['number']}, running"))


def test_what_is_not_there_is_said_with_a_way_on(open_page):
    page = open_page("/requests/999999")
    expect(page.get_by_role("link", name="All requests")).to_be_visible()
    page.goto("/workspaces/no-such-workspace")
    expect(page.get_by_role("link", name="Search workspaces")).to_be_visible()
    page.goto("/a/page/that/never/was/there")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page here")
    page.goto("/problems/stale-version")
    expect(page.get_by_text("stale-version")).to_be_visible()


def test_a_visitor_reads_everything_and_learns_why_he_may_not_run(open_page, workspace, asked):
    page = open_page("/")
    expect(page.get_by_role("heading", name="Latest requests")).to_be_visible()
    page.goto(f"/requests/{asked['number']}")
    expect(page.get_by_role("table", name=f"Jobs of request {asked['number']}")).to_be_visible()
    expect(
        page.get_by_role("button", name=re.compile("Cancel 1")).locator("visible=true")
    ).to_have_attribute("aria-disabled", "true")
    page.goto(f"/workspaces/{workspace}")
    expect(page.get_by_text("Sign in to run").first).to_be_visible()
    page.goto(f"/workspaces/{workspace}/run?backend=tpp&actions=prepare")
    page.get_by_role("main").get_by_role("link", name="Sign in").last.click()
    page.get_by_label("User name").fill("amira")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    expect(page).to_have_url(re.compile("/run\\?backend=tpp&actions=prepare"))
    expect(page.get_by_role("button", name=re.compile("Run . job"))).to_be_visible()


def test_a_wrong_password_is_said_in_place_and_signing_out_ends_it(open_page):
    page = open_page("/sign-in")
    page.get_by_label("User name").fill("joe")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("User name or password is wrong")
    expect(page.get_by_label("User name")).to_have_value("joe")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your work")

    page.get_by_role("button", name=re.compile("Your menu")).click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()


def test_somebody_else_may_not_cancel(open_page, asked):
    page = open_page(f"/requests/{asked['number']}", as_="joe")
    cancel = page.get_by_role("button", name="Cancel 1 unfinished job…").locator("visible=true")
    expect(cancel).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#why-not").first).to_be_visible()


def test_a_token_is_shown_once_works_and_can_be_revoked(open_page, server):
    page = open_page("/tokens", as_="joe")
    page.get_by_role("button", name="Make a token").click()
    expect(page.locator("#name-error")).to_be_visible()
    page.get_by_label("Name", exact=True).fill("nightly notebook")
    page.get_by_role("button", name="Make a token").click()
    secret = page.locator("[data-token]")
    expect(secret).to_have_text(re.compile("^osj_user_"))
    answer = page.context.request.get(
        "/api/v3/session", headers={"Authorization": f"Bearer {secret.inner_text()}"}
    )
    assert answer.json()["user"]["username"] == "joe"

    page.reload()
    expect(page.get_by_role("rowheader", name="nightly notebook")).to_be_visible()
    expect(secret).to_have_count(0)
    page.get_by_role("button", name="Revoke nightly notebook…").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke nightly notebook").click()
    expect(page.get_by_role("row").filter(has_text="nightly notebook")).to_contain_text("revoked")


def test_the_whole_way_goes_by_keyboard(open_page, runner, workspace):
    page = open_page("/sign-in")
    press = page.keyboard.press
    page.keyboard.type("amira")
    press("Tab")
    page.keyboard.type(PASSWORD)
    press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your work")

    press("g")
    press("w")
    expect(page.get_by_role("heading", level=1)).to_have_text("Workspaces")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(workspace)
    expect(page.get_by_role("row")).to_have_count(2)
    press("Escape")
    page.get_by_role("link", name=workspace).focus()
    press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(workspace)

    expect(
        page.get_by_role("link", name="Run jobs", exact=True).locator("visible=true").first
    ).to_be_visible()
    press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Run jobs in {workspace}")
    page.get_by_role("radio", name=re.compile("EMIS")).focus()
    for _ in range(3):
        press("ArrowDown")
    page.get_by_role("radio", name=re.compile("TPP")).focus()
    press("Space")
    graph = page.get_by_role("group", name="Actions and what each needs")
    graph.get_by_role("checkbox", name=re.compile("^generate_dataset")).focus()
    press("ArrowRight")
    expect(graph.get_by_role("checkbox", name=re.compile("^prepare"))).to_be_focused()
    press("Space")
    run = page.get_by_role("button", name="Run 2 jobs on TPP")
    run.focus()
    press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Request \d+"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()

    cancel = page.get_by_role("button", name="Cancel this request…").locator("visible=true")
    cancel.focus()
    press("Enter")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    press("Escape")
    expect(cancel).to_be_focused()
    press("Enter")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    press("Tab")
    press("Enter")
    expect(page.get_by_text("Cancel of this request sent.")).to_be_visible()
