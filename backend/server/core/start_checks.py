"""What must be true before the service starts, beyond Django's own checks.

Apps register theirs when they are ready; web and `manage.py check` run them all, the worker those
that need no view. Other commands run none, so that the way out (`migrate`, `create_backend`) stays
open.
"""

from collections.abc import Callable

_checks: list[Callable[[], None]] = []
_web_checks: list[Callable[[], None]] = []


def register(check: Callable[[], None]) -> None:
    """Have `check` called before each start; it raises ImproperlyConfigured to stop it."""
    if check not in _checks:
        _checks.append(check)


def register_for_web(check: Callable[[], None]) -> None:
    """The same, for what needs every view: only who serves them has loaded them anyway."""
    if check not in _web_checks:
        _web_checks.append(check)


def run_for_web() -> None:
    """Run every registered check, those of views too.

    Raises:
        ImproperlyConfigured: as `run`.
    """
    run()
    for check in _web_checks:
        check()


def run() -> None:
    """Run the registered checks that need no view.

    Raises:
        ImproperlyConfigured: the first one that failed; its text is for the operator.
    """
    for check in _checks:
        check()
