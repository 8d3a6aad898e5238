"""What staff set of one person here."""

from rest_framework import serializers


class UserOrgsIn(serializers.Serializer):
    """The organisations that a person is to belong to; he leaves all others."""

    orgs = serializers.ListField(
        child=serializers.CharField(), max_length=100, help_text="Slugs of organisations."
    )
