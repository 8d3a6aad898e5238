"""What people see and change of themselves; nobody else is shown it."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.core.serializers import AllowedOut
from server.people.models import RunMail, User


class OwnAccountCanOut(serializers.Serializer):
    """What the caller may do with his account."""

    close = AllowedOut()


class OwnAccountOut(serializers.Serializer):
    """The caller's own account."""

    username = serializers.CharField()
    fullname = serializers.CharField()
    email = serializers.CharField()
    wants_notices = serializers.BooleanField()
    run_mail = serializers.ChoiceField(choices=RunMail.choices)
    github = serializers.SerializerMethodField(
        help_text="The GitHub name by which the person signs in; null without one."
    )
    has_password = serializers.BooleanField(source="has_usable_password")
    needs_welcome = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    version = serializers.IntegerField()
    can = serializers.SerializerMethodField()

    @extend_schema_field(OwnAccountCanOut)
    def get_can(self, user: User) -> dict[str, object]:  # noqa: ARG002
        """What the view found out."""
        can: dict[str, object] = self.context["can"]
        return can

    def get_github(self, user: User) -> str | None:  # noqa: ARG002
        """What the view looked up."""
        name: str | None = self.context["github"]
        return name


class OwnAccountChangesIn(serializers.Serializer):
    """What to change; what is left out stays."""

    fullname = serializers.CharField(max_length=255, required=False)
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)
    wants_notices = serializers.BooleanField(required=False)
    run_mail = serializers.ChoiceField(
        choices=RunMail.choices,
        required=False,
        help_text="Mail about runs for which one asked to be told.",
    )
    welcomed = serializers.BooleanField(
        required=False, help_text="True ends the first-time welcome; it does not come again."
    )


class CloseAccountIn(serializers.Serializer):
    """That the caller means it."""

    username = serializers.CharField(help_text="One's own user name, typed out.")
    password = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        trim_whitespace=False,
        help_text="Needed where the account has one.",
    )
