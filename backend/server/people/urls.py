"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.people import views

urlpatterns = [
    path("session", views.SessionView.as_view()),
    path("tokens", views.TokensView.as_view()),
    path("tokens/<int:pk>", views.TokenView.as_view()),
]
