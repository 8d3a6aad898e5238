"""What axe finds on a page, in both themes, and whether the page scrolls sideways."""

from pathlib import Path

import axe_playwright_python
from conftest import DESKTOP, PHONE
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# With preload axe fetches style sheets anew and fills the console with reports of the policy.
RUN_AXE = """async () => {
  const { violations } = await axe.run({ preload: false });
  const where = ({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)).join(" | ");
  return violations.map((found) => `${found.id}: ${found.help}: ${where(found)}`);
}"""


def faults_of(page: Page) -> list[str]:
    """Everything that axe says against the page as it stands, at both widths and in both themes."""
    found = []
    for viewport in (DESKTOP, PHONE):
        page.set_viewport_size(viewport)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            settle(page)
            found += [f"{theme} {viewport['width']}: {text}" for text in violations_of(page)]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > viewport["width"]:
            found.append(f"{viewport['width']}: the page is {width} wide")
    return found


OPENED = """Promise.allSettled(
    document.getAnimations()
        .filter((moving) => moving.effect.getTiming().iterations !== Infinity)
        .map((moving) => moving.finished)
)"""


def violations_of(page: Page) -> list[str]:
    """What axe says against the page as it stands now."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE)
    return found


def settle(page: Page) -> None:
    """Wait until what loads is here, and what opens has opened."""
    page.locator(".loading").first.wait_for(state="detached")
    page.evaluate(OPENED)
