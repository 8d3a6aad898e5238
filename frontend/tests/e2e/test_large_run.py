"""The page of a run of 200 jobs draws what has moved, and nothing else.

Counts, no times; `make bench-page` measures how long the browser is busy.
"""

import re

import pytest
from conftest import DESKTOP, PHONE, OpenPage, Server
from e2e_axe import violations_of
from e2e_many import JOBS, LargeRun, make_large_run, touched, watch_touches
from playwright.sync_api import Page, Request, expect

# How many rows and bars there were after each change of the page that made more.
_COUNT_STEPS = """window.steps = { rows: [], bars: [] };
new MutationObserver(() => {
  const places = { rows: "tbody tr", bars: ".timeline__name" };
  for (const [kind, selector] of Object.entries(places)) {
    const count = document.querySelectorAll(selector).length;
    if (count > (window.steps[kind].at(-1) ?? 0)) window.steps[kind].push(count);
  }
}).observe(document, { subtree: true, childList: true })"""


@pytest.fixture(scope="module")
def run(server: Server) -> LargeRun:
    return make_large_run(server)


def test_what_is_in_sight_is_drawn_first_and_the_rest_in_steps(open_page: OpenPage, run: LargeRun):
    page = open_page("/", as_="amira")
    page.add_init_script(_COUNT_STEPS)

    page.goto(f"/requests/{run.number}")
    expect(page.locator("tbody tr")).to_have_count(JOBS)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)

    steps = [40, 80, 120, 160, JOBS]
    assert page.evaluate("steps") == {"rows": steps, "bars": steps}


def test_the_way_back_leads_to_where_the_reader_was(open_page: OpenPage, run: LargeRun):
    page = open_page(f"/requests/{run.number}", as_="amira", viewport=PHONE)
    link = page.locator(".timeline__row[data-action=step_120] a")
    link.scroll_into_view_if_needed()
    before = link.bounding_box()

    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("step_120")
    page.go_back()

    expect(link).to_be_in_viewport()
    assert link.bounding_box() == pytest.approx(before, abs=2)


def test_a_job_that_moves_touches_its_own_row_and_bar(open_page: OpenPage, run: LargeRun):
    page = open_page(f"/requests/{run.number}", as_="amira")
    expect(page.locator("tbody tr")).to_have_count(JOBS)
    expect(page.locator(".timeline__row")).to_have_count(JOBS)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/api/v3/" in request.url and "/versions" not in request.url:
            asked.append(request.url.partition("/api/v3/")[2])

    page.on("request", note)
    watch_touches(page)
    moved = [run.move_one() for _ in range(3)]
    for action in moved:
        state = page.locator(f"tbody tr:has(a:text-is('{action}')) [data-column=state]")
        expect(state).to_have_text("Running")

    assert touched(page)["rows"] == moved
    assert touched(page)["bars"] == moved
    assert 1 <= len(asked) <= 3
    assert set(asked) == {f"job-requests/{run.number}"}


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "390px"])
def test_the_graph_has_every_job_and_shows_the_selected_one(
    open_page: OpenPage, run: LargeRun, viewport: dict[str, int]
):
    page = open_page("/", as_="amira", viewport=viewport)

    with page.expect_event("worker"):  # the layout takes no time of the page
        page.goto(f"/requests/{run.number}?view=graph&action=step_100")
    expect(page.locator(".graph__node")).to_have_count(JOBS)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)

    assert page.locator(".graph__line").count() <= 5, "edges of one look are one element"
    drawing, legible = page.locator(".graph__box").first, 228 * 0.6
    assert (drawing.bounding_box() or {"width": 0})["width"] >= legible
    assert _is_in_sight(page, "step_100")
    page.get_by_role("button", name="Zoom in").click()
    assert _is_in_sight(page, "step_100")
    page.locator("tbody").get_by_text("step_003", exact=True).locator("xpath=ancestor::tr").click()
    page.wait_for_function("document.querySelector('.graph__view').scrollLeft < 400")
    assert _is_in_sight(page, "step_003")
    page.get_by_role("button", name="Fit", exact=True).click()
    page.wait_for_function(
        "() => { const { scrollWidth, clientWidth } = document.querySelector('.graph__view');"
        "return scrollWidth <= clientWidth }"
    )
    assert violations_of(page) == []


def test_a_job_that_moves_touches_its_own_node(open_page: OpenPage, run: LargeRun):
    page = open_page(f"/requests/{run.number}?view=graph", as_="amira")
    expect(page.locator(".graph__node")).to_have_count(JOBS)
    page.wait_for_load_state("networkidle")
    watch_touches(page)

    moved = run.move_one()

    expect(page.get_by_role("button", name=re.compile(f"^{moved}, running"))).to_be_attached()
    assert touched(page)["nodes"] == [moved]


def _is_in_sight(page: Page, action: str) -> bool:
    """Whether the graph's own window shows the middle of an action's node."""
    return page.evaluate(
        """action => {
          const view = document.querySelector(".graph__view").getBoundingClientRect();
          const { left, right, top, bottom } = document
            .querySelector(`[data-node=${action}] .graph__box`)
            .getBoundingClientRect();
          const [x, y] = [(left + right) / 2, (top + bottom) / 2];
          return view.left < x && x < view.right && view.top < y && y < view.bottom;
        }""",
        action,
    )


def test_keys_move_the_selection_in_all_views_and_touch_two_rows(
    open_page: OpenPage, run: LargeRun
):
    page = open_page(f"/requests/{run.number}?view=graph&action=step_100", as_="amira")
    chosen = page.locator("tbody tr[aria-current=true]")
    page.locator("[data-node=step_100]").focus()
    page.keyboard.press("ArrowRight")
    expect(chosen.locator("th")).not_to_have_text("step_100")
    page.keyboard.press("ArrowLeft")
    before = page.locator("[data-node]:focus").get_attribute("data-node") or ""
    expect(chosen.locator("th")).to_have_text(before)
    watch_touches(page)

    page.keyboard.press("ArrowRight")

    expect(chosen.locator("th")).not_to_have_text(before)
    after = page.locator("[data-node]:focus").get_attribute("data-node") or ""
    expect(chosen.locator("th")).to_have_text(after)
    assert touched(page)["rows"] == sorted([before, after])
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(f"[data-node={after}]")).to_be_visible()
    assert violations_of(page) == []


def test_a_table_out_of_sight_is_not_laid_out_until_it_is_seen(open_page: OpenPage, run: LargeRun):
    page = open_page(f"/requests/{run.number}", as_="amira")
    expect(page.locator("tbody tr")).to_have_count(JOBS)
    is_laid_out = "row => row.checkVisibility({ contentVisibilityAuto: true })"
    first = page.locator("tbody tr").first

    assert not first.evaluate(is_laid_out)
    page.locator("#jobs").scroll_into_view_if_needed()
    page.mouse.wheel(0, 600)
    expect(first).to_be_in_viewport()
    assert first.evaluate(is_laid_out)


def test_very_many_that_did_not_succeed_are_named_by_a_short_link(
    open_page: OpenPage, server: Server
):
    run = make_large_run(server, name="many-failed")
    run.fail_all()
    page = open_page(f"/requests/{run.number}", as_="amira")
    link = page.get_by_role("link", name=f"Run the {JOBS} that did not succeed…")

    assert len(link.locator("visible=true").get_attribute("href") or "") < 200
    link.locator("visible=true").click()
    expect(page.get_by_text(f"{JOBS} jobs will run on TPP.")).to_be_visible()
    page.reload()
    expect(page.get_by_text(f"{JOBS} jobs will run on TPP.")).to_be_visible()
