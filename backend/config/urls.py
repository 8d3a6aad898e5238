"""Every address of the service; each app mounts its own once."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularSwaggerSplitView, SpectacularYAMLAPIView

from server.core.views import ProblemTypesView, health_check, single_page_app, unknown_address

urlpatterns = [
    re_path(r"^health-check/?\Z", health_check),
    path("api/v2/", include("server.runner_api.urls")),
    path("api/v3/", include("server.people.urls")),
    path("api/v3/", include("server.projects.urls")),
    path("api/v3/", include("server.fleet.urls")),
    path("api/v3/", include("server.jobs.urls")),
    path("api/v3/problems", ProblemTypesView.as_view()),
    path("api/openapi.yaml", SpectacularYAMLAPIView.as_view(), name="schema"),
    re_path(r"^api/docs/?\Z", SpectacularSwaggerSplitView.as_view(url_name="schema")),
    path("_allauth/", include("server.people.sign_in_urls")),
    path("status/", include("server.runner_api.monitor_urls")),
    re_path(r"^(?:api|static|vendor|app|styles|images|_allauth|accounts)(?:/|\Z)", unknown_address),
    # Everything else is a screen of the single-page app, which knows its own addresses.
    re_path(r"^", single_page_app),
]

handler400 = "server.core.problems.bad_request"
handler404 = "server.core.problems.not_found"
handler500 = "server.core.problems.server_error"
