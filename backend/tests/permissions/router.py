"""Every endpoint and method that the URL configuration offers, in the words of the table."""

import re
from collections import defaultdict

from server.core.declared_access import Mounted, mounted_views

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# Functions do not say which methods they take; those that are not here may take all.
_FUNCTIONS = {
    "page_or_redirect": ("GET",),
    "favicon": ("GET",),
    "metrics": ("GET",),
    "ready": ("GET",),
    "backend_contact": ("GET",),
    "database_availability": ("GET",),
}
# Patterns that stand for whatever is mounted nowhere.
_CATCH_ALL = {
    "unknown_address": "/api/…",
    "unknown_path": "/api/v2/…",
    "page_or_redirect": "/…",
}


def offered() -> dict[str, set[str]]:
    """Methods by path, as `/api/v3/workspaces/{name}`; both forms of a v2 path are one."""
    found: dict[str, set[str]] = defaultdict(set)
    for mounted in mounted_views():
        found[_path_of(mounted)].update(_methods_of(mounted.view))
    return dict(found)


def _path_of(mounted: Mounted) -> str:
    function = mounted.view.__name__
    if function in _CATCH_ALL:
        return _CATCH_ALL[function]
    path = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"{\1}", mounted.route)
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path)
    path = path.replace("/?", "").replace(r"\Z", "").replace("^", "")
    return "/" + path.strip("/")


def _methods_of(view: object) -> set[str]:
    if not isinstance(view, type):
        return set(_FUNCTIONS.get(view.__name__, METHODS))
    taken = getattr(view, "http_method_names", ())
    return {
        method for method in METHODS if hasattr(view, method.lower()) and method.lower() in taken
    }
