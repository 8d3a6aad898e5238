"""How people are let in."""

from rest_framework import serializers


class ApprovalIn(serializers.Serializer):
    """People, and the organisations and backends that they are to belong to from now on."""

    usernames = serializers.ListField(
        child=serializers.CharField(max_length=150), min_length=1, max_length=100
    )
    orgs = serializers.ListField(child=serializers.CharField(), default=list, max_length=100)
    backends = serializers.ListField(child=serializers.CharField(), default=list, max_length=100)
