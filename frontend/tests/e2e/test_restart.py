"""The server is ended and begun anew under open pages, which say so, wait, and catch up."""

import re
from collections.abc import Iterator

import pytest
from conftest import DESKTOP, PHONE, OpenPage, Server, running_server
from e2e_axe import faults_of
from e2e_callers import failed, running, succeeded, waiting
from playwright.sync_api import Locator, Page, expect


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of these tests alone: no other journey notices that it is gone."""
    with running_server(tmp_path_factory.mktemp("restart")) as server:
        yield server


@pytest.fixture
def asked(script, runner, workspace):
    made = script.ask(workspace, "report")
    runner.report(
        made["identifier"],
        generate_dataset=succeeded(),
        prepare=running(),
        fit_model=waiting(),
        describe=waiting(),
        report=waiting(),
    )
    return made


def connection(page: Page) -> Locator:
    """The region that is read out."""
    return page.locator(".connection[role=status]")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])
def test_open_pages_say_that_the_server_is_gone_and_catch_up_when_it_is_back(
    server: Server, open_page: OpenPage, runner, workspace, asked, viewport
):
    run = open_page(f"/requests/{asked['number']}", as_="amira", viewport=viewport)
    form = open_page(f"/workspaces/{workspace}", as_="amira", viewport=viewport)
    form.get_by_role("button", name="Change purpose or branch").click()
    form.get_by_label("Purpose").fill("Half a sen")
    for page in (run, form):
        expect(connection(page)).to_be_empty()

    own = f"/api/v3/workspaces/{workspace}"
    with form.expect_event("requestfailed", lambda request: own in request.url, timeout=40_000):
        server.process.stop()

    for page in (run, form):
        expect(connection(page)).to_have_text(
            re.compile(r"Reconnecting… What you see is as of \d\d:\d\d\.")
        )
        expect(connection(page).get_by_text("Reconnecting")).to_be_in_viewport()
    assert faults_of(run) == []
    form.get_by_label("Purpose").press_sequentially("tence")

    server.process.start()
    runner.report(asked["identifier"], prepare=failed())

    expect(run.get_by_role("heading", name=re.compile("prepare failed"))).to_be_visible()
    requests = form.get_by_role("table", name=f"Requests in {workspace}")
    expect(requests.get_by_role("img", name=re.compile("1 failed"))).to_be_visible()
    for page in (run, form):
        expect(connection(page)).to_be_empty()
    expect(form.get_by_label("Purpose")).to_have_value("Half a sentence")
    expect(form.get_by_label("Purpose")).to_be_focused()
