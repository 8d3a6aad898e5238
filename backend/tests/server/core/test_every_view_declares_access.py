"""Who may call a view stands in the view itself, or the service does not start."""

from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.urls import include, path
from rest_framework.views import APIView

from server.core import start_checks
from server.core.declared_access import mounted_views, require_declared_access
from server.core.permissions import Anyone, Nobody


class Declared(APIView):
    permission_classes = [Anyone]


class Inherited(Declared):
    pass


class Emptied(APIView):
    permission_classes = []


def function(request):
    return HttpResponse()


@pytest.fixture
def mount(settings):
    """Makes views the whole URL configuration, below api/v3/."""
    settings.VIEWS_GUARDED_OTHERWISE = {}

    def mount(*patterns):
        below = ModuleType("below")
        below.urlpatterns = list(patterns)
        urls = ModuleType("urls")
        urls.urlpatterns = [path("api/v3/", include(below))]
        settings.ROOT_URLCONF = urls

    return mount


def test_every_view_of_the_service_declares_who_may_call_it():
    require_declared_access()

    assert len(list(mounted_views())) > 30


def test_it_is_a_check_of_the_start():
    assert require_declared_access in start_checks._web_checks


@pytest.mark.parametrize("view", [Inherited.as_view(), Emptied.as_view(), function])
def test_a_view_without_a_policy_stops_the_start(mount, view):
    mount(path("fine", Declared.as_view()), path("things/<int:pk>", view))

    with pytest.raises(ImproperlyConfigured) as stopped:
        start_checks.run_for_web()

    name = getattr(view, "cls", view).__qualname__
    assert str(stopped.value).startswith(
        f"Nothing says who may call api/v3/things/<int:pk> ({__name__}.{name}). Give the view "
    )
    assert "\n" not in str(stopped.value)


def test_check_fails_where_a_view_has_no_policy(mount, db):
    mount(path("things", function))

    with pytest.raises(CommandError, match=r"Nothing says who may call api/v3/things"):
        call_command("check")


def test_a_view_that_is_guarded_otherwise_is_named_with_its_guard(mount, settings):
    mount(path("things", function))
    settings.VIEWS_GUARDED_OTHERWISE = {f"{__name__}.function": "open: holds nothing"}

    require_declared_access()


def test_an_exception_that_is_gone_stops_the_start(mount, settings):
    mount(path("fine", Declared.as_view()))
    settings.VIEWS_GUARDED_OTHERWISE = {"server.gone.view": "open"}

    with pytest.raises(ImproperlyConfigured, match=r"mounted nowhere: server\.gone\.view"):
        require_declared_access()


def test_a_view_that_declares_nothing_is_closed(settings):
    assert settings.REST_FRAMEWORK["DEFAULT_PERMISSION_CLASSES"] == [
        f"{Nobody.__module__}.{Nobody.__qualname__}"
    ]
    assert Nobody().has_permission(None, None) is False
