"""What moves a person's inbox, the number beside it, and the log of a webhook."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from django.core.signing import BadSignature, Signer
from django.db.models import TextField
from django.db.models.expressions import RawSQL

from server.core.bulk import one_of_keys
from server.core.pagination import DEFAULT_LIMIT
from server.notify.models import Webhook
from server.people.models import User

_SIGNER = Signer(salt="notify.inbox")
_KIND = "inbox"
_NEWEST_WATCHED = 100  # one more than is counted
_DIGITS_OF_A_KEY = 19

# The ORM cannot take a sum over a part of the rows that belong to the outer one. Both databases
# read the newest entries of the index notify_notice_unread.
_UNREAD = """(
    SELECT COUNT(*) || ' ' || COALESCE(MAX(id), 0) FROM (
        SELECT id FROM notify_notice
        WHERE user_id = people_user.id AND read_at IS NULL
        ORDER BY created_at DESC, id DESC LIMIT %s
    ) AS newest
)"""

# Of the index notify_delivery_of_webhook.
_DELIVERIES = """(
    SELECT COALESCE(SUM(version), 0) || ' ' || COALESCE(MAX(id), 0) FROM (
        SELECT version, id FROM notify_webhookdelivery
        WHERE webhook_id = notify_webhook.id
        ORDER BY created_at DESC, id DESC LIMIT %s
    ) AS newest
)"""


def topic_of(user: User) -> str:
    """The topic of a person's inbox, signed: asking needs no sign-in, so nobody may guess it."""
    return f"{_KIND}:{_SIGNER.sign(str(user.pk))}"


def state_of_inboxes(names: Collection[str]) -> Mapping[str, object]:
    """What is unread in each inbox: a notice that comes or is read moves it; one query."""
    owners = {name: key for name in names if (key := _owner_of(name)) is not None}
    if not owners:
        return {}
    rows = User.objects.filter(pk__in=one_of_keys(owners.values())).annotate(
        unread=RawSQL(_UNREAD, [_NEWEST_WATCHED], output_field=TextField())  # noqa: S611
    )
    unread = dict(rows.values_list("pk", "unread"))
    return {name: unread.get(key) for name, key in owners.items()}


def state_of_webhooks(names: Collection[str]) -> Mapping[str, object]:
    """The first page of each webhook's log; one query."""
    rows = Webhook.objects.filter(pk__in=one_of_keys(map(int, filter(_is_key, names)))).annotate(
        newest=RawSQL(_DELIVERIES, [DEFAULT_LIMIT], output_field=TextField())  # noqa: S611
    )
    return {str(key): newest for key, newest in rows.values_list("pk", "newest")}


def _is_key(name: str) -> bool:
    """Whether a database takes it for one: PostgreSQL refuses what is too large."""
    return name.isascii() and name.isdecimal() and len(name) < _DIGITS_OF_A_KEY


@lru_cache(maxsize=2_000)
def _owner_of(name: str) -> int | None:
    """Whose inbox a topic is about; None for a name that we have not signed."""
    try:
        return int(_SIGNER.unsign(name))
    except BadSignature:
        return None
