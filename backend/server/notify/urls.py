"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.notify import views

urlpatterns = [
    path("notices", views.NoticesView.as_view()),
    path("notices/read", views.ReadNoticesView.as_view()),
    path("projects/<slug:slug>/webhooks", views.WebhooksView.as_view()),
    path("projects/<slug:slug>/webhooks/<int:pk>", views.WebhookView.as_view()),
    path("projects/<slug:slug>/webhooks/<int:pk>/test", views.TestWebhookView.as_view()),
    path(
        "projects/<slug:slug>/webhooks/<int:pk>/deliveries", views.WebhookDeliveriesView.as_view()
    ),
    path(
        "projects/<slug:slug>/webhooks/<int:pk>/deliveries/<int:delivery>/send",
        views.SendAgainView.as_view(),
    ),
    path("notices/unread", views.UnreadNoticesView.as_view()),
]
