"""The page of a run: one selection in three views, what was before, how a cancel goes."""

import re

import pytest
from conftest import DESKTOP, PHONE
from e2e_axe import settle, violations_of
from e2e_callers import cancelled, failed, not_run, running, succeeded, waiting
from playwright.sync_api import expect

LIVE_MS = 5000  # the heartbeat would take half a minute

both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])


@pytest.fixture
def asked(script, runner, workspace):
    for _ in range(3):
        before = script.ask(workspace, "prepare")
        runner.finish(before["identifier"], "generate_dataset", "prepare")
    made = script.ask(workspace, "report")
    runner.report(
        made["identifier"],
        generate_dataset=succeeded(),
        prepare=running(minutes=40),
        fit_model=waiting(),
        describe=waiting("waiting_on_workers"),
        report=waiting(),
    )
    return made


@both_widths
def test_one_job_is_selected_in_timeline_graph_and_table(open_page, asked, viewport):
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="describe"))
    row.get_by_text("Waiting", exact=True).click()

    expect(row).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile("action=describe"))
    in_timeline = page.locator(".timeline__row").filter(
        has=page.get_by_role("link", name="describe", exact=True)
    )
    expect(in_timeline).to_have_attribute("aria-current", "true")
    expect(page.locator(".job-panel")).to_contain_text("Waiting for a free worker on TPP")
    settle(page)
    assert violations_of(page) == []

    page.get_by_role("link", name="Graph").click()
    graph = page.get_by_role("group", name=re.compile("^Jobs of request"))
    chosen = graph.get_by_role("button", name=re.compile("^describe,"))
    expect(chosen).to_have_attribute("aria-pressed", "true")
    graph.get_by_role("button", name=re.compile("^prepare,")).click()
    expect(page.locator(".job-panel")).to_contain_text("Usually takes 10 min, now 40 min.")
    settle(page)
    assert violations_of(page) == []


@both_widths
def test_an_action_that_fails_again_says_how_often_this_week(
    open_page, script, runner, workspace, viewport
):
    for _ in range(4):
        made = script.ask(workspace, "prepare")
        runner.report(made["identifier"], generate_dataset=succeeded(), prepare=failed())

    page = open_page(f"/requests/{made['number']}", as_="amira", viewport=viewport)

    callout = page.locator(".callout").filter(has_text="prepare failed after 4 min 12 s")
    expect(callout).to_contain_text("It also failed 3 times this week.")
    expect(page.locator(".job-panel")).to_contain_text("It also failed 3 times this week.")
    settle(page)
    assert violations_of(page) == []


def test_a_row_of_the_timeline_is_selected_by_keys(open_page, asked):
    page = open_page(f"/requests/{asked['number']}", as_="amira")
    rows = page.locator(".timeline__row")
    selected = page.locator(".timeline__row[aria-current=true]").get_by_role("link")
    rows.get_by_role("link", name="fit_model", exact=True).focus()

    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("action=fit_model"))
    expect(selected).to_have_text("fit_model")

    names = rows.get_by_role("link").all_text_contents()
    below = names[names.index("fit_model") + 1]
    page.keyboard.press("ArrowDown")
    expect(selected).to_have_text(below)
    expect(selected).to_be_focused()
    expect(page.locator(".job-panel__title")).to_contain_text(below)
    page.keyboard.press("ArrowUp")
    expect(selected).to_have_text("fit_model")
    for _ in names:
        page.keyboard.press("ArrowUp")
    expect(selected).to_have_text(names[0])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(names[0])


@pytest.mark.parametrize(
    "viewport", [{"width": 1280, "height": 900}, PHONE], ids=["1280px", "390px"]
)
def test_the_graph_is_panned_by_drag_and_zoomed_by_buttons(open_page, asked, viewport):
    page = open_page(f"/requests/{asked['number']}?view=graph", as_="amira", viewport=viewport)
    view, drawing = page.locator(".graph__view"), page.locator(".graph__drawing")
    expect(drawing).to_be_visible()

    def width():
        return float(drawing.get_attribute("width"))

    first = width()
    page.get_by_role("button", name="Zoom in").click()
    expect(drawing).not_to_have_attribute("width", str(first))
    assert width() > first
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    box = view.bounding_box()
    assert width() > box["width"], "there is more than is seen"

    panned = pytest.approx(view.evaluate("view => view.scrollLeft") + 60, abs=2)
    x, y = box["x"] + box["width"] - 10, box["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y, steps=3)
    page.mouse.up()
    assert view.evaluate("view => view.scrollLeft") == panned
    page.mouse.move(x - 120, y, steps=3)
    assert view.evaluate("view => view.scrollLeft") == panned, "let go of"

    page.get_by_role("button", name="Zoom out").click()
    zoomed = width()
    page.get_by_role("button", name="Fit", exact=True).click()
    page.wait_for_function(
        "zoomed => +document.querySelector('.graph__drawing').getAttribute('width') < zoomed",
        arg=zoomed,
    )


@both_widths
def test_a_run_is_compared_with_the_last_time(open_page, asked, viewport):
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    sheet = page.locator(".sheet").filter(has_text="Compared with the last time")
    sheet.get_by_role("button", name="Show").click()

    row = sheet.get_by_role("row").filter(has_text="prepare")
    expect(row).to_contain_text("Running")
    expect(row).to_contain_text("Succeeded")
    expect(row).to_contain_text("same commit")
    settle(page)
    assert violations_of(page) == []


@both_widths
def test_a_cancel_shows_how_far_it_has_come_and_stays_when_it_is_over(
    open_page, script, runner, asked, viewport
):
    script.post(f"job-requests/{asked['identifier']}/cancel", {"actions": ["describe", "report"]})
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    of_job = open_page(job_of(script, asked, "describe"), as_="amira", viewport=viewport)
    stages = page.locator(".cancel-stages").get_by_role("listitem")
    expect(stages).to_have_count(3)
    expect(stages.nth(0)).to_have_text(re.compile("Done: Amira .* asked to stop it today at"))
    expect(stages.nth(1)).to_have_text("Not yet: TPP sees it when it asks next.")
    expect(stages.nth(2)).to_have_text("Not yet: 0 of 2 jobs ended.")

    runner.report(asked["identifier"], prepare=running(minutes=41))
    expect(stages.nth(1)).to_have_text("Not yet: TPP sees it when it asks next.")
    runner.poll()
    for shown in (page, of_job):
        seen = shown.locator(".cancel-stages").get_by_role("listitem").nth(1)
        expect(seen).to_have_text(re.compile("Done: TPP saw it today at"), timeout=LIVE_MS)

    runner.report(asked["identifier"], describe=cancelled())
    expect(stages.nth(2)).to_have_text("Not yet: 1 of 2 jobs ended.")
    runner.report(asked["identifier"], report=cancelled())
    expect(stages.nth(2)).to_have_text(re.compile("Done: 2 jobs stopped; the last today at"))
    expect(of_job.get_by_role("heading", name="How the cancel went")).to_be_visible()
    ends = of_job.locator(".cancel-stages").get_by_role("listitem")
    expect(ends.nth(2)).to_have_text(re.compile("Done: Stopped today at"))
    runner.finish(asked["identifier"], "prepare", "fit_model")
    expect(page.get_by_text("3 of 5 jobs succeeded.")).to_be_visible()
    for stage in stages.all():
        expect(stage).to_have_text(re.compile("^Done: "))
    settle(page)
    assert violations_of(page) == []


def job_of(script, asked, action):
    """The path of a job's page."""
    jobs = script.get(f"job-requests/{asked['identifier']}")["jobs"]
    identifier = next(job["identifier"] for job in jobs if job["action"] == action)
    return f"/requests/{asked['number']}/jobs/{identifier}"


def test_what_did_not_succeed_is_run_again_by_one_link(open_page, runner, asked):
    page = open_page(f"/requests/{asked['number']}", as_="amira")
    icon = page.locator('link[rel="icon"]')
    expect(icon).to_have_attribute("href", "/images/favicon-running.svg")
    runner.report(
        asked["identifier"],
        prepare=succeeded(),
        fit_model=failed(),
        describe=succeeded(),
        report=not_run(),
    )

    expect(icon).to_have_attribute("href", "/images/favicon-failed.svg")
    page.get_by_role("link", name="Run the 2 that did not succeed…").locator("visible=true").click()
    actions = page.get_by_role("table", name="Actions to choose from")
    expect(actions.get_by_role("checkbox", name="fit_model")).to_be_checked()
    expect(actions.get_by_role("checkbox", name="report")).to_be_checked()
    expect(page.get_by_text("2 jobs will run on TPP.")).to_be_visible()

    page.reload()
    expect(page).to_have_url(re.compile(rf"again={asked['number']}&only=unsuccessful"))
    expect(page.get_by_text("2 jobs will run on TPP.")).to_be_visible()
    actions.get_by_role("checkbox", name="report").uncheck()
    expect(page).to_have_url(re.compile("actions=fit_model$"))
    assert "again=" not in page.url


def test_the_page_of_a_job_says_its_state_in_the_tab_and_how_long_it_usually_takes(
    open_page, script, runner, asked
):
    page = open_page(job_of(script, asked, "prepare"), as_="amira")
    icon = page.locator('link[rel="icon"]')
    expect(icon).to_have_attribute("href", "/images/favicon-running.svg")
    expect(page).to_have_title(re.compile("^prepare, running"))
    expect(page.get_by_text("Usually takes 10 min, now 40 min.")).to_be_visible()

    runner.report(asked["identifier"], prepare=failed())

    expect(icon).to_have_attribute("href", "/images/favicon-failed.svg")
    expect(page).to_have_title(re.compile("^prepare, failed"))
    expect(page.get_by_text("Usually takes 10 min.")).to_be_visible()
    page.get_by_role("link", name="Workspaces").first.click()
    expect(icon).to_have_attribute("href", "/images/favicon.svg")


def test_who_asks_for_it_is_told_by_the_desktop(open_page, runner, asked):
    page = open_page(f"/requests/{asked['number']}", as_="amira", permissions=["notifications"])
    page.evaluate(
        """() => {
          window.told = [];
          window.Notification = class {
            static requestPermission = async () => "granted";
            constructor(title) { window.told.push(title); }
          };
        }"""
    )
    page.get_by_role("button", name="Notify me from this tab when it ends").click()
    expect(page.get_by_role("button", name="This tab notifies you when it ends")).to_be_visible()

    runner.finish(asked["identifier"])

    expect(page.get_by_text("All 5 jobs succeeded.").first).to_be_visible()
    assert page.evaluate("window.told") == [f"Request {asked['number']}: succeeded"]


def test_a_browser_that_leaves_its_question_open_is_said_to(open_page, asked):
    page = open_page(f"/requests/{asked['number']}", as_="amira")
    page.evaluate(
        """() => {
          window.Notification = class {
            static permission = "default";
            static requestPermission = () => new Promise(() => {});
          };
        }"""
    )

    page.get_by_role("button", name="Notify me from this tab when it ends").click()

    expect(page.get_by_text("Your browser has not allowed it yet")).to_be_visible()


@both_widths
def test_a_job_that_its_runner_reports_no_longer_keeps_its_page(
    open_page, script, runner, asked, viewport
):
    runner.report(asked["identifier"], fit_model=failed(), describe=running())
    failed_page, interrupted_page = (
        job_of(script, asked, action) for action in ("fit_model", "describe")
    )
    runner.report(
        asked["identifier"],
        fit_model=running() | {"identifier": f"fit{asked['number']}"},
        describe=running() | {"identifier": f"describe{asked['number']}"},
    )

    page = open_page(failed_page, as_="amira", viewport=viewport)
    gone = page.get_by_role("heading", name=re.compile("TPP reports this job no longer, since "))
    expect(gone).to_be_visible()
    expect(
        page.get_by_role("heading", name=re.compile("The script ran and stopped"))
    ).to_be_visible()
    settle(page)
    assert violations_of(page) == []

    page.goto(f"/requests/{asked['number']}/jobs/fit{asked['number']}")
    tries = page.get_by_role("table", name="Earlier tries of this job, newest first")
    expect(tries).to_contain_text("The script ran and stopped")
    tries.get_by_role("link", name=re.compile("^Try 1, job ")).click()
    expect(page).to_have_url(re.compile(failed_page))

    page.goto(interrupted_page)
    expect(gone).to_be_visible()
    expect(page.get_by_text("It had not ended then, and nobody knows")).to_be_visible()
    expect(page.get_by_role("button", name="Cancel this job…")).to_have_count(0)
    settle(page)
    assert violations_of(page) == []
    page.get_by_role("link", name="describe in the request").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Request {asked['number']}")


def test_a_run_of_which_nothing_was_to_be_run_says_so(open_page, runner, asked):
    words = "All actions have already completed successfully"
    runner.report(asked["identifier"], prepare=succeeded() | {"status_message": words})

    page = open_page(f"/requests/{asked['number']}?view=table", as_="amira")
    said = page.get_by_text(f"There was nothing to run: {words}.").locator("visible=true").first
    expect(said).to_be_visible()
    page.get_by_role("link", name="prepare").locator("visible=true").first.click()
    expect(page.get_by_role("heading", name=f"There was nothing to run: {words}.")).to_be_visible()
    settle(page)
    assert violations_of(page) == []
