"""What people do on more than one page."""

from playwright.sync_api import Locator, Page


def find_and_pick(part: Page | Locator, label: str, name: str) -> None:
    """Type the beginning of a name into a field that searches, and pick it from what is found."""
    part.get_by_role("combobox", name=label, exact=True).fill(name[:8])
    part.get_by_role("option", name=name, exact=True).click()
