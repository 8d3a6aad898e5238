"""Everything that this service keeps of a person, as one JSON document written while it is read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.serializers.json import DjangoJSONEncoder

from server.people.holdings import holdings_of
from server.people.leaving import own_rows
from server.people.models import PersonalToken, User
from server.people.services.own_events import events_of
from server.people.services.sessions import sessions_of

_ROWS_AT_ONCE = 500

Row = Mapping[str, Any]


def own_data(user: User, *, now: datetime) -> Iterator[str]:
    """The document in pieces: an object whose members are lists of rows, `profile` an object.

    Never a secret: no password, digest or second factor's key. Events that others caused come
    without where those called from.
    """
    yield "{"
    yield f'"exported_at": {_json(now)}, "profile": {_json(_profile(user))}'
    holdings = holdings_of([user])[user.pk]
    sections: dict[str, Iterable[Row]] = {
        "roles": ({"role": role} for role in holdings.roles),
        "projects": (
            {"slug": place.slug, "name": place.name, "roles": place.roles}
            for place in holdings.projects
        ),
        "orgs": ({"slug": place.slug, "name": place.name} for place in holdings.orgs),
        "backends": ({"slug": place.slug, "name": place.name} for place in holdings.backends),
        "sign_in": _ways_in(user),
        "sessions": _sessions(user, now=now),
        "tokens": _tokens(user),
        **{name: rows(user) for name, rows in sorted(own_rows().items())},
        "events": _events(user),
    }
    for name, rows in sections.items():
        yield f", {_json(name)}: "
        yield from _list(rows)
    yield "}\n"


def _list(rows: Iterable[Row]) -> Iterator[str]:
    """A JSON list, some rows at once."""
    rest, before = iter(rows), "["
    while piece := list(islice(rest, _ROWS_AT_ONCE)):
        yield before + ",\n".join(map(_json, piece))
        before = ",\n"
    yield "]" if before != "[" else "[]"


def _json(value: object) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


def _profile(user: User) -> Row:
    names = ["username", "fullname", "email", "wants_notices", "run_mail"]
    names += ["created_at", "last_seen_at"]
    return {name: getattr(user, name) for name in names}


def _ways_in(user: User) -> Iterator[Row]:
    if user.has_usable_password():
        yield {"by": "password"}
    for account in SocialAccount.objects.filter(user=user):
        yield {"by": account.provider, "id": account.uid, "name": account.extra_data.get("login")}
    for factor in Authenticator.objects.filter(user=user).order_by("pk"):
        yield {"by": factor.type, "added_at": factor.created_at, "used_at": factor.last_used_at}


def _sessions(user: User, *, now: datetime) -> Iterator[Row]:
    for session in sessions_of(user, now=now):
        yield {
            "user_agent": session.user_agent,
            "address": session.ip,
            "created_at": session.created_at,
            "last_used_at": session.last_seen_at,
        }


def _tokens(user: User) -> Iterator[Row]:
    times = ("created_at", "last_used_at", "expires_at", "revoked_at")
    yield from (
        PersonalToken.objects.filter(user=user)
        .order_by("pk")
        .values("name", "prefix", "scopes", *times)
    )


def _events(user: User) -> Iterator[Row]:
    """By the person, and about him; newest first."""
    events = events_of(user).all().order_by("-at", "-id")
    for event in events.iterator(chunk_size=_ROWS_AT_ONCE):
        row = {
            "at": event.at,
            "actor": event.actor,
            "verb": event.verb,
            "target": f"{event.target_type} {event.target_name}".strip(),
            "about": event.subject,
            "before": event.before,
            "after": event.after,
        }
        is_own = event.actor == user.username and event.actor_kind in ("person", "token")
        yield row | ({"via": event.via, "address": event.address} if is_own else {})
