"""What notices look like, and how they come in."""

from rest_framework import serializers

from server.alerts.models import AlertLevel
from server.core.serializers import AllowedOut, NameField
from server.people.serializers import PersonOut

_LONGEST_MESSAGE = 2000


class SiteAlertOut(serializers.Serializer):
    """A notice in plain text; addresses in it are made links by whoever shows it."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    message = serializers.CharField()
    level = serializers.ChoiceField(choices=AlertLevel.choices)
    created_at = serializers.DateTimeField()
    created_by = PersonOut()
    updated_at = serializers.DateTimeField()
    updated_by = PersonOut()
    version = serializers.IntegerField()


class SiteAlertsCanOut(serializers.Serializer):
    """What the caller may do with notices."""

    manage = AllowedOut()


class SiteAlertsOut(serializers.Serializer):
    """Every notice, the newest first."""

    results = SiteAlertOut(many=True)
    can = SiteAlertsCanOut()


class SiteAlertIn(serializers.Serializer):
    """A notice to write."""

    title = NameField(max_length=200, required=False, allow_blank=True)
    message = serializers.CharField(max_length=_LONGEST_MESSAGE)
    level = serializers.ChoiceField(choices=AlertLevel.choices, required=False)


class SiteAlertChangesIn(SiteAlertIn):
    """What to change about a notice; what is left out stays."""

    message = serializers.CharField(max_length=_LONGEST_MESSAGE, required=False)
