"""What the record says of one person, also under the names that he had before."""

from django.db.models import Q

from server.audit.models import AuditEvent
from server.audit.querysets import by_or_about
from server.core.ranges import Ranges
from server.people.models import User

RENAMED = "user.renamed"


def events_of(user: User) -> Ranges[AuditEvent]:
    """All that is by or about the person; one query now, for the names.

    The record keeps the name of the day. Each change of it is an event of its own, by which an
    earlier name counts until the person left it.
    """
    events = by_or_about(user.username)
    renamings = AuditEvent.objects.of_target("user", user.pk).of_verbs([RENAMED])
    for name, left_at in renamings.values_list("target_name", "at"):
        events += [event & Q(at__lt=left_at) for event in by_or_about(name)]
    return Ranges(AuditEvent.objects.all(), events)
