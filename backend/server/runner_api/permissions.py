"""Who may call what, beyond the backend's token."""

from django.conf import settings
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView


class AnonymousListing(BasePermission):
    """Anyone may list active requests, where the installation allows that."""

    def has_permission(self, request: Request, view: APIView) -> bool:  # noqa: ARG002
        """Whether `ANONYMOUS_JOB_REQUESTS` is on."""
        return settings.ANONYMOUS_JOB_REQUESTS
