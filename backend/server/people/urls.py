"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.people import views

urlpatterns = [
    path("audit-events", views.AuditEventsView.as_view()),
    path("audit-events/kinds", views.AuditEventKindsView.as_view()),
    path("audit-exports", views.AuditExportsView.as_view()),
    path("account", views.AccountView.as_view()),
    path("account/close", views.CloseAccountView.as_view()),
    path("account/export", views.AccountExportView.as_view()),
    path("session", views.SessionView.as_view()),
    path("sessions", views.BrowserSessionsView.as_view()),
    path("sessions/all", views.AllSessionsView.as_view()),
    path("sessions/<int:pk>", views.BrowserSessionView.as_view()),
    path("tokens", views.TokensView.as_view()),
    path("tokens/<int:pk>", views.TokenView.as_view()),
    path("session/view-as", views.ViewAsView.as_view()),
    path("roles", views.RolesView.as_view()),
    path("role-changes", views.RoleChangesView.as_view()),
    path("users", views.UsersView.as_view()),
    path("users/<str:username>", views.UserView.as_view()),
    path("users/<str:username>/events", views.UserEventsView.as_view()),
    path("users/<str:username>/roles", views.UserRolesView.as_view()),
    path("users/<str:username>/sessions", views.UserSessionsView.as_view()),
    path("users/<str:username>/tokens/<int:pk>", views.UserTokenView.as_view()),
]
