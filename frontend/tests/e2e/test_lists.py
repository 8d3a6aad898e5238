"""Lists, their filters in the URL, and the ways there and back."""

import re

import pytest
from conftest import PHONE
from e2e_callers import failed, succeeded
from e2e_steps import find_and_pick
from playwright.sync_api import expect

# Strips and tables with more in them than they show: it is cut, or covers its neighbour.
TOO_NARROW = """() => [...document.querySelectorAll(".strip, .data-table")]
  .filter((box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "auto")
  .map((box) => `${box.className}: ${box.scrollWidth} in ${box.clientWidth}`)"""


@pytest.fixture
def mixed(script, runner, workspace) -> dict[str, int]:
    """Numbers of requests in one workspace: one succeeded, one failed, one waiting."""
    done = script.ask(workspace, "generate_dataset")
    runner.finish(done["identifier"], "generate_dataset")
    broken = script.ask(workspace, "prepare")
    runner.report(broken["identifier"], prepare=failed())
    open_ = script.ask(workspace, "describe")
    return {"succeeded": done["number"], "failed": broken["number"], "waiting": open_["number"]}


def test_filters_live_in_the_url_and_survive_reload_and_back(open_page, workspace, mixed):
    page = open_page(f"/requests?workspace={workspace}", as_="amira")
    rows = page.get_by_role("row")
    expect(rows).to_have_count(4)

    page.get_by_label("State").select_option(label="Failed")
    expect(rows).to_have_count(2)
    expect(page).to_have_url(re.compile("status=failed"))
    expect(page.get_by_role("button", name="Remove filter: Failed")).to_be_visible()
    page.reload()
    expect(rows).to_have_count(2)

    page.get_by_role("link", name=str(mixed["failed"]), exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Request {mixed['failed']}")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Requests")
    expect(rows).to_have_count(2)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Request {mixed['failed']}")
    page.go_back()

    page.get_by_role("button", name="Remove filter: Failed").click()
    expect(rows).to_have_count(4)
    page.get_by_label("State").select_option(label="Unfinished")
    expect(page.get_by_role("link", name=str(mixed["waiting"]), exact=True)).to_be_visible()
    expect(rows).to_have_count(2)


def test_a_search_finds_a_request_by_its_number_and_nothing_by_nonsense(open_page, mixed):
    page = open_page("/requests", as_="amira")
    search = page.get_by_role("searchbox")
    search.fill(str(mixed["succeeded"]))
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("link", name=str(mixed["succeeded"]), exact=True)).to_be_visible()

    search.fill("no_such_action")
    expect(page.get_by_role("heading", name="No request matches")).to_be_visible()
    page.get_by_role("link", name="Remove all filters").click()
    expect(page.get_by_role("row").nth(1)).to_be_visible()


def test_new_requests_wait_behind_a_button(open_page, script, workspace):
    first = script.ask(workspace, "generate_dataset")
    page = open_page(f"/requests?workspace={workspace}", as_="amira")
    expect(page.get_by_role("link", name=str(first["number"]), exact=True)).to_be_visible()

    second = script.ask(workspace, "prepare", backend="emis")
    page.get_by_role("button", name="1 new request").click()
    expect(page.get_by_role("link", name=str(second["number"]), exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [1280, 1100])
def test_sixty_jobs_stay_in_their_column_and_no_fact_is_cut(
    open_page, script, runner, workspace, width
):
    asked = script.ask(workspace, "run_all")
    runner.poll()
    runner.report(asked["identifier"], **{f"part_{n}": succeeded() for n in range(60)})

    for path in (f"/requests?workspace={workspace}", f"/workspaces/{workspace}"):
        page = open_page(path, as_="amira", viewport={"width": width, "height": 800})
        expect(page.get_by_text("60/60")).to_be_visible()

        assert page.evaluate(TOO_NARROW) == []


def test_a_branch_stays_on_one_line_beside_a_long_repository_on_a_phone(open_page, workspace):
    page = open_page(f"/workspaces?search={workspace}", as_="amira", viewport=PHONE)
    repo = page.get_by_role("cell").get_by_text("opensafely/study")
    branch = page.get_by_role("cell").get_by_text("main", exact=True)

    repo.evaluate("repo => { repo.textContent = 'long-name/'.repeat(4) }")

    assert branch.bounding_box()["height"] < 2 * 14


def test_pages_of_a_list_have_addresses(open_page, script, workspace):
    for backend in ("tpp", "emis", "graphnet"):
        for action in ("generate_dataset", "prepare", "fit_model", "describe", "report"):
            script.ask(workspace, action, backend=backend)
    page = open_page(f"/requests?workspace={workspace}", as_="amira")
    expect(page.get_by_role("row")).to_have_count(16)
    expect(page.get_by_role("link", name="Older")).to_have_count(0)


def test_workspaces_are_found_by_name_and_the_archived_apart(open_page, script, workspace):
    page = open_page("/workspaces", as_="amira")
    page.get_by_role("searchbox").fill(workspace)
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("link", name=workspace).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(workspace)

    page.get_by_role("button", name="Archive…").click()
    page.get_by_role("dialog").get_by_role("button", name=f"Archive {workspace}").click()
    expect(page.get_by_role("heading", name="This workspace is archived")).to_be_visible()
    expect(page.locator("#why-no-run").first).to_contain_text("archived")

    page.goto(f"/workspaces?search={workspace}")
    expect(page.get_by_role("heading", name="No workspace matches")).to_be_visible()
    page.get_by_label("In use").select_option(label="Archived")
    expect(page.get_by_role("link", name=workspace)).to_be_visible()


def test_a_workspace_shows_each_action_with_its_newest_state(open_page, workspace, mixed):
    page = open_page(f"/workspaces/{workspace}", as_="amira")
    actions = page.get_by_role("table", name="Newest state of each action on TPP")
    expect(actions.get_by_role("row", name=re.compile("generate_dataset"))).to_contain_text(
        "Succeeded"
    )
    expect(actions.get_by_role("row", name=re.compile("prepare"))).to_contain_text(
        "The script ran and stopped with an error."
    )
    page.get_by_role("navigation", name="Backend").get_by_role("link", name="EMIS").click()
    expect(page.get_by_role("heading", name="Nothing has run on EMIS")).to_be_visible()
    expect(page).to_have_url(re.compile("backend=emis"))


def test_a_change_that_another_overtook_is_said_and_kept(open_page, workspace):
    first = open_page(f"/workspaces/{workspace}", as_="amira")
    second = open_page(f"/workspaces/{workspace}", as_="amira")
    first.get_by_role("button", name="Change purpose or branch").click()
    first.get_by_label("Purpose").fill("Mine.")
    second.get_by_role("button", name="Change purpose or branch").click()
    second.get_by_label("Purpose").fill("Theirs.")
    second.get_by_role("button", name="Save settings").click()
    expect(second.get_by_text("Theirs.").first).to_be_visible()

    first.get_by_role("button", name="Save settings").click()
    expect(
        first.get_by_role("heading", name="Somebody else changed this workspace meanwhile")
    ).to_be_visible()
    first.get_by_role("button", name="Show the newest").click()
    expect(first.get_by_role("alert")).to_have_count(0)
    expect(first.get_by_text("Theirs.", exact=True).first).to_be_visible()
    expect(first.get_by_label("Purpose")).to_have_value("Mine.")
    first.get_by_role("button", name="Save settings").click()
    expect(first.get_by_text("Mine.").first).to_be_visible()


def test_wrong_input_is_named_at_its_fields_and_kept(open_page, workspace):
    page = open_page("/workspaces/new", as_="amira")
    page.get_by_role("button", name="Create workspace").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Give the workspace a name.").click()
    expect(page.get_by_label("Name", exact=True)).to_be_focused()

    page.get_by_label("Name", exact=True).fill(workspace.upper())
    find_and_pick(page, "Project", "Vaccine effectiveness in CKD")
    page.get_by_label("Repository").fill("opensafely/study")
    page.get_by_label("Branch").select_option("broken")
    page.get_by_role("button", name="Create workspace").click()
    expect(page.get_by_role("alert")).to_contain_text("1 field needs a change")
    expect(page.get_by_label("Name", exact=True)).to_have_value(workspace.upper())
    expect(page.get_by_label("Branch")).to_have_value("broken")

    page.get_by_label("Repository").fill("opensafely/nowhere")
    expect(page.locator("#repo-error")).to_be_visible()
