"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.alerts import views

urlpatterns = [
    path("site-alerts", views.SiteAlertsView.as_view()),
    path("site-alerts/<int:pk>", views.SiteAlertView.as_view()),
    path("site-alerts/<int:pk>/events", views.SiteAlertEventsView.as_view()),
]
