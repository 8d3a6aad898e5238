"""What people look like from outside. Nobody is told another person's e-mail address."""

from rest_framework import serializers


class PersonOut(serializers.Serializer):
    """A person, as everybody may see them."""

    username = serializers.CharField()
    name = serializers.CharField(source="display_name")
