"""What moves the pages that show what people administer: each change has left an event."""

from collections.abc import Collection, Mapping

from server.audit.models import AuditEvent
from server.core.bulk import execute_with_rows

_NEWEST_WATCHED = 50

# An event that comes pushes another one out or adds to the sum, also when its transaction ends
# after those of later events. Both databases read 50 entries of the index audit_of_type.
_OF_TYPES = """
    SELECT kind.name, (
        SELECT COALESCE(SUM(newest.id), 0) FROM (
            SELECT id FROM audit_auditevent WHERE target_type = kind.name
            ORDER BY at DESC, id DESC LIMIT {limit}
        ) AS newest
    )
    FROM ({names}) AS kind
"""
_NAMES = {
    "postgresql": "SELECT name FROM jsonb_to_recordset(%s) AS given(name text)",
    "sqlite": "SELECT value ->> 'name' AS name FROM json_each(%s)",
}
_STATEMENTS = {
    vendor: _OF_TYPES.format(limit=_NEWEST_WATCHED, names=names) for vendor, names in _NAMES.items()
}


def state_of_record(target_types: Collection[str]) -> Mapping[str, object]:
    """The newest events of objects of each type, and of all for the empty name; a query each."""
    types = [{"name": name} for name in target_types if name]
    states: dict[str, object] = dict(execute_with_rows(_STATEMENTS, types)) if types else {}
    if "" in target_types:
        newest = AuditEvent.objects.order_by("-at", "-id").values_list("pk", flat=True)
        states[""] = list(newest[:_NEWEST_WATCHED])
    return states
