"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import URLPattern, path, re_path

from server.runner_api.base import RunnerView
from server.runner_api.errors import unknown_path
from server.runner_api.views.job_requests import JobRequestsView
from server.runner_api.views.jobs import JobsView
from server.runner_api.views.release_notifications import ReleaseNotificationsView
from server.runner_api.views.users import UserView
from server.runner_api.views.workspaces import WorkspaceReleaseFlowView, WorkspaceStatusesView


def _both_forms(route: str, view: type[RunnerView]) -> list[URLPattern]:
    """`route` as runners know it, and the same with or without its last slash.

    A redirect would turn a POST into a GET. The second form is left out of the schema.
    """
    other = route.removesuffix("/") if route.endswith("/") else f"{route}/"
    return [path(route, view.as_view()), path(other, view.as_view(schema=None))]


urlpatterns: list[URLPattern] = [
    *_both_forms("job-requests/", JobRequestsView),
    *_both_forms("jobs/", JobsView),
    *_both_forms("users/<str:username>/", UserView),
    *_both_forms("workspaces/<str:name>/statuses/", WorkspaceStatusesView),
    *_both_forms("workspaces/<str:name>/status", WorkspaceReleaseFlowView),
    *_both_forms("release-notifications/", ReleaseNotificationsView),
    re_path("", unknown_path),
]
