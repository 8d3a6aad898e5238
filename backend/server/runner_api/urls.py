"""Addresses of this app, below the prefix at which config/urls.py mounts them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
