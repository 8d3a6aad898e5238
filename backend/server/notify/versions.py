"""What moves a person's inbox, and the number beside it."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from django.core.signing import BadSignature, Signer
from django.db.models import TextField
from django.db.models.expressions import RawSQL

from server.core.bulk import one_of_keys
from server.people.models import User

_SIGNER = Signer(salt="notify.inbox")
_KIND = "inbox"
_NEWEST_WATCHED = 100  # one more than is counted

# The ORM cannot take a sum over a part of the rows that belong to the outer one. Both databases
# read the newest entries of the index notify_notice_unread.
_UNREAD = """(
    SELECT COUNT(*) || ' ' || COALESCE(MAX(id), 0) FROM (
        SELECT id FROM notify_notice
        WHERE user_id = people_user.id AND read_at IS NULL
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


@lru_cache(maxsize=2_000)
def _owner_of(name: str) -> int | None:
    """Whose inbox a topic is about; None for a name that we have not signed."""
    try:
        return int(_SIGNER.unsign(name))
    except BadSignature:
        return None
