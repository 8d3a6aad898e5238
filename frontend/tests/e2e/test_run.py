"""A researcher runs a study on a backend and watches it finish."""

import re

import pytest
from conftest import DESKTOP, PASSWORD, PHONE
from e2e_axe import settle, violations_of
from e2e_callers import cancelled, failed, not_run, running, succeeded, waiting
from e2e_steps import find_and_pick
from playwright.sync_api import expect

CANCEL_4 = re.compile(r"Cancel 4( unfinished)? jobs…")  # phones leave a word out

both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])


@both_widths
def test_a_researcher_signs_in_creates_a_workspace_and_runs_jobs(open_page, runner, viewport):
    page = open_page("/workspaces/new", viewport=viewport)
    main = page.get_by_role("main")
    main.get_by_role("link", name="Sign in").click()
    page.get_by_label("User name").fill("amira")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New workspace")

    name = f"journey-{viewport['width']}"
    find_and_pick(page, "Project", "Vaccine effectiveness in CKD")
    page.get_by_label("Repository").fill("https://github.com/opensafely/study")
    expect(page.get_by_label("Branch")).to_have_value("main")
    page.get_by_label("Name", exact=True).fill(name.upper())
    page.get_by_role("button", name="Create workspace").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

    page.get_by_role("link", name="Run jobs", exact=True).locator("visible=true").first.click()
    page.get_by_role("radio", name=re.compile("TPP")).check()
    page.get_by_role("checkbox", name="report").locator("visible=true").last.check()
    expect(main.get_by_text("5 jobs will run on TPP.")).to_be_visible()
    page.get_by_role("button", name="Run 5 jobs on TPP").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Request \d+"))
    expect(main.get_by_text("TPP has not fetched this request yet").first).to_be_visible()

    (asked,) = [one for one in runner.poll() if one["workspace"]["name"] == name]
    runner.report(
        asked["identifier"],
        generate_dataset=succeeded(),
        prepare=running(minutes=4),
        fit_model=waiting(),
        describe=waiting(),
        report=waiting(),
    )
    expect(main.get_by_text("1 of 5 jobs succeeded.")).to_be_visible()
    expect(main.get_by_text("Waiting for prepare to finish.").first).to_be_visible()
    expect(page.get_by_role("button", name=CANCEL_4).locator("visible=true")).to_be_enabled()


@both_widths
def test_an_open_request_shows_by_itself_what_failed_and_what_that_means(
    open_page, script, runner, workspace, viewport
):
    asked = script.ask(workspace, "report")
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    main = page.get_by_role("main")
    runner.report(asked["identifier"], generate_dataset=running())
    expect(main.get_by_text("Running", exact=True).first).to_be_visible()

    runner.report(
        asked["identifier"],
        generate_dataset=succeeded(),
        prepare=succeeded(),
        fit_model=failed(),
        describe=succeeded(),
        report=not_run(),
    )

    expect(main.get_by_role("heading", name="fit_model failed after 4 min 12 s")).to_be_visible()
    expect(main.get_by_text("The script ran and stopped with exit code 1.").first).to_be_visible()
    expect(main.get_by_text(f"{workspace}/metadata/fit_model.log").first).to_be_visible()
    expect(main.get_by_text("1 job that needs it, report, was not run.")).to_be_visible()
    expect(main.get_by_text("Not run, because fit_model failed.").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Cancel"))).to_have_count(0)


@both_widths
def test_cancelling_some_jobs_asks_first_and_leaves_the_others(
    open_page, script, runner, workspace, viewport
):
    asked = script.ask(workspace, "report")
    runner.report(
        asked["identifier"],
        generate_dataset=succeeded(),
        prepare=running(),
        fit_model=waiting(),
        describe=waiting(),
        report=waiting(),
    )
    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    page.get_by_role("button", name=CANCEL_4).locator("visible=true").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Cancel 4 unfinished jobs?")).to_be_visible()
    expect(
        dialog.get_by_text(re.compile("What prepare has computed in .* is lost."))
    ).to_be_visible()
    expect(dialog.get_by_role("button", name="Keep them")).to_be_focused()
    for action in ("generate_dataset", "prepare", "fit_model"):
        box = dialog.get_by_role("checkbox", name=action)
        if box.count():
            box.uncheck()
    dialog.get_by_role("button", name="Cancel 2 jobs").click()

    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Cancel of 2 jobs sent.")).to_be_visible()
    expect(page.get_by_text("Cancel sent; TPP answers at its next contact.").first).to_be_visible()
    (wanted,) = [one for one in runner.poll() if one["identifier"] == asked["identifier"]]
    assert sorted(wanted["cancelled_actions"]) == ["describe", "report"]

    runner.report(asked["identifier"], describe=cancelled(), report=cancelled())
    row = page.get_by_role("row").filter(has_text="describe")
    expect(row.get_by_text("Cancelled", exact=True)).to_be_visible()


def test_a_finished_request_is_asked_for_again_with_its_choice(
    open_page, script, runner, workspace
):
    asked = script.ask(workspace, "fit_model", "describe")
    runner.finish(asked["identifier"], "generate_dataset", "prepare", "fit_model", "describe")
    page = open_page(f"/requests/{asked['number']}", as_="amira")
    page.get_by_role("link", name="Request again…").locator("visible=true").click()

    expect(page.get_by_role("radio", name=re.compile("TPP"))).to_be_checked()
    actions = page.get_by_role("table", name="Actions to choose from")
    expect(actions.get_by_role("checkbox", name="fit_model")).to_be_checked()
    expect(actions.get_by_role("checkbox", name="describe")).to_be_checked()
    expect(actions.get_by_role("checkbox", name="prepare")).not_to_be_checked()
    expect(page.get_by_text("2 jobs will run on TPP.")).to_be_visible()
    expect(page.get_by_text("1 result is reused.")).to_be_visible()

    page.get_by_label("Run everything they need again").check()
    page.get_by_role("button", name="Run 4 jobs on TPP").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Request {asked['number'] + 1}")
    expect(page.get_by_text("runs everything needed again")).to_be_visible()


def test_two_clicks_on_run_are_one_request(open_page, script, runner, workspace):
    page = open_page(f"/workspaces/{workspace}/run?backend=tpp&actions=prepare", as_="amira")
    button = page.get_by_role("button", name="Run 2 jobs on TPP")
    button.dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Request \d+"))

    rows = script.get(f"workspaces/{workspace}/job-requests")["results"]
    assert len(rows) == 1


def test_what_has_all_succeeded_is_nothing_to_do(open_page, script, runner, workspace):
    asked = script.ask(workspace, "run_all")
    runner.finish(asked["identifier"])
    page = open_page(f"/workspaces/{workspace}/run?backend=tpp", as_="amira")
    page.get_by_role("button", name="run_all").click()

    bar = page.locator("#run-sum")
    expect(bar).to_contain_text(re.compile("succeeded"))
    expect(page.get_by_role("button", name="Run jobs")).to_have_attribute("aria-disabled", "true")


def test_choosing_in_the_graph_and_in_the_list_is_one_choice(open_page, runner, workspace):
    page = open_page(f"/workspaces/{workspace}/run?backend=tpp", as_="amira")
    graph = page.get_by_role("group", name="Actions and what each needs")
    actions = page.get_by_role("table", name="Actions to choose from")

    graph.get_by_role("checkbox", name=re.compile("^prepare")).click()
    expect(actions.get_by_role("checkbox", name="prepare")).to_be_checked()
    expect(page).to_have_url(re.compile("actions=prepare"))
    expect(graph.get_by_role("checkbox", name="generate_dataset, will run too")).to_be_visible()

    actions.get_by_role("checkbox", name="prepare").uncheck()
    expect(graph.get_by_role("checkbox", name="prepare, not part of this request")).to_be_visible()
    expect(page.locator("#run-sum")).to_have_text("Choose at least one action.")


def test_problems_of_project_yaml_stand_at_their_lines_with_a_way_on(open_page, script):
    workspace = script.make_workspace(branch="broken")
    page = open_page(f"/workspaces/{workspace}/run", as_="amira")
    expect(
        page.get_by_role(
            "heading", name="project.yaml has 1 problem, so nothing can run at this commit"
        )
    ).to_be_visible()
    line = page.locator("#L33")
    expect(line).to_contain_text("needs: [fit_modell, describe]")
    expect(line).to_contain_text("no action has that name")

    page.get_by_role("button", name="Use another commit").last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("Fit the model by region")).click()
    expect(page.get_by_role("table", name="Actions to choose from")).to_be_visible()


def test_a_commit_that_is_none_is_said_and_the_choice_is_kept(open_page, workspace):
    page = open_page(
        f"/workspaces/{workspace}/run?backend=tpp&commit=abcdef1&actions=prepare", as_="amira"
    )
    expect(page.get_by_text("There is no commit abcdef1")).to_be_visible()
    expect(page.get_by_text("What you chose is kept: prepare")).to_be_visible()

    page.get_by_role("button", name="Use another commit").click()
    page.get_by_role("dialog").get_by_role("button", name="Newest of main").click()
    expect(page.get_by_text("2 jobs will run on TPP.")).to_be_visible()


def test_silence_is_said_and_changes_no_state(open_page, server, script, workspace):
    graphnet = server.runner("graphnet")
    graphnet.poll()
    asked = script.ask(workspace, "prepare", backend="graphnet")
    graphnet.report(asked["identifier"], generate_dataset=running(), prepare=waiting())
    server.fall_silent("graphnet", seconds=3600)

    page = open_page(f"/requests/{asked['number']}", as_="amira")
    main = page.get_by_role("main")
    expect(main.get_by_text(re.compile(r"Running, as of .*\d\d:\d\d"))).to_be_visible()
    expect(
        main.get_by_role("heading", name=re.compile("No contact with Graphnet since"))
    ).to_be_visible()
    expect(
        page.get_by_text(re.compile("No contact with Graphnet since .* Its jobs may")).first
    ).to_be_visible()
    icon = page.locator('link[rel="icon"]')
    expect(page).to_have_title(
        re.compile(rf"^Request {asked['number']}, no word since .*\d\d:\d\d")
    )
    expect(icon).to_have_attribute("href", "/images/favicon-unknown.svg")
    panel = page.locator(".job-panel")
    expect(panel).to_contain_text(re.compile(r"Running, no word since .*\d\d:\d\d"))
    expect(panel).to_contain_text(re.compile(r"Runs for\s*\?"))

    panel.get_by_role("link", name="Open job").click()
    expect(page).to_have_title(re.compile(r"^generate_dataset, no word since .*\d\d:\d\d"))
    expect(icon).to_have_attribute("href", "/images/favicon-unknown.svg")
    graphnet.poll()


@both_widths
def test_a_backend_that_is_switched_off_is_said(open_page, server, script, workspace, viewport):
    graphnet = server.runner("graphnet")
    graphnet.poll()
    asked = script.ask(workspace, "prepare", backend="graphnet")
    graphnet.report(asked["identifier"], generate_dataset=running(), prepare=waiting())
    staff = server.script("petra")
    off = re.compile("Graphnet was switched off here; .* Since ")

    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    expect(page.get_by_text("Running", exact=True).first).to_be_visible()
    version = staff.get("backends/graphnet")["version"]
    staff.patch("backends/graphnet", {"is_active": False}, version=version)
    expect(page.get_by_role("heading", name=off)).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^No contact"))).to_have_count(0)
    settle(page)
    assert violations_of(page) == []
    page.get_by_role("link", name="generate_dataset").locator("visible=true").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("generate_dataset")
    expect(page.get_by_role("heading", name=off)).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^No contact"))).to_have_count(0)

    staff.patch("backends/graphnet", {"is_active": True}, version=version + 1)
    expect(page.get_by_role("heading", name="Its script runs on Graphnet.")).to_be_visible()


@both_widths
def test_maintenance_holds_jobs_and_says_so(open_page, server, script, workspace, viewport):
    emis = server.runner("emis")
    emis.poll(mode="db-maintenance")
    asked = script.ask(workspace, "generate_dataset", backend="emis")
    hold = re.compile("^EMIS: database maintenance since")

    page = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    expect(page.get_by_role("heading", name=hold)).to_be_visible()
    emis.report(asked["identifier"], generate_dataset=running())
    emis.poll(mode="db-maintenance")
    expect(page.get_by_text("Running", exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", name=hold)).to_be_visible()
    page.get_by_role("link", name="generate_dataset").locator("visible=true").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("generate_dataset")
    expect(page.get_by_role("heading", name=hold)).to_be_visible()
    page.goto(f"/workspaces/{workspace}")
    expect(page.get_by_role("heading", level=1)).to_have_text(workspace)
    expect(page.get_by_role("heading", name=hold)).to_be_visible()
    may_ask = "You can ask for runs now. Jobs that read the database start after it."
    expect(page.get_by_text(may_ask)).to_be_visible()
    settle(page)
    assert violations_of(page) == []

    emis.report(asked["identifier"], generate_dataset=waiting("waiting_db_maintenance"))
    page.goto(f"/requests/{asked['number']}")
    expect(page.get_by_text("On hold", exact=True).first).to_be_visible()
    expect(page.get_by_text("The database of EMIS is in maintenance.").first).to_be_visible()
    expect(page.get_by_role("heading", name=hold)).to_have_count(0)
    emis.poll()
