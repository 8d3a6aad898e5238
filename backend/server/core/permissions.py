"""Who may call a view, in the large; each view names one of these.

Finer questions belong to the policies of each app.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:  # DRF's settings import this module before its views are ready
    from rest_framework.views import APIView


class Nobody(BasePermission):
    """The default, so that a view that declares nothing is closed."""

    def has_permission(self, request: Request, view: "APIView") -> bool:  # noqa: ARG002
        """No."""
        return False


class Anyone(BasePermission):
    """Open to all, signed in or not, whatever `PUBLIC_READ` says."""

    def has_permission(self, request: Request, view: "APIView") -> bool:  # noqa: ARG002
        """Yes."""
        return True


class SignedIn(BasePermission):
    """A person by session or by personal token."""

    def has_permission(self, request: Request, view: "APIView") -> bool:  # noqa: ARG002
        """Whether a person is known."""
        return bool(request.user.is_authenticated)


class SignedInBySession(SignedIn):
    """A person in a browser: tokens, sessions and the account itself are no token's business."""

    message = "This is done in the browser alone, not by a personal token."

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether the person came by session."""
        return super().has_permission(request, view) and request.auth is None


class InOwnPerson(SignedInBySession):
    """A person in a browser, and no member of staff who sees the service as he does."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether the person himself is there."""
        is_viewed = getattr(request._request, "viewer", None) is not None
        if is_viewed:
            self.message = "This is shown to the person himself alone, not to who views as him."
        return super().has_permission(request, view) and not is_viewed


class PublicRead(BasePermission):
    """Reading is open while `PUBLIC_READ` is on; everything else needs a person."""

    def has_permission(self, request: Request, view: "APIView") -> bool:  # noqa: ARG002
        """Whether `PUBLIC_READ` or a person opens it."""
        if request.user.is_authenticated:
            return True
        return settings.PUBLIC_READ and request.method in ("GET", "HEAD", "OPTIONS")


class BackendByToken(BasePermission):
    """A job-runner that sent the token of an enabled backend."""

    def has_permission(self, request: Request, view: "APIView") -> bool:  # noqa: ARG002
        """Whether a token was recognised."""
        return request.auth is not None
