"""Home: what needs the reader stands until it is put right."""

import re

import pytest
from conftest import DESKTOP, PHONE
from e2e_axe import faults_of, settle, violations_of
from e2e_callers import failed, not_run, succeeded
from playwright.sync_api import expect

LIVE_MS = 5000  # the heartbeat would take half a minute

both_widths = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])


@both_widths
def test_a_failure_needs_the_reader_until_its_action_has_run_again(
    open_page, script, runner, workspace, viewport
):
    page = open_page("/", as_="amira", viewport=viewport)
    expect(page.get_by_role("heading", level=1, name="Your work")).to_be_visible()

    first = script.ask(workspace, "fit_model", "report")
    runner.report(
        first["identifier"], generate_dataset=succeeded(), fit_model=failed(), report=not_run()
    )
    heading = page.get_by_role("heading", name=f"fit_model failed in {workspace}")
    expect(heading).to_be_visible(timeout=LIVE_MS)
    other = script.ask(workspace, "describe")
    runner.finish(other["identifier"], "describe")
    newest = page.get_by_role("row", name=re.compile(f"{other['number']}.*Succeeded"))
    expect(newest.first).to_be_visible(timeout=LIVE_MS)
    expect(heading).to_be_visible()
    settle(page)
    assert violations_of(page) == []
    assert faults_of(page) == []

    again = script.ask(workspace, "fit_model")
    runner.finish(again["identifier"], "fit_model")

    expect(heading).to_have_count(0, timeout=LIVE_MS)


def test_more_failures_than_three_are_shown_when_they_are_asked_for(
    open_page, script, runner, workspace
):
    for action in ("generate_dataset", "prepare", "fit_model", "describe"):
        made = script.ask(workspace, action)
        runner.report(made["identifier"], **{action: failed()})
    page = open_page("/", as_="amira")
    headings = page.get_by_role("heading", name=re.compile("failed in"))
    expect(headings).to_have_count(3)

    page.get_by_role("button", name=re.compile("Show [0-9]+ more that failed")).press("Enter")

    expect(
        page.get_by_role("heading", name=f"generate_dataset failed in {workspace}")
    ).to_be_visible()
