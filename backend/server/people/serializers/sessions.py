"""What a person is shown of where he is signed in."""

from rest_framework import serializers


class BrowserSessionOut(serializers.Serializer):
    """One browser in which the caller is signed in."""

    id = serializers.IntegerField()
    is_current = serializers.SerializerMethodField(help_text="Whether this call came by it.")
    user_agent = serializers.CharField(help_text="How the browser names itself.")
    address = serializers.CharField(source="ip", help_text="Where the last call came from.")
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(
        source="last_seen_at", help_text="Noted about once a minute."
    )
    expires_at = serializers.DateTimeField()

    def get_is_current(self, session: object) -> bool:
        """Whether it is the session in the context."""
        return getattr(session, "session_key", None) == self.context["current_key"]


class BrowserSessionsOut(serializers.Serializer):
    """Where the caller is signed in, the one used last first."""

    results = BrowserSessionOut(many=True)
