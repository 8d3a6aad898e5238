"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.projects import views

urlpatterns = [
    path("orgs", views.OrgsView.as_view()),
    path("orgs/<slug:slug>", views.OrgView.as_view()),
    path("projects", views.ProjectsView.as_view()),
    path("projects/<slug:slug>", views.ProjectView.as_view()),
    path("repos", views.ReposView.as_view()),
    path("repos/<str:owner>/<str:name>/branches", views.BranchesView.as_view()),
    path("repos/<str:owner>/<str:name>/commits", views.CommitsView.as_view()),
    path("workspaces", views.WorkspacesView.as_view()),
    path("workspaces/<slug:name>", views.WorkspaceView.as_view()),
]
