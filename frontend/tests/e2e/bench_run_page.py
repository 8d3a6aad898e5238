"""How long the main thread of a browser is busy with the page of a run of 200 jobs.

`make bench-page`; collected by its name alone. Promised is that no task of the main thread takes
longer than 50 ms, when the page is opened and while a job moves, with timeline, graph or table in
sight; that is told and fails nothing, as a busy machine stretches every task.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from conftest import DESKTOP, PHONE, OpenPage, Server
from e2e_many import LargeRun, make_large_run
from playwright.sync_api import CDPSession, Page, expect

_LONG_TASKS = """window.longTasks = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longTasks.push(task.duration);
}).observe({ type: "longtask", buffered: true })"""


@pytest.fixture(scope="module")
def run(server: Server) -> LargeRun:
    return make_large_run(server)


class Meter:
    """Reads what Chromium counts of a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: CDPSession = page.context.new_cdp_session(page)
        # Of the processor, so that what else this machine does is not measured.
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.add_init_script(_LONG_TASKS)

    def tell_of_opening(self) -> None:
        """Print the long tasks since the page was loaded."""
        print(f"{'opened':<44} {_kept(self._page.evaluate('window.longTasks'))}")  # noqa: T201

    @contextmanager
    def measuring(self, what: str, *, times: int) -> Iterator[None]:
        """Print what one of `times` took of the main thread, in ms, and all of its long tasks."""
        self._page.evaluate("window.longTasks = []")
        before = self._read()
        yield
        after = self._read()
        ms = {key: (after[key] - before[key]) * 1000 / times for key in before}
        long_tasks = self._page.evaluate("window.longTasks")
        print(  # noqa: T201 - what this file is for
            f"{what:<44} task {ms['TaskDuration']:6.1f}  script {ms['ScriptDuration']:6.1f}  "
            f"style {ms['RecalcStyleDuration']:5.1f}  layout {ms['LayoutDuration']:5.1f} ms; "
            f"{_kept(long_tasks)}"
        )

    def _read(self) -> dict[str, float]:
        keys = ("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
        found = self._session.send("Performance.getMetrics")["metrics"]
        return {each["name"]: each["value"] for each in found if each["name"] in keys}


def _kept(long_tasks: Sequence[float]) -> str:
    """Whether all tasks were under 50 ms; Chromium tells of the others alone."""
    if not long_tasks:
        return "no task over 50 ms: kept"
    return f"{len(long_tasks)} tasks over 50 ms, the longest {max(long_tasks):.0f} ms: NOT KEPT"


@pytest.mark.parametrize(
    ("view", "viewport"),
    [
        ("timeline", DESKTOP),
        ("graph", DESKTOP),
        ("graph", PHONE),
        ("table", DESKTOP),
        ("table", PHONE),
    ],
    ids=["timeline", "graph", "graph on a phone", "table", "table on a phone"],
)
def bench_run_page(open_page: OpenPage, run: LargeRun, view: str, viewport: dict[str, int]) -> None:
    page = open_page("/", as_="amira", viewport=viewport)
    meter = Meter(page)
    # No locator until the end: it would have Chromium lay out what is out of sight, and animations
    # that begin there stay on the main thread for good.
    page.goto(f"/requests/{run.number}?view={view}", wait_until="commit")
    page.wait_for_timeout(4000)
    print(f"\n200 jobs, {view}, {viewport['width']} px:")  # noqa: T201 - as above
    meter.tell_of_opening()
    assert page.evaluate("document.querySelectorAll('tbody tr').length") == 200
    if view == "table":
        page.evaluate(f"document.querySelectorAll('tbody tr')[{run.moved}].scrollIntoView()")
        page.wait_for_timeout(1000)
    with meter.measuring("nothing happens, one second", times=10):
        page.wait_for_timeout(10_000)
    with meter.measuring("one job moves", times=5):
        for _ in range(5):
            action = run.move_one()
            # A locator would look through the whole page, again and again, in the time measured.
            page.wait_for_timeout(3000)
    row = page.get_by_role("row").filter(has=page.get_by_text(action, exact=True))
    expect(row).to_contain_text("Running")
    if view != "graph":
        with meter.measuring("another row is selected", times=10):
            for number in range(10):
                page.evaluate(f"document.querySelectorAll('tbody tr')[{number}].click()")
                page.wait_for_timeout(100)
        return
    page.get_by_role("button", name=re.compile(r"^step_0\d\d,")).first.click()
    with meter.measuring("the selection moves by a key", times=20):
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp") * 5:
            page.keyboard.press(key)
            page.wait_for_timeout(100)
    with meter.measuring("zoomed by a button", times=6):
        for name in ("Zoom out", "Zoom in", "Zoom in", "Zoom out", "Zoom out", "Zoom in"):
            page.evaluate(f"document.querySelector('[aria-label=\"{name}\"]').click()")
            page.wait_for_timeout(100)
    drawing = page.locator(".graph__view")
    box = drawing.bounding_box()
    assert box
    with meter.measuring("panned by 20 steps of the mouse", times=1):
        page.mouse.move(box["x"] + box["width"] - 4, box["y"] + 4)
        page.mouse.down()
        page.mouse.move(box["x"] + 300, box["y"] + 40, steps=20)
        page.mouse.up()
