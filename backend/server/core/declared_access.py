"""Default deny: who may call a view stands in the view itself, or the service does not start."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Mounted:
    """A view at one address of the URL configuration; `view` is its class, or the function."""

    route: str
    view: Any

    @property
    def name(self) -> str:
        """The view's full name, as the list of exceptions has it."""
        return f"{self.view.__module__}.{self.view.__qualname__}"

    @property
    def declares_access(self) -> bool:
        """Whether its own class body has `permission_classes`; inherited ones do not count."""
        return isinstance(self.view, type) and bool(vars(self.view).get("permission_classes"))


def mounted_views() -> Iterator[Mounted]:
    """Every view of the URL configuration."""
    yield from _below(get_resolver().url_patterns, "")


def _below(entries: list[URLPattern | URLResolver], prefix: str) -> Iterator[Mounted]:
    for entry in entries:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _below(entry.url_patterns, route)
        else:
            view = entry.callback
            yield Mounted(
                route, getattr(view, "cls", None) or getattr(view, "view_class", None) or view
            )


def require_declared_access() -> None:
    """Stop the start where a view says nowhere who may call it.

    Raises:
        ImproperlyConfigured: naming path and view of each, or an exception that is gone.
    """
    guarded: Mapping[str, str] = settings.VIEWS_GUARDED_OTHERWISE
    mounted = list(mounted_views())
    undeclared = [
        f"{each.route} ({each.name})"
        for each in mounted
        if not each.declares_access and each.name not in guarded
    ]
    if undeclared:
        raise ImproperlyConfigured(
            f"Nothing says who may call {', '.join(undeclared)}. Give the view permission_classes "
            "in its own class body, or name it in config/access.py with what guards it."
        )
    gone = sorted(set(guarded) - {each.name for each in mounted})
    if gone:
        raise ImproperlyConfigured(
            f"config/access.py names views that are mounted nowhere: {', '.join(gone)}. "
            "Take them off the list."
        )
