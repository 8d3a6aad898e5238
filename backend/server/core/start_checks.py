"""What must be true before the service starts, beyond Django's own checks.

Apps register theirs when they are ready; web, worker and `manage.py check` run them all. Other
commands do not, so that the way out (`migrate`, `create_backend`) stays open.
"""

from collections.abc import Callable

_checks: list[Callable[[], None]] = []


def register(check: Callable[[], None]) -> None:
    """Have `check` called before each start; it raises ImproperlyConfigured to stop it."""
    if check not in _checks:
        _checks.append(check)


def run() -> None:
    """Run every registered check.

    Raises:
        ImproperlyConfigured: the first one that failed; its text is for the operator.
    """
    for check in _checks:
        check()
