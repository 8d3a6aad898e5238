"""Who may call a view stands in the view itself: nobody gets in because somebody forgot."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from server.core.permissions import Nobody

# Functions have no permission classes; each of these is open on purpose.
OPEN_FUNCTIONS = {
    "server.core.views.health_check",
    "server.core.views.single_page_app",
    "server.core.views.unknown_address",
    "server.runner_api.errors.unknown_path",
    "server.runner_api.monitors.backend_contact",
    "server.runner_api.monitors.database_availability",
}
# Classes of the sign-in library, which asks for the person or the CSRF token itself.
OF_THE_LIBRARY = {
    "server.people.sign_in_views.SignInView",
    "allauth.headless.account.views.SessionView",
}
# The schema's views take their permission from SPECTACULAR_SETTINGS.
OF_THE_SCHEMA = {
    "drf_spectacular.views.SpectacularSwaggerSplitView",
    "drf_spectacular.views.SpectacularYAMLAPIView",
}


def views(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple]:
    for entry in patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from views(entry.url_patterns, path)
        else:
            view = entry.callback
            yield path, getattr(view, "cls", None) or getattr(view, "view_class", None) or view


def name_of(view) -> str:
    return f"{view.__module__}.{view.__qualname__}"


def test_every_view_declares_who_may_call_it_in_its_own_class_body():
    allowed = OPEN_FUNCTIONS | OF_THE_LIBRARY | OF_THE_SCHEMA
    found = dict(views(get_resolver().url_patterns))
    undeclared = {
        f"{path} ({name_of(view)})"
        for path, view in found.items()
        if name_of(view) not in allowed and not vars(view).get("permission_classes")
    }

    assert len(found) > 30
    assert undeclared == set()


def test_the_lists_of_exceptions_name_nothing_that_is_gone():
    found = {name_of(view) for _, view in views(get_resolver().url_patterns)}

    assert found >= OPEN_FUNCTIONS | OF_THE_LIBRARY | OF_THE_SCHEMA


def test_a_view_that_declares_nothing_is_closed(settings):
    assert settings.REST_FRAMEWORK["DEFAULT_PERMISSION_CLASSES"] == [
        f"{Nobody.__module__}.{Nobody.__qualname__}"
    ]
    assert Nobody().has_permission(None, None) is False
