"""Settings: profile, password, second factor, sessions, tokens, notices, the end of an account."""

import base64
import hashlib
import hmac
import json
import struct
import time

import pytest
from conftest import PASSWORD, PHONE
from e2e_axe import faults_of, violations_of
from playwright.sync_api import Page, expect

LIVE_MS = 5000  # the heartbeat would take half a minute
NEW_PASSWORD = "quite another one 7"


@pytest.fixture
def person(server, request) -> str:
    """A person for this test alone, whose account it may change."""
    name = "set-" + hashlib.sha256(request.node.name.encode()).hexdigest()[:8]
    return server.seed("person", name).strip()


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """By password; where a second step follows, it is on the page afterwards."""
    page.goto("/sign-in")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(password)
    with page.expect_response("**/auth/login"):
        page.get_by_role("button", name="Sign in", exact=True).click()


def say_password_again(page: Page, password: str = PASSWORD) -> None:
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Password").fill(password)
    dialog.get_by_role("button", name="Go on").click()


def code_of(secret: str, *, steps: int = 0) -> str:
    """The six digits that an app shows. Source: RFC 6238."""
    key = base64.b32decode(secret)
    moment = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(key, moment, hashlib.sha1).digest()
    (value,) = struct.unpack_from(">I", digest, digest[-1] & 15)
    return f"{(value & 0x7FFFFFFF) % 10**6:06}"


def add_authenticator(page: Page) -> None:
    """A device with a key and a finger, as Chromium simulates it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_visitor_signs_in_first_and_comes_back(open_page, person):
    page = open_page("/settings/sessions")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("User name").fill(person)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sessions")


def test_name_and_address_are_saved_and_a_wrong_address_is_told_at_its_field(open_page, person):
    page = open_page("/settings", as_=person)
    page.get_by_label("Name", exact=True).fill("Sam Settings")
    page.get_by_label("E-mail address").fill("nowhere")
    page.get_by_role("button", name="Save profile").click()
    expect(page.locator("#email-error")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_focused()

    page.get_by_label("E-mail address").fill(f"{person}@elsewhere.example")
    page.get_by_role("button", name="Save profile").click()
    expect(page.get_by_text("Your profile is saved.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Sam Settings")
    page.get_by_role("button", name="Your menu, Sam Settings").or_(
        page.get_by_label("Your menu, Sam Settings")
    ).first.click()
    expect(page.get_by_text(f"{person}@elsewhere.example").first).to_be_visible()


def test_what_is_typed_stays_when_another_tab_changes_the_account(open_page, person):
    page, other = open_page("/settings", as_=person), open_page("/settings", as_=person)
    email = page.get_by_label("E-mail address")
    email.fill("sam@elsewhere.example")
    other.get_by_label("Name", exact=True).fill("Sam Settings")
    other.get_by_role("button", name="Save profile").click()

    name = page.get_by_label("Name", exact=True)
    expect(name).to_have_value("Sam Settings", timeout=LIVE_MS)
    expect(email).to_have_value("sam@elsewhere.example")
    page.get_by_role("button", name="Save profile").click()
    expect(page.get_by_role("heading", name="Somebody else changed this account")).to_be_visible()
    page.get_by_role("button", name="Show the newest").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Save profile").click()
    expect(page.get_by_text("Your profile is saved.")).to_be_visible()

    shown = other.get_by_label("E-mail address")
    expect(shown).to_have_value("sam@elsewhere.example", timeout=LIVE_MS)
    expect(name).to_have_value("Sam Settings")


def test_a_second_factor_shows_in_another_tab(open_page, person):
    page, other = (open_page("/settings/sign-in", as_=person) for _ in range(2))
    expect(other.get_by_role("heading", name="Recovery codes")).to_have_count(0)
    add_authenticator(page)

    page.get_by_role("button", name="Add a passkey…").click()
    page.get_by_label("Name of the passkey").fill("test device")
    page.get_by_role("button", name="Make the passkey").click()
    say_password_again(page)
    expect(page.get_by_role("heading", name="Passkey test device")).to_be_visible()

    shown = other.get_by_role("heading", name="Passkey test device")
    expect(shown).to_be_visible(timeout=LIVE_MS)
    expect(other.get_by_role("heading", name="Recovery codes")).to_be_visible(timeout=LIVE_MS)


def test_colours_and_single_keys_are_chosen_for_this_browser(open_page, person):
    page = open_page("/settings", as_=person, color_scheme="light")
    page.get_by_role("radio", name="Dark Light text").check()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_label("Single keys do something").uncheck()
    page.reload()
    expect(page.get_by_role("radio", name="Dark Light text")).to_be_checked()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_notices_are_switched_off_and_on(open_page, person):
    page = open_page("/settings/notices", as_=person)
    wanted = page.get_by_label("Send me notices")
    expect(wanted).to_be_checked()
    wanted.click()
    expect(page.get_by_text("You get no mail any more; the inbox goes on.")).to_be_visible()
    page.reload()
    expect(wanted).not_to_be_checked()


def test_a_token_is_made_for_chosen_uses(open_page, person):
    page = open_page("/tokens", as_=person)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tokens")
    expect(page.get_by_role("heading", name="No tokens yet")).to_be_visible()
    expect(page.get_by_label("Read", exact=True)).to_be_checked()
    expect(page.get_by_label("Run", exact=True)).not_to_be_checked()
    page.get_by_label("Name", exact=True).fill("nightly")
    page.get_by_label("Run", exact=True).check()
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_role("row").filter(has_text="nightly")).to_contain_text("read, run")


def test_another_browser_is_signed_out(open_page, person):
    here, there = open_page("/sign-in"), open_page("/sign-in")
    for page in (there, here):
        sign_in(page, person)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    here.goto("/settings/sessions")
    expect(here.get_by_role("row")).to_have_count(3)
    here.get_by_role("button", name="Sign out of Chrome on Linux…").click()
    here.get_by_role("dialog").get_by_role("button", name="Sign out of Chrome on Linux").click()
    expect(here.get_by_text("You are signed in here alone.")).to_be_visible()
    there.goto("/settings")
    expect(there.get_by_role("heading", level=1)).to_have_text("Sign in")

    here.get_by_role("button", name="Sign out everywhere…").click()
    here.get_by_role("dialog").get_by_role("button", name="Sign out everywhere").click()
    expect(here.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_new_password_is_told_what_is_wrong_and_then_counts(open_page, person):
    page = open_page("/sign-in")
    sign_in(page, person)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.goto("/settings/sign-in")
    page.get_by_label("Present password").fill("wrong")
    page.get_by_label("New password").fill("short")
    page.get_by_role("button", name="Change the password").click()
    expect(page.locator("#current_password-error")).to_be_visible()
    expect(page.locator("#new_password-error")).to_contain_text("too short")

    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_label("New password").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Signing in")
    other = open_page("/sign-in")
    sign_in(other, person, NEW_PASSWORD)
    expect(other.get_by_role("heading", level=1)).not_to_have_text("Sign in")


def test_an_app_for_codes_is_added_asked_for_and_removed(open_page, person):
    page = open_page("/sign-in")
    sign_in(page, person)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.goto("/settings/sign-in")
    page.get_by_role("button", name="Add an app…").click()
    page.get_by_role("dialog").get_by_label("Password").fill("wrong")
    page.get_by_role("dialog").get_by_role("button", name="Go on").click()
    expect(page.locator("#confirm-error")).to_be_visible()
    say_password_again(page)
    picture = page.get_by_role("img", name="QR code with the key for the app")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    secret = page.locator("[data-secret]").inner_text()
    page.get_by_label("The six digits").fill("000000")
    page.get_by_role("button", name="Add the app").click()
    expect(page.locator("#first-code-error")).to_be_visible()
    page.get_by_label("The six digits").fill(code_of(secret, steps=-1))
    page.get_by_role("button", name="Add the app").click()
    codes = page.locator("[data-codes] code")
    expect(codes).to_have_count(10)
    recovery = codes.first.inner_text()
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("10 of 10 codes left.")).to_be_visible()

    other = open_page("/sign-in", viewport=PHONE)
    sign_in(other, person)
    expect(other.get_by_role("heading", name="One more step")).to_be_visible()
    other.reload()
    other.get_by_label("Code").fill("000000")
    other.get_by_role("button", name="Sign in", exact=True).click()
    expect(other.locator("#code-error")).to_be_visible()
    assert violations_of(other) == []
    other.get_by_label("Code").fill(code_of(secret))
    other.get_by_role("button", name="Sign in", exact=True).click()
    expect(other.get_by_role("heading", level=1)).not_to_have_text("Sign in")

    lost = open_page("/sign-in")
    sign_in(lost, person)
    lost.get_by_label("Code").fill(recovery)
    lost.get_by_role("button", name="Sign in", exact=True).click()
    expect(lost.get_by_role("heading", level=1)).not_to_have_text("Sign in")

    page.reload()
    expect(page.get_by_text("9 of 10 codes left.")).to_be_visible()
    page.get_by_role("button", name="Remove…").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("your password alone lets nobody in. It is up to you.")).to_be_visible()


def test_the_second_step_can_be_begun_again(open_page, person):
    page = open_page("/sign-in")
    sign_in(page, person)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.goto("/settings/sign-in")
    page.get_by_role("button", name="Add an app…").click()
    say_password_again(page)
    secret = page.locator("[data-secret]").inner_text()
    page.get_by_label("The six digits").fill(code_of(secret))
    page.get_by_role("button", name="Add the app").click()
    expect(page.locator("[data-codes] code")).to_have_count(10)

    other = open_page("/sign-in")
    sign_in(other, person)
    other.get_by_role("button", name="Begin again").click()
    expect(other.get_by_label("User name")).to_be_visible()


def test_a_passkey_is_added_and_signs_in_alone_and_as_second_step(open_page, person):
    page = open_page("/sign-in")
    add_authenticator(page)
    sign_in(page, person)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.goto("/settings/sign-in")
    page.get_by_role("button", name="Add a passkey…").click()
    page.get_by_label("Name of the passkey").fill("test device")
    page.get_by_role("button", name="Make the passkey").click()
    say_password_again(page)
    expect(page.get_by_role("heading", name="Passkey test device")).to_be_visible()
    expect(page.locator("[data-codes] code")).to_have_count(10)

    page.context.clear_cookies()
    page.goto("/sign-in")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")

    page.context.clear_cookies()
    sign_in(page, person)
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.goto("/settings/sign-in")
    page.get_by_role("button", name="Remove passkey test device…").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    say_password_again(page)
    expect(page.get_by_role("heading", name="Passkey test device")).to_have_count(0)


def test_the_account_is_taken_along_and_closed(open_page, person):
    page = open_page("/sign-in")
    sign_in(page, person)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    page.goto("/settings/account")
    with page.expect_download() as download:
        page.get_by_role("link", name="Save my data").click()
    assert download.value.suggested_filename.startswith(person)
    assert json.loads(download.value.path().read_text())["profile"]["username"] == person

    page.get_by_role("button", name="Close my account…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Keep my account")).to_be_focused()
    dialog.get_by_role("button", name=f"Close {person} for good").click()
    expect(dialog.locator("#close-username-error")).to_be_visible()
    dialog.get_by_label("Your user name").fill(person)
    dialog.get_by_label("Your password").fill(PASSWORD)
    dialog.get_by_role("button", name=f"Close {person} for good").click()
    expect(page.get_by_text("Your account is closed.")).to_be_visible()
    sign_in(page, person)
    expect(page.get_by_role("alert")).to_be_visible()


def test_the_last_administrator_is_told_why_he_stays(open_page):
    page = open_page("/settings/account", as_="root")
    expect(page.get_by_role("button", name="Close my account…")).to_have_attribute(
        "aria-disabled", "true"
    )
    expect(page.get_by_text("You are the last Administrator.")).to_be_visible()


def test_without_an_answer_the_page_says_so_and_tries_again_by_itself(open_page, person):
    page = open_page("/settings/notices", as_=person)
    page.route("**/api/v3/sessions", lambda route: route.abort())
    page.get_by_role("link", name="Sessions", exact=True).click()
    expect(page.get_by_text("The server did not answer")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.unroute("**/api/v3/sessions")
    expect(page.get_by_role("heading", name="Where you are signed in")).to_be_visible()


@pytest.mark.parametrize(
    "tab", ["", "/sign-in", "/sessions", "/tokens", "/notices", "/account", "/nowhere"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, tab):
    page = open_page(f"/settings{tab}", as_="amira", color_scheme="light")
    assert not faults_of(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
