"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.fleet import views

urlpatterns = [
    path("backends", views.BackendsView.as_view()),
    path("backends/<slug:slug>", views.BackendView.as_view()),
]
