"""Status pages for monitors, below the prefix at which config/urls.py mounts them."""

from django.urls import URLPattern, re_path

from server.runner_api import monitors

urlpatterns: list[URLPattern] = [
    re_path(r"^(?P<slug>[^/\x00]+)/?\Z", monitors.backend_contact),
    re_path(r"^(?P<slug>[^/\x00]+)/db-availability/?\Z", monitors.database_availability),
]
