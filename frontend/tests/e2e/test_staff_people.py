"""Staff look after people: find, let in, give roles, switch off, view as, read the record."""

import csv
import io
import re

import pytest
from conftest import DESKTOP, PASSWORD, PHONE
from e2e_axe import faults_of
from e2e_steps import find_and_pick
from playwright.sync_api import expect

FOLDED = re.compile("^Staff:")


@pytest.fixture
def person(server):
    """Makes a new account that no other test touches."""
    return lambda username: server.seed("person", username) and username


def table_row(page, name):
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=name, exact=True))


def sign_in(open_page, username):
    """A page with a session of its own, where others of the person must not notice."""
    page = open_page("/sign-in")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Your menu, "))).to_be_visible()
    return page


def test_staff_find_a_person_and_give_roles_to_several_at_once(open_page, person):
    first, second = person("hana"), person("holm")
    page = open_page("/", as_="petra")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Staff").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Staff")
    page.get_by_role("navigation", name="Staff area").get_by_role("link", name="Users").click()

    page.get_by_label("Name, user name or e-mail").fill("h")
    expect(page).to_have_url(re.compile(r"\?search=h$"))
    expect(table_row(page, first)).to_contain_text("never")
    for name in (first, second):
        page.get_by_label(f"Choose {name}", exact=True).check()
    expect(page.get_by_text("2 chosen")).to_be_visible()
    page.get_by_role("button", name="Give role…").click()
    dialog = page.get_by_role("dialog", name="Give a role to 2 people?")
    dialog.get_by_label("Role").select_option(label="Output checker")
    dialog.get_by_role("button", name="Give role").click()

    expect(page.get_by_text("Output checker given to 2 people.")).to_be_visible()
    expect(table_row(page, second)).to_contain_text("Output checker")

    page.get_by_label(f"Choose {first}", exact=True).check()
    page.get_by_role("button", name="Give role…").click()
    dialog = page.get_by_role("dialog", name="Give a role to 1 person?")
    dialog.get_by_label("Role").select_option(label="Output checker")
    dialog.get_by_role("button", name="Give role").click()
    outcome = page.get_by_role("dialog", name="Nothing was changed")
    expect(outcome).to_contain_text(f"{first}: Holds Output Checker already.")
    outcome.get_by_role("button", name="Close").click()
    page.get_by_label("Role", exact=True).select_option(label="Output checker")
    expect(page).to_have_url(re.compile(r"role=OutputChecker"))
    page.get_by_role("button", name=re.compile("Remove filter: Output checker")).click()


def test_people_of_one_organisation_are_listed(open_page):
    page = open_page("/staff/users", as_="petra")
    find_and_pick(page, "Organisation", "University of Leeds")
    expect(page).to_have_url(re.compile("org=leeds"))
    assert not faults_of(page)
    page.get_by_role("button", name="Remove filter: University of Leeds").click()
    expect(page).not_to_have_url(re.compile("org="))


def test_new_people_are_let_in_in_one_step(open_page, person):
    name = person("newcomer")
    page = open_page("/staff/users?missing=backend&search=newcomer", as_="petra")
    expect(table_row(page, name)).to_contain_text("none")
    page.get_by_label(f"Choose {name}").check()
    page.get_by_role("button", name="Let in…").click()
    dialog = page.get_by_role("dialog", name="Let 1 person in?")
    find_and_pick(dialog, "Add an organisation", "University of Leeds")
    dialog.get_by_label("TPP").check()
    dialog.get_by_role("button", name="Let in").click()
    expect(page.get_by_text("1 person let in.")).to_be_visible()
    expect(page.get_by_text("Nobody matches")).to_be_visible()
    page.get_by_role("link", name="Remove all filters").click()
    expect(table_row(page, name)).to_contain_text("University of Leeds")


def test_roles_and_places_of_one_person_are_set_with_their_history(open_page, person):
    name = person("solo")
    page = open_page(f"/staff/users/{name}", as_="petra")
    roles = page.get_by_role("region", name="Global roles")
    expect(roles).to_contain_text("Only an Administrator can give or take the role Administrator.")
    roles.get_by_label("Tech support").check()
    roles.get_by_role("button", name="Save global roles").click()
    expect(page.get_by_text(f"Global roles of {name} saved.")).to_be_visible()
    page.get_by_role("region", name="Backends").get_by_label("EMIS").check()
    page.get_by_role("button", name="Save backends").click()
    orgs = page.get_by_role("region", name="Organisations")
    find_and_pick(orgs, "Add one", "University of Leeds")
    orgs.get_by_role("button", name="Save organisations").click()
    expect(page.get_by_text(f"Organisations of {name} saved.")).to_be_visible()
    history = page.get_by_role("region", name="History")
    expect(history).to_contain_text("Role: given")
    expect(history).to_contain_text("Backend member: added")
    expect(history.get_by_role("link", name="petra").first).to_be_visible()

    roles.get_by_role("button", name="Take all roles…").click()
    page.get_by_role("dialog").get_by_role("button", name="Take all roles").click()
    expect(page.get_by_text(f"{name} holds no role any more.")).to_be_visible()
    expect(roles.get_by_label("Tech support")).not_to_be_checked()


def test_who_changed_an_account_meanwhile_is_said(open_page, person):
    name = person("contested")
    mine, other = (open_page(f"/staff/users/{name}", as_="petra") for _ in range(2))
    for page, role in ((mine, "Output publisher"), (other, "Tech support")):
        page.get_by_role("region", name="Global roles").get_by_label(role).check()
    for page in (other, mine):
        page.get_by_role("button", name="Save global roles").click()
    expect(mine.get_by_text("Somebody else changed this account meanwhile")).to_be_visible()
    mine.get_by_role("button", name="Show the newest").click()
    expect(mine.get_by_label("Tech support")).to_be_checked()


def test_an_account_that_is_switched_off_is_signed_out(open_page, person):
    name = person("leaver")
    theirs = sign_in(open_page, name)

    page = open_page(f"/staff/users/{name}", as_="petra")
    page.get_by_role("button", name="Switch off…").click()
    page.get_by_role("dialog").get_by_role("button", name=f"Switch off {name}").click()
    expect(page.get_by_text(f"The account of {name} is switched off.")).to_be_visible()
    theirs.reload()
    expect(theirs.get_by_role("link", name="Sign in").first).to_be_visible()

    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_text(f"The account of {name} is on again.")).to_be_visible()


def test_what_one_may_not_do_with_an_administrator_is_explained(open_page):
    page = open_page("/staff/users/root", as_="petra")
    switch = page.get_by_role("button", name="Switch off…")
    expect(switch).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_text("Only an Administrator can change the account")).to_be_visible()


def test_staff_see_the_service_as_somebody_else_and_change_nothing(open_page, person):
    name = person("viewed")
    page = sign_in(open_page, "petra")
    page.goto(f"/staff/users/{name}")
    page.get_by_role("button", name=f"View as {name}").click()
    notice = page.get_by_role("region", name="Notices")
    expect(notice).to_contain_text(f"You are viewing as {name}; changes are off.")
    main = page.get_by_role("navigation", name="Main")
    expect(main.get_by_role("link", name="Staff")).to_have_count(0)
    page.goto("/workspaces")
    expect(notice).to_contain_text("changes are off")
    page.goto("/settings")
    save = page.get_by_role("button", name="Save profile")
    expect(save).to_have_attribute("aria-disabled", "true")
    expect(save).to_have_accessible_description(re.compile("changes are off"))
    refused = page.request.post("/api/v3/tokens", data={"name": "mine"})
    assert (refused.status, refused.json()["type"]) == (403, "/problems/viewing-as")
    assert not faults_of(page)
    page.set_viewport_size(DESKTOP)
    page.get_by_role("button", name="End the view").click()
    expect(page.get_by_text("You see the service as yourself again.")).to_be_visible()
    expect(main.get_by_role("link", name="Staff")).to_be_visible()


def test_while_viewing_no_button_asks_what_it_will_not_do(open_page, person):
    """Names that end in "…" lead to a question first; its answer would be refused."""
    person("unchanged")
    page = sign_in(open_page, "root")
    page.goto("/staff/users/petra")
    page.get_by_role("button", name="View as petra").click()
    expect(page.get_by_role("region", name="Notices")).to_contain_text("changes are off")

    for path in ("/staff/users/unchanged", "/staff/fleet", "/staff/users"):
        page.goto(path)
        if path == "/staff/users":
            page.get_by_label("Choose unchanged", exact=True).check()
        asking = page.get_by_role("main").get_by_role("button", name=re.compile("…$"))
        expect(asking.first).to_be_visible()
        for button in asking.all():
            expect(button).to_have_attribute("aria-disabled", "true")
            button.click(force=True)
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_record_is_filtered_and_exported(open_page, person):
    name = person("recorded")
    page = open_page(f"/staff/users/{name}", as_="petra")
    page.get_by_role("region", name="Global roles").get_by_label("Output publisher").check()
    page.get_by_role("button", name="Save global roles").click()
    page.get_by_role("link", name="In the record").click()
    expect(page).to_have_url(re.compile(f"/staff/record\\?person={name}$"))
    expect(page.get_by_role("table", name="Events")).to_contain_text("Role: given")

    with page.expect_download() as started:
        page.get_by_role("button", name="Export as CSV").click()

    assert re.fullmatch(r"record-\d{4}-\d\d-\d\d\.csv", started.value.suggested_filename)
    rows = list(csv.DictReader(io.StringIO(started.value.path().read_text())))
    assert [row["after"] for row in rows if row["verb"] == "role.given"] == [
        '{"role": "OutputPublisher"}'
    ]
    page.get_by_role("link", name="Role: given").click()
    expect(page).to_have_url(re.compile("verb=role.given$"))
    page.get_by_label("From").fill("2000-01-01")
    page.get_by_label("To").fill("2000-01-02")
    expect(page.get_by_text("No event matches")).to_be_visible()
    page.get_by_role("link", name="Remove all filters").click()
    expect(page.get_by_role("table", name="Events")).to_contain_text("Record: exported")


def test_the_staff_area_is_closed_to_others_and_says_why(open_page):
    for as_, words in (("amira", "staff_area_access"), (None, "Sign in")):
        page = open_page("/staff/users", as_=as_)
        expect(page.get_by_text("The staff area is closed to you")).to_be_visible()
        expect(page.get_by_role("main")).to_contain_text(words)
    assert not faults_of(page)


def test_everybody_sees_people_with_their_projects_and_no_address(open_page):
    page = open_page("/users")
    page.get_by_label("Name or user name").fill("ami")
    expect(page).to_have_url(re.compile(r"/users\?search=ami$"))
    page.get_by_role("link", name="Amira Osei").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Amira Osei")
    expect(page.get_by_role("link", name="Opioids on waiting lists")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("@")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/users\?search=ami$"))


def test_on_a_phone_the_navigation_folds(open_page):
    page = open_page("/staff/users", as_="petra", viewport=PHONE)
    folded = page.get_by_role("button", name=FOLDED)
    record = page.get_by_role("navigation", name="Staff area").get_by_role("link", name="Record")
    expect(record).to_be_hidden()
    folded.click()
    record.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Record")
    expect(record).to_be_hidden()


@pytest.mark.parametrize(
    "path",
    [
        "/staff",
        "/staff/users",
        "/staff/users?search=nobody-at-all",
        "/staff/users/amira",
        "/staff/users/nobody-at-all",
        "/staff/roles",
        "/staff/record",
        "/users",
        "/users/amira",
    ],
)
def test_axe_finds_nothing_on_the_pages_of_staff_and_people(open_page, path):
    page = open_page(path, as_="petra")

    found = faults_of(page)

    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_dialogs_and_chosen_rows(open_page):
    # Without motion: colours are measured while a dialog would still be fading in.
    page = open_page("/staff/users?search=amira", as_="petra", reduced_motion="reduce")
    page.get_by_label("Choose Amira Osei").check()
    assert not faults_of(page)
    page.get_by_role("button", name="Let in…").click()
    assert not faults_of(page)
