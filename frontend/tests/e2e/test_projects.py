"""Projects: made, described by two people at once, archived; people invited, added, removed."""

import re
import uuid

import pytest
from e2e_axe import faults_of
from e2e_steps import find_and_pick
from playwright.sync_api import expect


@pytest.fixture
def project(server) -> str:
    """The slug of a project that Petra has just made."""
    name = f"Study {uuid.uuid4().hex[:8]}"
    made = server.script("petra").post("projects", {"name": name, "orgs": ["leeds"]})
    return made["slug"]


def add(server, project, person, *roles):
    server.script("petra").post(
        f"projects/{project}/members", {"usernames": [person], "roles": roles}
    )


def test_staff_make_a_project_and_its_address_comes_from_the_name(open_page):
    page = open_page("/projects", as_="petra")
    page.get_by_role("link", name="New project").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New project")
    name = f"Heat and health {uuid.uuid4().hex[:6]}"
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Number").fill("POS-2026-1234")
    page.get_by_role("button", name="Make project").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("The project is not made")
    expect(page.locator("#orgs-error")).to_be_visible()

    find_and_pick(page, "Add one", "University of Leeds")
    expect(page.get_by_text("leads")).to_be_visible()
    page.get_by_role("button", name="Make project").click()
    expect(page.locator("#copilot-error")).to_contain_text("needs a co-pilot")
    page.get_by_role("button", name=re.compile(r"^\d+$")).click()
    page.get_by_role("button", name="Make project").click()

    expect(page).to_have_url(re.compile("/projects/heat-and-health-[0-9a-f]{6}/settings$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    page.get_by_role("navigation", name="You are here").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_person_is_invited_accepts_gets_another_role_and_is_removed(open_page, project):
    staff = open_page(f"/projects/{project}/settings", as_="petra")
    staff.get_by_label("User names").fill("joe, nobody-here")
    staff.get_by_role("button", name="Invite 2 people").click()
    expect(staff.get_by_role("alert")).to_contain_text("There is no account 'nobody-here'")
    expect(staff.get_by_label("User names")).to_have_value("nobody-here")
    waiting = staff.get_by_role("table", name="Invitations that wait for an answer")
    expect(waiting.get_by_role("row", name=re.compile("joe"))).to_contain_text("Developer")

    guest = open_page("/", as_="joe")
    expect(guest.get_by_role("heading", name=re.compile("invitation"))).to_be_visible()
    guest.goto("/projects?mine=true")
    line = guest.get_by_role("listitem").filter(has=guest.locator(f"a[href='/projects/{project}']"))
    expect(line).to_contain_text("Petra Staff invites you")
    line.get_by_role("button", name=re.compile("Accept")).click()
    row = guest.get_by_role("table", name="Projects").get_by_role("row")
    expect(row.filter(has=guest.locator(f"a[href='/projects/{project}']"))).to_be_visible()
    guest.goto(f"/projects/{project}")
    expect(guest.get_by_role("link", name="New workspace")).to_be_visible()
    guest.get_by_role("link", name="New workspace").click()
    field = guest.get_by_role("combobox", name="Project")
    expect(field).to_have_value(re.compile("^Study "))
    field.fill("Opioids")
    expect(guest.get_by_text("Nothing is called so.")).to_be_visible()
    field.press("Escape")
    expect(field).to_have_value(re.compile("^Study "))

    staff.reload()
    members = staff.get_by_role("table", name="Members of this project")
    members.get_by_role("button", name="Change the roles of Joe Marsh…").click()
    dialog = staff.get_by_role("dialog")
    dialog.get_by_label("Developer").uncheck()
    dialog.get_by_label("Coordinator").check()
    dialog.get_by_role("button", name="Save roles").click()
    expect(members.get_by_role("row", name=re.compile("Joe"))).to_contain_text("Coordinator")

    guest.goto(f"/projects/{project}/settings")
    guest.get_by_label("Add at once").check()
    guest.get_by_label("User names").fill("amira")
    guest.get_by_role("button", name="Add 1 person").click()
    expect(guest.get_by_role("row", name=re.compile("Amira"))).to_be_visible()
    expect(guest.get_by_label("Status", exact=True)).to_have_count(0)
    expect(guest.get_by_label("Name", exact=True)).to_be_visible()

    members.get_by_role("button", name="Remove Joe Marsh…").click()
    staff.get_by_role("dialog").get_by_role("button", name="Remove Joe Marsh").click()
    expect(members.get_by_role("row", name=re.compile("Joe"))).to_have_count(0)
    guest.reload()
    expect(guest.get_by_text("You may not change who is in this project")).to_be_visible()
    expect(guest.get_by_role("button", name=re.compile("Invite"))).to_have_count(0)


def test_an_invitation_is_cancelled_and_another_declined(open_page, server, project):
    invite = {"usernames": ["joe", "amira"], "roles": []}
    server.script("petra").post(f"projects/{project}/invitations", invite)
    staff = open_page(f"/projects/{project}/settings", as_="petra")
    staff.get_by_role("button", name="Cancel the invitation of amira…").click()
    dialog = staff.get_by_role("dialog")
    dialog.get_by_role("button", name="Cancel the invitation of amira").click()
    expect(staff.get_by_role("button", name="Cancel the invitation of amira…")).to_have_count(0)

    guest = open_page("/projects", as_="joe")
    line = guest.get_by_role("listitem").filter(has=guest.locator(f"a[href='/projects/{project}']"))
    line.get_by_role("button", name=re.compile("Decline")).click()
    expect(line).to_have_count(0)
    other = open_page("/projects", as_="amira")
    expect(other.get_by_role("table", name="Projects")).to_be_visible()
    expect(other.get_by_role("button", name=re.compile("Accept"))).to_have_count(0)


def test_of_two_people_who_edit_at_once_the_second_is_told_and_loses_nothing(
    open_page, server, project
):
    add(server, project, "amira", "ProjectDeveloper")
    first = open_page(f"/projects/{project}/settings", as_="petra")
    second = open_page(f"/projects/{project}/settings", as_="amira")
    details = second.get_by_role("region", name="Status and details")
    expect(details.get_by_label("Name", exact=True)).to_have_count(0)
    first.get_by_label("Status", exact=True).select_option("postponed")
    first.get_by_role("button", name="Save project").click()
    expect(first.get_by_text("Project saved.")).to_be_visible()

    second.get_by_label("About the status").fill("Waits for <b>data</b>: https://example.org/why.")
    second.get_by_role("button", name="Save project").click()
    told = second.get_by_role("alert")
    expect(told).to_contain_text("Somebody else changed this project meanwhile")
    told.get_by_role("button", name="Show the newest").click()
    expect(second.get_by_label("Status", exact=True)).to_have_value("postponed")
    expect(second.get_by_label("About the status")).to_have_value(re.compile("Waits for"))
    second.get_by_role("button", name="Save project").click()
    expect(second.get_by_text("Project saved.")).to_be_visible()

    second.goto(f"/projects/{project}")
    status = second.get_by_role("region", name="Status")
    expect(status).to_contain_text("Waits for <b>data</b>: https://example.org/why.")
    expect(status.get_by_role("link")).to_have_attribute("href", "https://example.org/why")


def test_an_archived_project_says_why_nothing_can_be_made_until_it_is_taken_out(
    open_page, server, project
):
    add(server, project, "amira", "ProjectDeveloper")
    staff = open_page(f"/projects/{project}/settings", as_="petra")
    staff.get_by_role("button", name="Archive…").click()
    expect(staff.get_by_role("button", name="Keep it in use")).to_be_focused()
    staff.get_by_role("dialog").get_by_role("button", name=re.compile("^Archive Study")).click()
    expect(staff.get_by_role("heading", name="This project is archived")).to_be_visible()

    member = open_page(f"/projects/{project}", as_="amira")
    expect(member.get_by_role("button", name="New workspace")).to_have_attribute(
        "aria-disabled", "true"
    )
    expect(member.locator("#why-no-workspace")).to_contain_text("archived")
    member.goto(f"/workspaces/new?project={project}")
    expect(member.get_by_role("combobox", name="Project")).to_have_value("")
    member.goto(f"/projects/{project}/settings")
    expect(member.locator("#why-no-archive")).to_contain_text("staff_area_access")

    staff.get_by_role("button", name="Take out of the archive").click()
    expect(staff.get_by_role("heading", name="This project is archived")).to_have_count(0)
    member.goto(f"/projects/{project}")
    expect(member.get_by_role("link", name="New workspace")).to_be_visible()


def test_a_new_address_is_led_to_from_the_old_one(open_page, project):
    page = open_page(f"/projects/{project}/settings", as_="petra")
    moved = f"{project}-moved"
    page.get_by_label("Address").fill(moved)
    page.get_by_role("button", name="Save project").click()
    expect(page).to_have_url(re.compile(f"/projects/{moved}/settings$"))

    page.goto(f"/projects/{project}")
    expect(page).to_have_url(re.compile(f"/projects/{moved}$"))
    page.goto(f"/{moved}/edit/")
    expect(page).to_have_url(re.compile(f"/projects/{moved}/settings$"))


def test_a_visitor_reads_a_project_with_its_workspaces_runs_members_and_repositories(
    open_page, script, workspace
):
    script.ask(workspace, "generate_dataset")
    page = open_page("/projects?search=ckd")
    page.get_by_role("link", name="Vaccine effectiveness in CKD").click()
    expect(page.get_by_role("link", name=workspace).first).to_be_visible()
    expect(page.get_by_role("table", name="Latest requests of this project")).to_be_visible()
    members = page.get_by_role("table", name="Members of this project")
    expect(members.get_by_role("row", name=re.compile("Amira Osei"))).to_contain_text("Developer")
    repos = page.get_by_role("region", name="Repositories")
    expect(repos.get_by_role("listitem").filter(has_text="opensafely/study")).to_be_visible()
    expect(page.get_by_role("link", name="Settings")).to_have_count(0)
    page.goto("/projects/no-such-project")
    expect(page.get_by_role("link", name="Search projects")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "as_"),
    [
        ("/projects", "joe"),
        ("/projects?search=nonsense_of_mine", "joe"),
        ("/projects/new", "petra"),
        ("/projects/new", "joe"),
        ("/projects/{project}", "amira"),
        ("/projects/{project}/settings", "root"),
        ("/projects/{project}/settings", "amira"),
        ("/projects/{project}/settings", None),
        ("/projects/none", None),
    ],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, server, project, path, as_):
    add(server, project, "amira", "ProjectDeveloper")
    invite = {"usernames": ["joe"], "roles": ["ProjectDeveloper", "ProjectCoordinator"]}
    server.script("petra").post(f"projects/{project}/invitations", invite)
    page = open_page(path.format(project=project), as_=as_)

    found = faults_of(page)

    assert not found, "\n".join(found)
