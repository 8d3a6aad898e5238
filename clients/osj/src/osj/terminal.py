"""The terminal as the commands write to it: what others wrote is shown there, and no more."""

import re
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.segment import Segment

_PIPE_WIDTH = 200  # tables that are piped are not folded to the width of a terminal
# All but the end of a line of what steers a terminal, or turns the direction of the text.
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class _Console(Console):
    """Names and messages come from studies and runners: they are text, whatever is in them."""

    def render(self, *args: Any, **kwargs: Any) -> Iterable[Segment]:
        """As the base class, without characters of the text that a terminal would obey."""
        for text, style, control in super().render(*args, **kwargs):
            yield Segment(text if control else _STEERING.sub("", text), style, control)


def out() -> Console:
    """Where results go."""
    return _console(stderr=False)


def err() -> Console:
    """Where all else goes."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = _Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = _PIPE_WIDTH
    return console
