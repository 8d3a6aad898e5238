"""What everybody sees of people, what staff do, and which people are asked for."""

from rest_framework import serializers

from server.core.pagination import PageQuery
from server.core.serializers import AllowedOut, NameField
from server.people.querysets import MISSING
from server.people.roles import GLOBAL_ROLES
from server.people.serializers.tokens import TokenOut


class PlaceOut(serializers.Serializer):
    """An organisation or backend that a person belongs to."""

    slug = serializers.CharField()
    name = serializers.CharField()


class MembershipOut(PlaceOut):
    """A project that a person belongs to, with the roles held there."""

    roles = serializers.ListField(child=serializers.CharField())


class AccountOut(serializers.Serializer):
    """What staff alone see of a person."""

    email = serializers.CharField()
    is_active = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    last_seen_at = serializers.DateTimeField(allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)
    roles = serializers.ListField(child=serializers.CharField())
    orgs = PlaceOut(many=True)
    backends = PlaceOut(many=True)


class UserOut(serializers.Serializer):
    """A person; `account` is null for callers without `user_manage`."""

    username = serializers.CharField()
    name = serializers.CharField()
    projects = MembershipOut(many=True)
    account = AccountOut(allow_null=True)


class UserCanOut(serializers.Serializer):
    """What the caller may do with the account of a person."""

    change = AllowedOut()
    set_roles = AllowedOut()
    make_administrator = AllowedOut()
    view_as = AllowedOut()


class AccountDetailOut(AccountOut):
    """All that staff see of one person."""

    version = serializers.IntegerField()
    sessions = serializers.IntegerField(help_text="In how many places the person is signed in.")
    tokens = TokenOut(many=True)
    can = UserCanOut()


class UserDetailOut(UserOut):
    """One person; `account` is null for callers without `user_manage`."""

    account = AccountDetailOut(allow_null=True)


class UserQuery(PageQuery):
    """Which people. All but `search` is for holders of `user_manage`."""

    search = serializers.CharField(
        required=False,
        max_length=150,
        help_text="How a name or user name begins; for staff an e-mail address too.",
    )
    backend = serializers.CharField(required=False, help_text="Slug of a backend.")
    org = serializers.CharField(required=False, help_text="Slug of an organisation.")
    role = serializers.ChoiceField(choices=sorted(GLOBAL_ROLES), required=False)
    any_roles = serializers.BooleanField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Whether a role is held, everywhere or in a project.",
    )
    missing = serializers.ChoiceField(
        choices=sorted(MISSING), required=False, help_text="What the person belongs to none of."
    )
    disabled = serializers.BooleanField(
        required=False, help_text="The accounts that are switched off, instead of all."
    )


class UserChangesIn(serializers.Serializer):
    """What to change of an account."""

    fullname = NameField(max_length=255, required=False)
    is_active = serializers.BooleanField(required=False)


class UserEventsQuery(PageQuery):
    """Which events of a person."""

    verb = serializers.ListField(
        child=serializers.CharField(max_length=60),
        required=False,
        help_text="Kinds of events, such as `role.given`; may be repeated.",
    )


class SignedOutOut(serializers.Serializer):
    """In how many places a person was signed out."""

    sessions = serializers.IntegerField()
