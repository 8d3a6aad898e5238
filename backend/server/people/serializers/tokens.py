"""What personal tokens look like, and how they come in."""

from rest_framework import serializers

from server.core.serializers import NameField
from server.people.models import PersonalToken, Scope


class TokenOut(serializers.Serializer):
    """A personal token without its secret; `prefix` is how the secret begins."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    prefix = serializers.CharField()
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=Scope.choices))
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField()
    revoked_at = serializers.DateTimeField(allow_null=True)


class TokensOut(serializers.Serializer):
    """The caller's tokens."""

    results = TokenOut(many=True)


class NewTokenOut(TokenOut):
    """A token just made, with its secret."""

    token = serializers.CharField(
        allow_null=True,
        help_text="The secret. It is kept nowhere, so a repeat of the request answers null.",
    )


class TokenIn(serializers.Serializer):
    """A token to make."""

    name = NameField(max_length=100, help_text="What it is for.")
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=Scope.choices),
        default=lambda: [Scope.READ.value],
        min_length=1,
        help_text="What it may do; `read` is in all of them, and alone where none are given.",
    )
    expires_in_days = serializers.IntegerField(
        default=90, min_value=1, max_value=PersonalToken.LONGEST_LIFE.days
    )
