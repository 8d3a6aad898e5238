"""Old addresses of pages."""

from rest_framework import serializers

from server.core.pagination import PageQuery
from server.people.serializers import PersonOut
from server.projects.addresses import paths_of
from server.projects.models import Redirect

_KINDS = [(kind, kind) for kind in ("org", "project", "workspace")]


class RedirectOut(serializers.Serializer):
    """An old address and where it leads."""

    id = serializers.IntegerField()
    old_path = serializers.CharField()
    leads_to = serializers.SerializerMethodField()
    kind = serializers.ChoiceField(choices=_KINDS)
    created_at = serializers.DateTimeField()
    created_by = PersonOut(allow_null=True)
    expires_at = serializers.DateTimeField()

    def get_leads_to(self, redirect: Redirect) -> str:
        """The address of today."""
        return paths_of(redirect.page)[0]


class RedirectQuery(PageQuery):
    """Which redirects."""

    kind = serializers.ChoiceField(choices=_KINDS, required=False)
    search = serializers.CharField(required=False, help_text="How the old address begins.")
