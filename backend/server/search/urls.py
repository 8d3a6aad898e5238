"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import path

from server.search.views import SearchView

urlpatterns = [path("search", SearchView.as_view())]
