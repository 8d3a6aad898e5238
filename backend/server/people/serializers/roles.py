"""What roles look like, and how they are given."""

from typing import Any

from rest_framework import serializers

from server.people.roles import DESCRIPTIONS, PERMISSIONS, Role, held_on

_MOST_AT_ONCE = 500


class RoleDescriptionOut(serializers.Serializer):
    """A role, what it lets one do and where it may be held."""

    name = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    permissions = serializers.ListField(child=serializers.CharField())
    held_on = serializers.ListField(
        child=serializers.CharField(), help_text="`everywhere`, `in a project` or both."
    )


class RolesOut(serializers.Serializer):
    """Every role there is."""

    results = RoleDescriptionOut(many=True)


def catalogue() -> list[dict[str, Any]]:
    """Every role as `RoleDescriptionOut` shows it, by name."""
    return [
        {
            "name": role.value,
            "title": role.label,
            "description": DESCRIPTIONS[role],
            "permissions": sorted(PERMISSIONS[role]),
            "held_on": held_on(role),
        }
        for role in Role
    ]


class RolesIn(serializers.Serializer):
    """The roles that a person is to hold everywhere; all others are taken."""

    roles = serializers.ListField(child=serializers.CharField(), max_length=len(Role))


class RoleChangeIn(serializers.Serializer):
    """A role to give to many people, or to take from them."""

    role = serializers.CharField()
    change = serializers.ChoiceField(choices=[("give", "give"), ("take", "take")])
    usernames = serializers.ListField(
        child=serializers.CharField(max_length=150), min_length=1, max_length=_MOST_AT_ONCE
    )


class SkippedPersonOut(serializers.Serializer):
    """Somebody who was passed over, and why."""

    username = serializers.CharField()
    reason = serializers.CharField()


class ChangedManyOut(serializers.Serializer):
    """What became of a change of many people."""

    changed = serializers.ListField(child=serializers.CharField())
    skipped = SkippedPersonOut(many=True)
