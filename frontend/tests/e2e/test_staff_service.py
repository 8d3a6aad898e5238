"""Staff run the service: notices, backends, lists of all there is, tables, organisations."""

import re
from datetime import datetime, timedelta

import pytest
from conftest import PHONE
from e2e_axe import faults_of
from playwright.sync_api import expect

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cf5000000302010180d92d530000000049454e44ae426082"
)


def region(page, name):
    return page.get_by_role("region", name=name, exact=True)


def confirm(page, button):
    page.get_by_role("dialog").get_by_role("button", name=button).click()


# -- Notices ---------------------------------------------------------------------------------------


def write_notice(page, *, message, level="Warning", title=""):
    form = region(page, "New notice")
    form.get_by_text(level, exact=True).click()
    form.get_by_label("Title").fill(title)
    form.get_by_label("Message").fill(message)
    form.get_by_role("button", name="Show to everybody").click()
    expect(form.get_by_label("Message")).to_be_empty()


def delete_notices(page):
    page.goto("/staff/alerts")
    expect(page.get_by_role("heading", level=1)).to_have_text("Notices")
    buttons = page.get_by_role("button", name=re.compile("^Delete .*…$"))
    page.locator(".loading").first.wait_for(state="detached")
    for _ in range(buttons.count()):
        before = buttons.count()
        buttons.first.click()
        confirm(page, "Delete notice")
        expect(buttons).to_have_count(before - 1)


def test_a_notice_stands_on_everybodys_pages_until_it_is_deleted(open_page):
    page = open_page("/staff/alerts", as_="petra")
    write_notice(page, title="Sunday", message="No runs. See https://example.org/plan.")

    theirs = open_page("/workspaces", as_="amira")
    notice = region(theirs, "Notices")
    expect(notice).to_contain_text("Warning: Sunday No runs.")
    link = notice.get_by_role("link", name="https://example.org/plan")
    expect(link).to_have_attribute("href", "https://example.org/plan")
    assert open_page("/workspaces").get_by_text("No runs.").count() == 0

    region(page, "Sunday").get_by_role("button", name="Change Sunday").click()
    form = region(page, "Sunday")
    form.get_by_text("Danger", exact=True).click()
    form.get_by_label("Message").fill("<b>Runs stop.</b>")
    form.get_by_role("button", name="Save notice").click()
    expect(region(page, "Sunday")).to_contain_text("changed by Petra Staff")
    theirs.reload()
    expect(notice).to_contain_text("Danger: Sunday <b>Runs stop.</b>")

    delete_notices(page)
    expect(page.get_by_text("No notices")).to_be_visible()
    with theirs.expect_response(re.compile("/api/v3/site-alerts")):
        theirs.reload()
    expect(theirs.get_by_role("heading", level=1)).to_be_visible()
    expect(theirs.get_by_text("Runs stop.")).to_have_count(0)


def test_more_than_two_notices_fold_into_one(open_page):
    page = open_page("/staff/alerts", as_="petra")
    for level, title in [
        ("Information", "One"),
        ("Good news", "Two"),
        ("Danger", "Three"),
    ]:
        write_notice(page, level=level, title=title, message=f"This is {title.lower()}.")
    theirs = open_page("/", as_="amira", reduced_motion="reduce")
    notices = region(theirs, "Notices")
    expect(notices).to_contain_text(re.compile(r"\d notices\."))
    expect(notices.get_by_text("This is two.")).to_have_count(0)

    notices.get_by_role("button", name="Show them").click()

    expect(notices.get_by_text("This is two.")).to_be_visible()
    assert not faults_of(theirs)
    assert not faults_of(page)
    delete_notices(page)


# -- Backends --------------------------------------------------------------------------------------


def test_a_backend_gets_a_token_that_works_until_it_is_revoked(open_page, server):
    page = open_page("/staff/backends", as_="petra")
    page.get_by_role("link", name="Graphnet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Graphnet")
    tokens = region(page, "Tokens of its runner")
    tokens.get_by_label("Name").fill("second runner")
    tokens.get_by_role("button", name="Make a token").click()
    secret = page.locator("[data-token]").inner_text()
    assert secret.startswith("osj_backend_")
    headers = {"Authorization": secret}
    poll = f"{server.url}/api/v2/job-requests/"
    assert page.request.get(poll, headers=headers).status == 200

    tokens.get_by_role("button", name="Done").click()
    tokens.get_by_role("button", name="Revoke second runner…").click()
    confirm(page, "Revoke second runner")

    expect(page.get_by_text("second runner is revoked.")).to_be_visible()
    assert page.request.get(poll, headers=headers).status == 403
    expect(region(page, "History")).to_contain_text("Backend token: revoked")


def test_a_token_retires_on_a_date_when_another_takes_its_place(open_page, server):
    page = open_page("/staff/backends/graphnet", as_="petra")
    tokens = region(page, "Tokens of its runner")

    def make(name: str) -> str:
        tokens.get_by_label("Name").fill(name)
        tokens.get_by_role("button", name="Make a token").click()
        secret = page.locator("[data-token]").inner_text()
        tokens.get_by_role("button", name="Done").click()
        return secret

    def is_known(secret: str) -> bool:
        poll = f"{server.url}/api/v2/job-requests/"
        return page.request.get(poll, headers={"Authorization": secret}).status == 200

    old = make("first key")
    first = tokens.get_by_role("row", name="first key")
    expect(first).to_contain_text("expires in 365 days")
    expect(first).not_to_contain_text("retiring")
    tokens.get_by_label("In the place of").select_option("first key")
    tokens.get_by_label("Days that both live").fill("3")
    assert not faults_of(page)
    new = make("second key")

    expect(first).to_contain_text("retiring")
    expect(first).to_contain_text("expires in 3 days")
    retires = datetime.now() + timedelta(days=3)  # noqa: DTZ005 - the page's zone is the reader's
    expect(first).to_contain_text(f"{retires.day} {retires:%b}")
    expect(tokens.get_by_role("row", name="second key")).not_to_contain_text("retiring")
    assert is_known(old)
    assert is_known(new)
    assert not faults_of(page)

    tokens.get_by_role("button", name="Revoke first key…").click()
    confirm(page, "Revoke first key")
    expect(first).to_contain_text("revoked")
    expect(first.get_by_role("button")).to_have_count(0)
    assert not is_known(old)
    assert is_known(new)
    past = region(page, "History")
    for verb in ("Backend token: retired", "Backend token: revoked"):
        expect(past).to_contain_text(verb)


def test_announced_maintenance_is_shown_to_those_who_run(open_page, server, workspace):
    server.runner("emis").poll()
    page = open_page("/staff/backends/emis", as_="petra")
    part = region(page, "Database maintenance")
    ends = datetime.now() + timedelta(hours=3)  # noqa: DTZ005 - the field is in the reader's zone
    part.get_by_label("Until").fill(ends.strftime("%Y-%m-%dT%H:%M"))
    part.get_by_label("Why").fill("The rebuild runs late")
    part.get_by_role("button", name="Announce maintenance").click()
    expect(page.get_by_text("Maintenance announced.")).to_be_visible()
    expect(part).to_contain_text("when it ends by itself")

    theirs = open_page("/backends", as_="amira")
    expect(region(theirs, "EMIS")).to_contain_text("The rebuild runs late")
    theirs.goto(f"/workspaces/{workspace}/run")
    expect(theirs.get_by_text(re.compile("Database maintenance since .* until"))).to_be_visible()

    part.get_by_role("button", name="End maintenance").click()
    expect(page.get_by_text("The announcement is taken back.")).to_be_visible()


def test_a_backend_is_made_switched_off_and_on(open_page):
    page = open_page("/staff/backends/graphnet", as_="petra")
    page.get_by_role("button", name="Switch off…").click()
    confirm(page, "Switch off")
    expect(page.get_by_text("Graphnet is switched off.")).to_be_visible()
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_text("Graphnet is switched on.")).to_be_visible()

    page.goto("/staff/backends")
    page.get_by_role("button", name="New backend").click()
    page.get_by_label("Name", exact=True).fill("Again")
    page.get_by_label("Name for runners").fill("tpp")
    page.get_by_role("button", name="Make backend").click()
    expect(page.get_by_text("already exists")).to_be_visible()


def test_people_are_let_onto_a_backend_and_taken_off(open_page):
    page = open_page("/staff/backends/graphnet", as_="petra")
    members = region(page, "Who may run there")
    members.get_by_label("Add people").fill("joe, nobody-at-all")
    members.get_by_role("button", name="Add", exact=True).click()
    expect(members.get_by_text("There is nobody called 'nobody-at-all'.")).to_be_visible()
    members.get_by_label("Add people").fill("joe")
    members.get_by_role("button", name="Add", exact=True).click()
    expect(members.get_by_role("link", name="Joe Marsh")).to_be_visible()

    members.get_by_role("button", name="Remove Joe Marsh…").click()
    confirm(page, "Remove Joe Marsh")

    expect(members.get_by_role("link", name="Joe Marsh")).to_have_count(0)


# -- Lists -----------------------------------------------------------------------------------------


def test_staff_find_any_request_and_cancel_it(open_page, script, workspace):
    number = script.ask(workspace, "run_all")["number"]
    page = open_page("/staff/requests", as_="petra")
    page.get_by_label("Number, identifier, action, person, workspace or project").fill(workspace)
    expect(page).to_have_url(re.compile(f"search={workspace}"))

    page.get_by_role("button", name=f"Cancel request {number}…").click()
    confirm(page, f"Cancel request {number}")

    expect(page.get_by_text(f"Cancel of request {number} sent.")).to_be_visible()
    expect(page.get_by_role("table", name="Requests")).to_contain_text("Cancelled before")
    page.get_by_role("link", name="Amira Osei").first.click()
    expect(page.get_by_role("button", name="Remove filter: Asked by: amira")).to_be_visible()


def test_many_workspaces_are_archived_at_once(open_page, script):
    names = sorted(script.make_workspace() for _ in range(2))
    page = open_page("/staff/workspaces", as_="petra")
    for name in names:
        page.get_by_label(f"Choose {name}", exact=True).check()
    page.get_by_role("button", name="Archive…").click()
    confirm(page, "Archive 2 workspaces")

    expect(page.get_by_text("2 workspaces archived.")).to_be_visible()
    for name in names:
        expect(page.get_by_role("link", name=name, exact=True)).to_have_count(0)
    page.get_by_label("In use").select_option(label="Archived")
    expect(page.get_by_role("link", name=names[0], exact=True)).to_be_visible()


def test_tables_of_projects_and_code_are_views_of_one_page(open_page):
    page = open_page("/staff/dashboards", as_="petra")
    row = page.get_by_role("row").filter(has_text="Opioids on waiting lists")
    expect(row).to_contain_text("University of Leeds")
    page.get_by_role("link", name="Private code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Private code")
    expect(page.get_by_text("Nothing is due")).to_be_visible()
    page.get_by_role("link", name="Shared code").click()
    expect(page).to_have_url(re.compile("repos-with-multiple-projects$"))


# -- Organisations ---------------------------------------------------------------------------------


def test_staff_make_an_organisation_and_links_to_its_old_name_lead_on(open_page):
    page = open_page("/orgs", as_="petra")
    page.get_by_role("link", name="New organisation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New organisation")
    page.get_by_label("Name", exact=True).fill("University of York")
    page.get_by_role("button", name="Make organisation").click()
    expect(page).to_have_url(re.compile("/orgs/university-of-york/settings$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")

    page.get_by_label("Address").fill("york")
    page.get_by_label("Description").fill("See https://york.example.org")
    page.get_by_role("button", name="Save organisation").click()
    expect(page).to_have_url(re.compile("/orgs/york/settings$"))
    page.get_by_role("button", name="Picture").set_input_files(
        {"name": "logo.png", "mimeType": "image/png", "buffer": PNG}
    )
    expect(page.get_by_role("img", name="The picture of University of York")).to_be_visible()
    page.get_by_label("Add people").fill("joe")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("link", name="Joe Marsh")).to_be_visible()

    page.goto("/orgs/university-of-york/")
    expect(page).to_have_url(re.compile("/orgs/york$"))
    expect(page.get_by_role("link", name="https://york.example.org")).to_be_visible()
    expect(region(page, "History")).to_contain_text("Org member: added")
    page.goto("/staff/redirects")
    page.get_by_role("button", name="Delete /orgs/university-of-york/…").click()
    confirm(page, "Delete redirect")
    expect(page.get_by_text("/orgs/university-of-york/ leads nowhere now.")).to_be_visible()


def test_everybody_reads_organisations_and_is_told_why_not_to_change_them(open_page):
    page = open_page("/organisations/")
    expect(page).to_have_url(re.compile("/orgs$"))
    page.get_by_role("link", name="University of Leeds").click()
    expect(region(page, "Projects")).to_contain_text("Opioids on waiting lists")
    expect(page.get_by_role("button", name="Settings")).to_have_count(0)

    page = open_page("/orgs/leeds", as_="amira")
    expect(page.get_by_role("button", name="Settings")).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_text("It needs the permission staff_area_access")).to_be_visible()
    page.goto("/orgs/leeds/settings")
    expect(page.get_by_text("You can view this organisation but not change it")).to_be_visible()
    page.goto("/orgs?mine=true")
    expect(page.get_by_text("You belong to no organisation")).to_be_visible()
    page.goto("/orgs/leeds/logs/")
    expect(page).to_have_url(re.compile(r"/requests\?org=leeds$"))


# -- Access ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/staff/orgs",
        "/staff/projects",
        "/staff/workspaces",
        "/staff/repos",
        "/staff/requests",
        "/staff/requests?search=nothing-at-all",
        "/staff/dashboards",
        "/staff/dashboards/project",
        "/staff/dashboards/repos",
        "/staff/dashboards/repos-with-multiple-projects",
        "/staff/backends",
        "/staff/backends/tpp",
        "/staff/backends/none-at-all",
        "/staff/alerts",
        "/staff/redirects",
        "/orgs",
        "/orgs/new",
        "/orgs/leeds",
        "/orgs/leeds/settings",
        "/orgs/none-at-all",
    ],
)
def test_axe_finds_nothing_on_the_pages_of_the_service(open_page, path):
    page = open_page(path, as_="petra")

    found = faults_of(page)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/staff/backends/tpp", "/staff/alerts", "/staff/requests"])
def test_others_are_told_that_the_staff_area_is_closed(open_page, path):
    page = open_page(path, as_="amira", viewport=PHONE)

    expect(page.get_by_text("The staff area is closed to you")).to_be_visible()
