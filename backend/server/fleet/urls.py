"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.fleet import views

urlpatterns = [
    path("backends", views.BackendsView.as_view()),
    path("backends/<slug:slug>", views.BackendView.as_view()),
    path("backends/<slug:slug>/calls", views.CallCountsView.as_view()),
    path("backends/<slug:slug>/events", views.BackendEventsView.as_view()),
    path("backends/<slug:slug>/members", views.BackendMembersView.as_view()),
    path("backends/<slug:slug>/members/<str:username>", views.BackendMemberView.as_view()),
    path("backends/<slug:slug>/tokens", views.BackendTokensView.as_view()),
    path("backends/<slug:slug>/tokens/<int:pk>", views.BackendTokenView.as_view()),
    path("backends/<slug:slug>/tokens/<int:pk>/rotate", views.RotateTokenView.as_view()),
    path("users/<str:username>/backends", views.UserBackendsView.as_view()),
]
