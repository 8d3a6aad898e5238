"""Shapes that several apps answer with, and fields that several take."""

from typing import Any

from rest_framework import serializers


class PlainOut(serializers.Serializer):
    """A shape whose values are made as JSON has them, and are handed on as they are, parts and all.

    Times are the renderer's to write. Going through each member once more took a third of the
    time of a hundred requests.
    """

    def to_representation(self, instance: Any) -> Any:
        """The value itself."""
        return instance


class AllowedOut(serializers.Serializer):
    """Whether the caller may do something, and if not, why: one sentence for the page."""

    allowed = serializers.BooleanField()
    why_not = serializers.CharField(allow_null=True)
    permission = serializers.CharField(
        allow_null=True, help_text="The name of the permission that is missing, if it is one."
    )


class NameField(serializers.CharField):
    """One line that people will read as a name: no line ends, no characters that cannot be seen.

    What turns the direction of writing or has no width would make a name look like another one.
    """

    default_error_messages = {
        "unseen": "There is a character in it that cannot be seen, at position {position}."
    }

    def to_internal_value(self, data: str) -> str:
        """The text without space around it."""
        text: str = super().to_internal_value(data)
        for position, char in enumerate(text, start=1):
            if not char.isprintable():
                self.fail("unseen", position=position)
        return text
