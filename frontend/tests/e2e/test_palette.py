"""The palette: found and opened by keyboard and by hand, wide and on a phone."""

import re

import pytest
from conftest import DESKTOP, PHONE
from e2e_axe import faults_of, settle
from e2e_callers import failed
from playwright.sync_api import Page, expect

WIDE = {"width": 1280, "height": 800}


@pytest.fixture
def asked(script, runner) -> dict:
    """A workspace of its own with a request and a failed job."""
    name = script.make_workspace()
    made = script.ask(name, "generate_dataset")
    runner.report(made["identifier"], generate_dataset=failed())
    return {"workspace": name, "number": made["number"], "identifier": made["identifier"]}


def dialog_of(page: Page):
    return page.get_by_role("dialog", name="Search and commands")


def box_of(page: Page):
    return page.get_by_role("combobox", name="Search")


def test_a_workspace_is_found_and_opened_by_keyboard_alone(open_page, asked):
    page = open_page("/requests", as_="amira", viewport=WIDE)
    page.keyboard.press("Control+k")
    expect(box_of(page)).to_be_focused()
    page.keyboard.type(asked["workspace"].upper())
    group = page.get_by_role("group", name="Workspaces")
    expect(group.get_by_role("option")).to_have_count(1)
    expect(group.locator("mark")).to_have_text(asked["workspace"])
    first = dialog_of(page).get_by_role("option").first
    expect(first).to_contain_text(f"Run jobs in {asked['workspace']}")
    expect(first).to_have_attribute("aria-selected", "true")

    page.keyboard.press("ArrowDown")
    expect(group.get_by_role("option")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(f"/workspaces/{asked['workspace']}$"))
    expect(dialog_of(page)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()

    page.keyboard.press("Control+k")
    recent = page.get_by_role("group", name="Recent").get_by_role("option")
    expect(recent.first).to_contain_text(asked["workspace"])
    on_page = page.get_by_role("group", name="Do").get_by_role("option")
    expect(on_page).to_contain_text("Run jobs")
    on_page.click()
    expect(page).to_have_url(re.compile("/run"))


def test_a_request_is_found_by_a_part_of_its_identifier_and_by_its_number(open_page, asked):
    page = open_page("/", as_="petra", viewport=WIDE)
    page.get_by_role("button", name="Search").click()
    box_of(page).fill(asked["identifier"][:5])
    found = page.get_by_role("group", name="Requests").get_by_role("option")
    expect(found).to_contain_text(f"Request {asked['number']}")
    expect(found).to_contain_text(f"Failed, {asked['workspace']} on TPP")
    box_of(page).fill(str(asked["number"]))
    expect(found.first).to_contain_text(f"Request {asked['number']}")
    found.first.click()

    expect(page).to_have_url(re.compile(f"/requests/{asked['number']}$"))


def test_esc_closes_and_gives_the_focus_back(open_page):
    page = open_page("/workspaces", as_="amira", viewport=WIDE)
    field = page.get_by_label("Name or repository")
    field.focus()
    page.keyboard.press("Control+k")
    expect(box_of(page)).to_be_focused()
    page.keyboard.press("Escape")

    expect(dialog_of(page)).to_have_count(0)
    expect(field).to_be_focused()


def test_nothing_found_and_no_answer_are_said_with_a_way_on(open_page):
    page = open_page("/", as_="amira", viewport=WIDE)
    page.keyboard.press("Control+k")
    box_of(page).fill("zzz-nothing-of-this-name")
    expect(page.get_by_role("heading", name=re.compile("Nothing is called"))).to_be_visible()

    page.route("**/api/v3/search*", lambda route: route.fulfill(status=503, body="away"))
    box_of(page).fill("ckd")
    expect(dialog_of(page).get_by_text("The search did not work")).to_be_visible()
    page.unroute("**/api/v3/search*")
    dialog_of(page).get_by_role("button", name="Try again").click()
    expect(page.get_by_role("group", name="Projects").get_by_role("option")).to_have_count(1)


@pytest.mark.parametrize("text", ["", "ckd", "zzz-nothing"])
def test_axe_finds_nothing_in_the_palette(open_page, text):
    page = open_page("/workspaces", as_="amira", color_scheme="light")
    page.keyboard.press("Control+k")
    box_of(page).fill(text)
    if text == "ckd":
        expect(page.get_by_role("group", name="Projects")).to_be_visible()
    if text == "zzz-nothing":
        expect(page.get_by_role("heading", name=re.compile("Nothing is called"))).to_be_visible()

    found = faults_of(page)

    assert not found, "\n".join(found)


def test_on_a_phone_it_fills_the_screen_and_works_by_touch(open_page, asked):
    page = open_page("/", as_="amira", viewport=PHONE, has_touch=True)
    page.get_by_role("button", name="Search").tap()
    settle(page)
    place = dialog_of(page).bounding_box()
    assert place == {"x": 0, "y": 0, "width": PHONE["width"], "height": PHONE["height"]}
    box_of(page).fill(asked["workspace"])
    page.get_by_role("group", name="Workspaces").get_by_role("option").tap()
    expect(page).to_have_url(re.compile(f"/workspaces/{asked['workspace']}$"))

    page.get_by_role("button", name="Search").tap()
    page.get_by_role("button", name="Close").tap()
    expect(dialog_of(page)).to_have_count(0)


def test_staff_search_everything_from_their_first_page(open_page):
    page = open_page("/staff", as_="petra", viewport=DESKTOP)
    page.get_by_role("button", name="Search everything").click()
    box_of(page).fill("amira@example.org")

    found = page.get_by_role("group", name="People").get_by_role("option")
    expect(found).to_contain_text("Amira Osei")
    found.click()
    expect(page).to_have_url(re.compile("/users/amira$"))


def test_another_person_at_the_browser_does_not_see_what_was_opened(open_page, asked):
    page = open_page(f"/workspaces/{asked['workspace']}", as_="amira", viewport=WIDE)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("group", name="Recent")).to_be_visible()
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("banner").get_by_role("link", name="Sign in").wait_for()
    page.keyboard.press("Control+k")

    expect(page.get_by_role("group", name="Go to")).to_be_visible()
    expect(page.get_by_role("group", name="Recent")).to_have_count(0)
