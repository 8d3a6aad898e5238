"""Shapes that several apps answer with."""

from rest_framework import serializers


class AllowedOut(serializers.Serializer):
    """Whether the caller may do something, and if not, why: one sentence for the page."""

    allowed = serializers.BooleanField()
    why_not = serializers.CharField(allow_null=True)


def allowed(why_not: str | None) -> dict[str, object]:
    """What `AllowedOut` shows; policies answer with the reason, None where there is none."""
    return {"allowed": why_not is None, "why_not": why_not}
