"""Which of our live tokens stand in a text that should not hold any.

Lives here because backends' tokens do; those of people are below.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db.models import Q

from server.core.tokens import LONGEST, TokenKind, digest_of, prefix_of, tokens_in
from server.fleet.models import BackendToken
from server.people.models import PersonalToken

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class LiveToken:
    """A token that opens something now; `owner` is a backend's slug or a user name."""

    kind: TokenKind
    prefix: str
    owner: str
    name: str


def find_leaked(stream: BinaryIO, *, now: datetime) -> Iterator[LiveToken]:
    """The live tokens in what `stream` holds, each once, in the order in which they are met.

    Any bytes of any length: they are read in pieces, and a token that two pieces share is found.
    Zero bytes are passed over, so that text in UTF-16 is read as well.
    """
    live = _live_tokens(now)
    prefixes = {token.prefix for token in live.values()}
    met: set[str] = set()
    rest = b""
    while chunk := stream.read(_CHUNK_BYTES):
        text = rest + chunk.replace(b"\0", b"")
        for secret in tokens_in(text):
            # Hex dumps are full of what has the form of a runner's token.
            if prefix_of(secret) not in prefixes or (digest := digest_of(secret)) in met:
                continue
            if token := live.get(digest):
                met.add(digest)
                yield token
        rest = text[-(LONGEST - 1) :]


def _live_tokens(now: datetime) -> Mapping[str, LiveToken]:
    """By digest."""
    of_backends = BackendToken.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None
    )
    of_people = PersonalToken.objects.filter(
        revoked_at=None, expires_at__gt=now, user__is_active=True
    )
    columns = ("digest", "prefix", "name")
    return {
        digest: LiveToken(kind, prefix, owner, name)
        for kind, rows in [
            (TokenKind.BACKEND, of_backends.values_list(*columns, "backend__slug")),
            (TokenKind.USER, of_people.values_list(*columns, "user__username")),
        ]
        for digest, prefix, name, owner in rows
    }
