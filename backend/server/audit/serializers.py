"""What events look like to those who may read them; who that is, says docs/decisions."""

from collections.abc import Collection
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.audit.models import ActorKind, AuditEvent
from server.core.pagination import PageQuery

_MOST_VERBS = 50


class EventActorOut(serializers.Serializer):
    """Who caused a change: a user name, a backend's slug or a command."""

    kind = serializers.ChoiceField(choices=ActorKind.choices, source="actor_kind")
    name = serializers.CharField(source="actor")


class EventTargetOut(serializers.Serializer):
    """The object that was changed, by the name that it had then."""

    type = serializers.CharField(source="target_type")
    id = serializers.CharField(source="target_id")
    name = serializers.CharField(source="target_name")


class EventChangeOut(serializers.Serializer):
    """One changed field; null is what was not there."""

    field = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class EventOut(serializers.Serializer):
    """One event in the history of an object; `verb` is a thing and what became of it."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    actor = EventActorOut(source="*")
    verb = serializers.CharField()
    target = EventTargetOut(source="*")
    subject = serializers.CharField(help_text="The person whom it is about; empty for none.")
    changes = serializers.SerializerMethodField()

    @extend_schema_field(EventChangeOut(many=True))
    def get_changes(self, event: AuditEvent) -> list[dict[str, Any]]:
        """The changed fields; with `public_fields` in the context those alone."""
        return changes_of(event, public_fields=self.context.get("public_fields"))


class AuditEventKindsOut(serializers.Serializer):
    """By what events can be told apart: what there is any event of."""

    verbs = serializers.ListField(child=serializers.CharField())
    target_types = serializers.ListField(child=serializers.CharField())


class AuditEventOut(EventOut):
    """One event with where it came from, for those who may read the whole record."""

    via = serializers.CharField(help_text="How the personal token begins by which it was done.")
    request_id = serializers.CharField()
    address = serializers.CharField()


def changes_of(
    event: AuditEvent, *, public_fields: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """The changed fields in the order in which they were recorded, or the public ones alone."""
    names = dict.fromkeys([*event.before, *event.after])
    return [
        {"field": name, "before": event.before.get(name), "after": event.after.get(name)}
        for name in names
        if public_fields is None or name in public_fields
    ]


class AuditEventFilter(serializers.Serializer):
    """Which events of the whole record."""

    person = serializers.CharField(
        required=False, max_length=150, help_text="A user name: events by or about the person."
    )
    target_type = serializers.CharField(
        required=False, max_length=40, help_text="A kind of object, such as `workspace`."
    )
    target = serializers.CharField(
        required=False,
        max_length=255,
        help_text="The name that an object had, or its key; with `target_type`.",
    )
    verb = serializers.ListField(
        child=serializers.CharField(max_length=60),
        required=False,
        max_length=_MOST_VERBS,
        help_text="Kinds of events, such as `role.given`; may be repeated.",
    )
    since = serializers.DateTimeField(required=False, help_text="Events from then on.")
    until = serializers.DateTimeField(required=False, help_text="Events before then.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A name alone could be anything's."""
        if attrs.get("target") and not attrs.get("target_type"):
            raise serializers.ValidationError({"target_type": "Say of which kind the object is."})
        return attrs


class AuditEventQuery(AuditEventFilter, PageQuery):
    """Which events of the whole record, in pages."""


class AuditExportIn(AuditEventFilter):
    """Which events to export, and in which form."""

    form = serializers.ChoiceField(choices=[("csv", "csv"), ("jsonl", "jsonl")])


FILTERS = tuple(AuditEventFilter().fields)
