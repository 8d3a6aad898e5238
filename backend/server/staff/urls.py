"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.staff import views
from server.staff.dashboards import views as dashboards
from server.staff.fleet import views as fleet

urlpatterns = [
    path("dashboards/copiloting", dashboards.CopilotingView.as_view()),
    path("dashboards/projects", dashboards.ProjectsInFiguresView.as_view()),
    path("dashboards/repos", dashboards.LongRunningReposView.as_view()),
    path("dashboards/repos/at-host", dashboards.ReposAtHostView.as_view()),
    path(
        "dashboards/repos-with-multiple-projects", dashboards.ReposOfSeveralProjectsView.as_view()
    ),
    path("fleet", fleet.FleetView.as_view()),
    path("fleet/stop", fleet.FleetStopView.as_view()),
    path("user-approvals", views.UserApprovalsView.as_view()),
]
