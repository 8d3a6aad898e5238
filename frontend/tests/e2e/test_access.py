"""Every page in both themes and at both widths: axe finds nothing, nothing scrolls sideways."""

import pytest
from e2e_axe import faults_of, settle, violations_of
from e2e_callers import failed, not_run, running, succeeded


@pytest.fixture(scope="module")
def places(server) -> dict[str, str]:
    """The path of every page, each with something on it."""
    script, runner = server.script(), server.runner()
    runner.poll()
    full, broken = (
        script.make_workspace(name="axe-study"),
        script.make_workspace(name="axe-broken", branch="broken"),
    )
    asked = script.ask(full, "report")
    runner.report(
        asked["identifier"],
        generate_dataset=succeeded(),
        prepare=succeeded(),
        fit_model=failed(),
        describe=running(),
        report=not_run(),
    )
    fresh = script.ask(full, "generate_dataset", backend="emis")
    job = script.get(f"job-requests/{asked['number']}")["jobs"][2]["identifier"]
    return {
        "home": "/",
        "sign-in": "/sign-in",
        "workspaces": "/workspaces",
        "new workspace": "/workspaces/new",
        "workspace": f"/workspaces/{full}",
        "repository": "/repos/opensafely/study",
        "where a repository is used": "/repo/https%3A%2F%2Fgithub.com%2Fnobody%2Fnothing",
        "new request": f"/workspaces/{full}/run?backend=tpp&actions=report",
        "problems of project.yaml": f"/workspaces/{broken}/run",
        "requests": "/requests?unfinished=true",
        "nothing found": "/requests?search=nonsense_of_mine",
        "request": f"/requests/{asked['number']}",
        "request as a graph": f"/requests/{asked['number']}?view=graph",
        "request not fetched": f"/requests/{fresh['number']}",
        "job": f"/requests/{asked['number']}/jobs/{job}",
        "job lookup": "/jobs/zzzzzzzz",
        "backends": "/backends",
        "tokens": "/tokens",
        "problem": "/problems/not-found",
        "problems": "/problems",
        "not found": "/there/is/no/such/page",
    }


PAGES = [
    "home", "sign-in", "workspaces", "new workspace", "workspace", "repository",
    "where a repository is used", "new request",
    "problems of project.yaml", "requests", "nothing found", "request", "request as a graph",
    "request not fetched", "job", "job lookup", "backends", "tokens", "problem", "problems",
    "not found",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, places, name):
    assert set(places) == set(PAGES)
    as_ = None if name == "sign-in" else "amira"
    page = open_page(places[name], as_=as_, color_scheme="light")

    found = faults_of(page)

    assert not found, "\n".join(found)


def test_a_visitors_home_passes_too(open_page, places):
    page = open_page("/")
    settle(page)
    assert violations_of(page) == []


def test_320_px_is_enough_for_every_page(open_page, places):
    page = open_page("/", as_="amira", viewport={"width": 320, "height": 700})
    wide = {}
    for name, path in places.items():
        page.goto(path)
        page.locator("h1").first.wait_for()
        settle(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
    assert not wide
