"""Every address of the service; each app mounts its own once."""

from django.urls import include, path, re_path

from server.core.fast_lane import VersionsView
from server.core.openapi import DocsView, OpenApiView
from server.core.views import ProblemTypesView, favicon, health_check, unknown_address
from server.projects.views import page_or_redirect
from server.staff.metrics import metrics, ready

urlpatterns = [
    re_path(r"^health-check/?\Z", health_check),
    re_path(r"^readyz/?\Z", ready),
    re_path(r"^metrics/?\Z", metrics),
    path("favicon.ico", favicon),
    path("api/v2/", include("server.runner_api.urls")),
    path("api/v3/", include("server.people.urls")),
    path("api/v3/", include("server.projects.urls")),
    path("api/v3/", include("server.fleet.urls")),
    path("api/v3/", include("server.alerts.urls")),
    path("api/v3/", include("server.jobs.urls")),
    path("api/v3/", include("server.staff.urls")),
    path("api/v3/", include("server.search.urls")),
    path("api/v3/", include("server.notify.urls")),
    path("api/v3/problems", ProblemTypesView.as_view()),
    path("api/v3/versions", VersionsView.as_view()),
    path("api/openapi.yaml", OpenApiView.as_view(), name="schema"),
    re_path(r"^api/docs/?\Z", DocsView.as_view(url_name="schema")),
    path("", include("server.people.sign_in_urls")),
    path("_allauth/", include("server.people.second_factor.urls")),
    path("status/", include("server.runner_api.monitor_urls")),
    re_path(r"^(?:api|static|vendor|app|styles|images|_allauth|accounts)(?:/|\Z)", unknown_address),
    # Everything else is a screen of the single-page app, which knows its own addresses, or was one.
    re_path(r"^", page_or_redirect),
]

handler400 = "server.core.problems.bad_request"
handler404 = "server.core.problems.not_found"
handler500 = "server.core.problems.server_error"
