"""How long something took: seconds, and the words for them."""

from datetime import datetime

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def seconds_between(start: datetime | None, end: datetime | None) -> int | None:
    """Whole seconds; 0 where a clock makes it negative, None where a time is missing."""
    if start is None or end is None:
        return None
    return max(0, int((end - start).total_seconds()))


def in_words(seconds: int) -> str:
    """As people say it: `38 s`, `4 min 12 s` (below ten), `23 min`, `1 h 32 min`, `2 d 4 h`."""
    if seconds < _MINUTE:
        return f"{seconds} s"
    if seconds < 10 * _MINUTE:
        return _two(seconds, _MINUTE, "min", 1, "s")
    if seconds < _HOUR:
        return f"{seconds // _MINUTE} min"
    if seconds < _DAY:
        return _two(seconds, _HOUR, "h", _MINUTE, "min")
    return _two(seconds, _DAY, "d", _HOUR, "h")


def _two(seconds: int, large: int, large_unit: str, small: int, small_unit: str) -> str:
    whole, rest = divmod(seconds, large)
    return f"{whole} {large_unit}" + (f" {rest // small} {small_unit}" if rest >= small else "")
