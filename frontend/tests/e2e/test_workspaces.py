"""What one may do with a workspace and its repository, and why not; moving, signing off."""

import re
import uuid

import pytest
from conftest import DESKTOP
from e2e_axe import faults_of
from e2e_steps import find_and_pick
from playwright.sync_api import expect


def button(page, name):
    return page.get_by_role("button", name=name)


@pytest.fixture
def shown(open_page, workspace):
    """The page of a workspace of Amira's, as somebody sees it."""

    def show(as_=None, **options):
        page = open_page(f"/workspaces/{workspace}", as_=as_, **options)
        expect(page.get_by_role("heading", name=workspace)).to_be_visible()
        return page

    return show


def test_who_may_nothing_sees_each_control_with_its_reason(shown):
    page = shown("joe")

    for name, reason in [
        ("Change purpose or branch", "workspace_create"),
        ("Switch e-mail on for new requests", "workspace_toggle_notifications"),
        ("Archive…", "workspace_archive"),
        ("Sign off…", "Members of the project"),
        ("Run jobs", "job_run"),
    ]:
        control = button(page, name).first
        expect(control).to_have_attribute("aria-disabled", "true")
        expect(control).to_have_accessible_description(re.compile(reason))
    expect(button(page, "Move to another project…")).to_have_count(0)
    expect(page.get_by_text(re.compile("Ruth Root can help")).first).to_be_visible()
    assert faults_of(page) == []


def test_a_visitor_is_asked_to_sign_in(shown):
    page = shown()

    expect(page.get_by_text("To change this workspace, sign in.")).to_be_visible()
    assert faults_of(page) == []


def test_a_developer_changes_purpose_and_notices_and_sees_the_history(shown):
    page = shown("amira")

    button(page, "Change purpose or branch").click()
    page.get_by_label("Purpose").fill("Counts deaths instead.")
    button(page, "Save settings").click()
    expect(page.get_by_text("Counts deaths instead.").first).to_be_visible()

    button(page, "Switch e-mail on for new requests").click()
    expect(button(page, "Switch e-mail off for new requests")).to_be_visible()

    history = page.get_by_role("region", name="History")
    expect(history.get_by_role("listitem").filter(has_text="should notify")).not_to_have_count(0)
    expect(history).to_contain_text("purpose")
    expect(history).to_contain_text("Workspace: created")
    assert faults_of(page) == []


def test_a_branch_that_is_none_is_told_at_its_field(shown):
    page = shown("amira")

    button(page, "Change purpose or branch").click()
    page.get_by_label("Branch").fill("nowhere")
    button(page, "Save settings").click()

    expect(page.get_by_label("Branch")).to_have_accessible_description(re.compile("has no branch"))
    assert faults_of(page) == []


def test_archiving_is_seen_by_people_with_a_role_alone(shown):
    page = shown("amira")
    button(page, "Archive…").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Archive")).click()
    expect(page.get_by_text("This workspace is archived").first).to_be_visible()

    for person in (None, "joe"):
        other = shown(person)
        expect(other.get_by_text("archived")).to_have_count(0)


def test_staff_move_a_workspace_and_its_old_address_leads_on(shown, workspace, open_page):
    page = shown("petra")
    button(page, "Move to another project…").click()
    dialog = page.get_by_role("dialog")
    find_and_pick(dialog, "Project", "Opioids on waiting lists")
    dialog.get_by_role("button", name=f"Move {workspace}").click()

    about = page.get_by_role("region", name="About")
    expect(about.get_by_role("link", name="Opioids on waiting lists")).to_be_visible()
    old = open_page(f"/ckd/{workspace}/", as_="petra")
    expect(old).to_have_url(re.compile(f"/workspaces/{workspace}$"))
    assert faults_of(page) == []


def test_a_workspace_then_its_repository_are_signed_off(script, open_page, own_study):
    name, path = own_study
    page = open_page(path, as_="amira")
    expect(button(page, "Sign off for the researchers…")).to_have_accessible_description(
        re.compile(f"Still missing: {name}")
    )
    expect(button(page, "Sign off for the staff…")).to_have_accessible_description(
        re.compile("staff_area_access")
    )
    assert faults_of(page) == []
    page.set_viewport_size(DESKTOP)

    button(page, "Sign off…").click()
    page.get_by_role("dialog").get_by_role("button", name=f"Sign off {name}").click()
    expect(page.get_by_text("1 of 1 signed off")).to_be_visible()
    button(page, "Sign off for the researchers…").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Sign off")).click()
    expect(button(page, "Sign off for the researchers…")).to_have_count(0)
    expect(page.get_by_role("region", name="History")).to_contain_text("Repo: signed off")

    staff = open_page(path, as_="petra")
    button(staff, "Sign off for the staff…").click()
    staff.get_by_role("dialog").get_by_role("button", name=re.compile("^Sign off")).click()
    expect(staff.get_by_text("Signed off by Petra Staff")).to_be_visible()
    assert faults_of(staff) == []


@pytest.fixture
def own_study(server, script):
    """A workspace that is alone on its repository, and the path of that."""
    repo = f"study-{uuid.uuid4().hex[:8]}"
    server.add_study(repo)
    return script.make_workspace(repo=repo), f"/repos/opensafely/{repo}"


def test_the_old_link_to_a_repository_leads_to_its_only_project(open_page, own_study):
    _, path = own_study
    name = path.rsplit("/", 1)[1]

    page = open_page(f"/repo/https%3A%2F%2Fgithub.com%2Fopensafely%2F{name}/", as_="amira")

    expect(page).to_have_url(re.compile("/projects/ckd$"))


def test_the_old_link_to_a_repository_of_several_lists_them(open_page, script, own_study):
    _, path = own_study
    name = path.rsplit("/", 1)[1]
    url = f"https://github.com/opensafely/{name}"
    body = {"name": f"ws-{uuid.uuid4().hex[:8]}", "repo": url, "branch": "main"}
    script.post("workspaces", body | {"project": "opioids"})

    page = open_page(f"/repo/{url.replace(':', '%3A').replace('/', '%2F')}/", as_="amira")

    expect(page.get_by_role("link", name="Opioids on waiting lists")).to_be_visible()
    expect(page.get_by_role("link", name="Vaccine effectiveness in CKD")).to_be_visible()
    assert faults_of(page) == []


def test_the_old_link_to_an_unknown_repository_finds_nothing(open_page):
    page = open_page("/repo/https%3A%2F%2Fgithub.com%2Fnobody%2Fnothing/", as_="amira")

    expect(page.get_by_text("No workspace uses a repository nobody/nothing.")).to_be_visible()


def test_who_may_not_run_is_told_why_and_who_can_help(open_page, workspace):
    page = open_page(f"/workspaces/{workspace}/run", as_="joe")

    expect(page.get_by_text("You can view this workspace but not run jobs in it")).to_be_visible()
    expect(page.get_by_text("job_run")).to_be_visible()
    expect(page.get_by_text("can help.")).to_be_visible()
    assert faults_of(page) == []


def test_who_is_on_no_backend_is_told_so(open_page, workspace):
    page = open_page(f"/workspaces/{workspace}/run?backend=emis&actions=report", as_="root")

    expect(page.get_by_text("You are a member of no backend")).to_be_visible()
    assert faults_of(page) == []


def answer_otherwise(page, address, change):
    """Let the page see another answer than the server's."""

    def handle(route):
        known = {"if-none-match"}  # what the page has is not what it is to see
        headers = {k: v for k, v in route.request.headers.items() if k not in known}
        answer = route.fetch(headers=headers)
        shown = answer.json()
        change(shown)
        route.fulfill(response=answer, json=shown)

    page.route(address, handle)


def test_a_backend_of_others_is_shown_with_its_reason(open_page, workspace, runner):
    def not_emis(shown):
        for backend in shown["results"]:
            if backend["slug"] == "emis":
                backend |= {"can_run": False, "why_not": "You are not a member of EMIS."}

    page = open_page("/", as_="amira")
    answer_otherwise(page, "**/api/v3/backends", not_emis)
    page.goto(f"/workspaces/{workspace}/run?backend=emis&actions=report")

    expect(page.get_by_role("radio", name="EMIS")).to_be_disabled()
    expect(page.get_by_text("You are not a member of EMIS.").first).to_be_visible()
    run = button(page, "Run jobs")
    expect(run).to_have_attribute("aria-disabled", "true")
    expect(run).to_have_accessible_description("You are not a member of EMIS.")
    assert faults_of(page) == []


def test_stale_codelists_keep_what_reads_the_database(open_page, workspace, runner):
    def stale(shown):
        shown["codelists"] = {"status": "stale", "message": "They are not up to date."}

    page = open_page("/", as_="amira")
    answer_otherwise(page, "**/pipeline?*", stale)
    page.goto(f"/workspaces/{workspace}/run?backend=tpp&actions=report")

    expect(page.get_by_text("No action that reads the database can run")).to_be_visible()
    expect(button(page, "Run jobs")).to_have_accessible_description(
        "generate_dataset reads the database and cannot run. They are not up to date."
    )
    assert faults_of(page) == []
