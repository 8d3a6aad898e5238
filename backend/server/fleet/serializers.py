"""What backends look like from outside, and how changes to them come in."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.core.serializers import AllowedOut, NameField
from server.fleet.models import BackendToken, Contact, Mode
from server.fleet.tokens import TokenState, is_unused_at, state_at
from server.people.serializers import PersonOut

_LONGEST_TIMEOUT_S = 7 * 24 * 3600
_LONGEST_LIFE_DAYS = 3650


class BackendRefOut(serializers.Serializer):
    """A backend by name."""

    slug = serializers.CharField()
    name = serializers.CharField()


class MaintenanceOut(serializers.Serializer):
    """Maintenance of the database that staff announced; it may lie ahead."""

    since = serializers.DateTimeField()
    until = serializers.DateTimeField(allow_null=True, help_text="Then it ends by itself.")
    note = serializers.CharField()


class StopOut(MaintenanceOut):
    """A stop of new runs, of one backend or of the whole service; it may lie ahead."""

    is_everywhere = serializers.BooleanField(help_text="Of the whole service, not of this alone.")


class BackendCanOut(serializers.Serializer):
    """What the caller may do with a backend."""

    manage = AllowedOut()
    manage_members = AllowedOut()


class BackendOut(BackendRefOut):
    """A backend, how it is, and how much waits and runs there."""

    is_active = serializers.BooleanField(help_text="False where staff switched it off.")
    contact = serializers.ChoiceField(choices=Contact.choices)
    last_seen_at = serializers.DateTimeField(allow_null=True)
    alert_timeout_s = serializers.IntegerField(help_text="Silence longer than this is a warning.")
    mode = serializers.ChoiceField(choices=Mode.choices)
    mode_since = serializers.DateTimeField(allow_null=True)
    maintenance = MaintenanceOut(allow_null=True)
    stop = StopOut(allow_null=True, help_text="Staff let nobody ask for new runs.")
    waiting_requests = serializers.IntegerField()
    running_requests = serializers.IntegerField()
    waiting_jobs = serializers.IntegerField()
    running_jobs = serializers.IntegerField()
    oldest_waiting_at = serializers.DateTimeField(allow_null=True)
    can_run = serializers.BooleanField()
    why_not = serializers.CharField(allow_null=True)
    version = serializers.IntegerField()
    can = BackendCanOut()


class BackendsOut(serializers.Serializer):
    """Every enabled backend, by slug."""

    results = BackendOut(many=True)


class BackendIn(serializers.Serializer):
    """A backend to make."""

    slug = serializers.CharField(
        max_length=100, help_text="Its name for runners: lower-case letters, digits, - and _."
    )
    name = NameField(max_length=255, help_text="How people see it.")
    is_active = serializers.BooleanField(default=True)


class MaintenanceIn(serializers.Serializer):
    """Maintenance of the database to announce."""

    since = serializers.DateTimeField(
        required=False, allow_null=True, help_text="When it begins; without it, now."
    )
    until = serializers.DateTimeField(
        required=False, allow_null=True, help_text="When it ends by itself, if that is known."
    )
    note = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=500, help_text="Why, for readers."
    )


class StopIn(serializers.Serializer):
    """A stop of new runs, from now on."""

    until = serializers.DateTimeField(
        required=False, allow_null=True, help_text="When it ends by itself, if that is known."
    )
    note = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=500, help_text="Why, for readers."
    )


class BackendChangesIn(serializers.Serializer):
    """What to change about a backend; what is left out stays."""

    name = NameField(max_length=255, required=False)
    is_active = serializers.BooleanField(
        required=False, help_text="False refuses its runner, and new runs on it, at once."
    )
    alert_timeout_s = serializers.IntegerField(
        required=False, min_value=1, max_value=_LONGEST_TIMEOUT_S
    )
    maintenance = MaintenanceIn(
        required=False, allow_null=True, help_text="Null takes an announcement back."
    )
    stop = MaintenanceIn(
        required=False,
        allow_null=True,
        help_text="Take no new runs; what is asked for goes on. Null takes them again.",
    )


class BackendTokenOut(serializers.Serializer):
    """A token of a backend's runner without its secret; `prefix` is how the secret begins."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    prefix = serializers.CharField()
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True, help_text="Null: it does not expire.")
    revoked_at = serializers.DateTimeField(allow_null=True)
    state = serializers.SerializerMethodField()
    unused = serializers.SerializerMethodField(
        help_text="It is live, and nobody has used it for a month."
    )

    @extend_schema_field(serializers.ChoiceField(choices=TokenState.choices))
    def get_state(self, token: BackendToken) -> str:
        """Where it is in its life."""
        return state_at(token, self.context["now"])

    def get_unused(self, token: BackendToken) -> bool:
        """Whether it could go."""
        return is_unused_at(token, self.context["now"])


class BackendTokensOut(serializers.Serializer):
    """A backend's tokens, the newest first."""

    results = BackendTokenOut(many=True)


class NewBackendTokenOut(BackendTokenOut):
    """A token just made, with its secret."""

    token = serializers.CharField(
        allow_null=True,
        help_text="The secret. It is kept nowhere, so a repeat of the request answers null.",
    )


class BackendTokenIn(serializers.Serializer):
    """A token to make for a backend's runner."""

    name = NameField(max_length=100, help_text="Where it is used; once a backend.")
    expires_in_days = serializers.IntegerField(
        required=False,
        allow_null=True,
        default=None,
        min_value=1,
        max_value=_LONGEST_LIFE_DAYS,
        help_text="Without it, it does not expire.",
    )


class RotateTokenIn(BackendTokenIn):
    """The token that takes another's place, and how long both live."""

    overlap_days = serializers.IntegerField(
        required=False, default=7, min_value=1, max_value=90, help_text="Days that the old one has."
    )


class BackendMemberOut(serializers.Serializer):
    """A person who may run on a backend, and who said so."""

    user = PersonOut()
    created_at = serializers.DateTimeField()
    created_by = PersonOut(allow_null=True)


class BackendMembersIn(serializers.Serializer):
    """Who shall be able to run on the backend."""

    usernames = serializers.ListField(
        child=serializers.CharField(max_length=150), min_length=1, max_length=100
    )


class BackendMembersAddedOut(serializers.Serializer):
    """User names by what became of them."""

    added = serializers.ListField(child=serializers.CharField())
    had = serializers.ListField(
        child=serializers.CharField(), help_text="Those who could run there already."
    )


class CallCountOut(serializers.Serializer):
    """How often a backend's runners called one endpoint, and when last; 15 s late at most."""

    endpoint = serializers.CharField()
    calls = serializers.IntegerField()
    failures = serializers.IntegerField(help_text="Calls that were refused, or failed.")
    took_ms = serializers.FloatField(help_text="All calls together, in milliseconds.")
    last_call_at = serializers.DateTimeField()


class CallsOfHourOut(serializers.Serializer):
    """Calls of one endpoint in an hour; `took_ms` is of all together."""

    at = serializers.DateTimeField(source="hour", help_text="When the hour began, in UTC.")
    calls = serializers.IntegerField()
    failures = serializers.IntegerField()
    took_ms = serializers.FloatField()


class CallHistoryOut(CallCountOut):
    """The calls of one endpoint, since the backend was made and lately."""

    by_hour = CallsOfHourOut(many=True, help_text="The last 168 hours, oldest first.")


class CallHistoriesOut(serializers.Serializer):
    """A backend's calls by endpoint."""

    results = CallHistoryOut(many=True)


class UserBackendsIn(serializers.Serializer):
    """The backends that a person is to run on; he is taken off all others."""

    backends = serializers.ListField(
        child=serializers.CharField(), max_length=100, help_text="Slugs of backends."
    )
