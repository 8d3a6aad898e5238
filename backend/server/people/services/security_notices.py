"""That people hear of each change of the ways into their account, whoever made it."""

from server.audit.models import AuditEvent
from server.outbox.services import Event, publish
from server.people.models import User

TOPIC = "account.security_changed"


def tell_person(user: User, event: AuditEvent, *, given_up: str = "") -> None:
    """Have the person told of `event` by mail after commit, where an address is known.

    `given_up` is the address from before, where the event is that it changed: who took the account
    over has the new one. Called inside the transaction of the change.
    """
    if not (given_up or user.email):
        return
    payload: dict[str, int | str] = {"user_id": user.pk, "event_id": event.pk}
    if given_up:
        payload["address"] = given_up
    publish([Event(topic=TOPIC, payload=payload, key=f"{TOPIC}:{event.pk}")], now=event.at)
