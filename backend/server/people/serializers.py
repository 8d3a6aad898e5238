"""What people look like from outside. Nobody is told another person's e-mail address."""

from rest_framework import serializers

from server.people.actors import Actor
from server.people.models import PersonalToken


class PersonOut(serializers.Serializer):
    """A person, as everybody may see them."""

    username = serializers.CharField()
    name = serializers.CharField(source="display_name")


class MeOut(serializers.Serializer):
    """The person who asks; nobody else is shown this."""

    username = serializers.CharField(source="user.username")
    name = serializers.CharField(source="user.display_name")
    email = serializers.CharField(source="user.email")
    initials = serializers.CharField(source="user.initials")
    roles = serializers.SerializerMethodField()

    def get_roles(self, actor: Actor) -> list[str]:
        """The roles held everywhere, by name."""
        return sorted(actor.roles)


class SessionCanOut(serializers.Serializer):
    """What the caller may do that is about no object in particular."""

    create_workspace = serializers.BooleanField()
    administer = serializers.BooleanField()


class SignInWaysOut(serializers.Serializer):
    """The ways to sign in that this installation has."""

    password = serializers.BooleanField()
    github = serializers.BooleanField()


class SessionOut(serializers.Serializer):
    """Who is asking and what they may do; `user` is null for a visitor."""

    user = MeOut(allow_null=True)
    can = SessionCanOut()
    public_read = serializers.BooleanField()
    sign_in = SignInWaysOut()
    development = serializers.BooleanField()
    version = serializers.CharField()


class TokenOut(serializers.Serializer):
    """A personal token without its secret; `prefix` is how the secret begins."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    prefix = serializers.CharField()
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

    name = serializers.CharField(max_length=100, help_text="What it is for.")
    expires_in_days = serializers.IntegerField(
        default=90, min_value=1, max_value=PersonalToken.LONGEST_LIFE.days
    )
