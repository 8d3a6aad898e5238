"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.jobs import views

urlpatterns = [
    path("workspaces/<str:name>/pipeline", views.PipelineView.as_view()),
    path("workspaces/<str:name>/plan", views.PlanView.as_view()),
    path("workspaces/<str:name>/statuses", views.ActionStatusesView.as_view()),
    path("workspaces/<str:name>/job-requests", views.WorkspaceJobRequestsView.as_view()),
    path("account/failures", views.StandingFailuresView.as_view()),
    path("backends/<slug:slug>/cancel-waiting", views.CancelWaitingView.as_view()),
    path("job-requests", views.JobRequestsView.as_view()),
    path("job-requests/<str:identifier>", views.JobRequestView.as_view()),
    path("job-requests/<str:identifier>/comparison", views.ComparisonView.as_view()),
    path("job-requests/<str:identifier>/cancel", views.CancelView.as_view()),
    path("job-requests/<str:identifier>/jobs/<str:job>", views.JobOfRequestView.as_view()),
    path("jobs/<str:identifier>", views.JobView.as_view()),
]
