"""A run of 200 jobs, and what its page does when some of them move."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from conftest import Server
from e2e_callers import Runner, failed, running, succeeded, waiting
from e2e_study import large_pipeline
from playwright.sync_api import Page

JOBS = 200

# Which rows, bars and nodes were touched, by the action that they stand for.
_WATCH = """() => {
  window.touched = { rows: {}, bars: {}, nodes: {} };
  const places = { rows: "tbody tr", bars: ".timeline__row", nodes: ".graph__node" };
  const nameOf = (place) => /step_\\d{3}/.exec(place.textContent)?.[0];
  window.observer?.disconnect();
  window.observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      for (const [kind, selector] of Object.entries(places)) {
        const place = element?.closest(selector);
        if (place) window.touched[kind][nameOf(place)] = true;
      }
    }
  });
  const what = { subtree: true, childList: true, attributes: true, characterData: true };
  window.observer.observe(document.querySelector("main"), what);
}"""


@dataclass
class LargeRun:
    """A run of 200 actions of which 60 are done, 10 run and the rest wait."""

    runner: Runner
    identifier: str
    number: int
    created: dict[str, str]
    moved: int = 70

    def move_one(self) -> str:
        """Let one more job run; returns its action."""
        action = name_of(self.moved)
        self.moved += 1
        self.runner.report(self.identifier, **{action: running(minutes=30) | self.created})
        return action

    def fail_all(self) -> None:
        """Let all jobs fail."""
        ends = {name_of(number): failed() | self.created for number in range(JOBS)}
        self.runner.report(self.identifier, **ends)


def name_of(number: int) -> str:
    return f"step_{number:03}"


def make_large_run(server: Server, *, name: str = "many") -> LargeRun:
    """Asked for in a workspace of its own, and reported; `name` of its study."""
    server.add_study(name, pipeline=large_pipeline(JOBS))
    script, runner = server.script(), server.runner()
    made = script.ask(script.make_workspace(repo=name), "run_all")
    runner.poll()
    states: dict[str, dict[str, Any]] = {}
    for number in range(JOBS):
        states[name_of(number)] = (
            succeeded() if number < 60 else running(minutes=30) if number < 70 else waiting()
        )
    # Long ago: as the time goes on, so do all bars, but those of two days by minutes.
    long_ago = {"created_at": (datetime.now(UTC) - timedelta(days=2)).isoformat()}
    runner.report(made["identifier"], **{name: state | long_ago for name, state in states.items()})
    return LargeRun(runner, made["identifier"], made["number"], long_ago)


def watch_touches(page: Page) -> None:
    """From now on note which rows, bars and nodes change."""
    page.evaluate(_WATCH)


def touched(page: Page) -> dict[str, list[str]]:
    """The actions whose row, bar or node has changed since."""
    found = page.evaluate("touched")
    return {kind: sorted(names) for kind, names in found.items()}
