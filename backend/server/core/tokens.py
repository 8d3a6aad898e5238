"""Tokens: how they look, how a mistyped one is told without a query, and what is stored of them.

A token is `osj_<kind>_<43 characters><6 characters>`: a prefix that secret scanners can look for,
256 random bits, and a checksum. Only the SHA-256 digest is stored; the tokens are random, so a
slow hash would buy nothing.
"""

import hashlib
import re
import secrets
import string
import zlib
from collections.abc import Iterator
from enum import StrEnum

_ALPHABET = string.ascii_letters + string.digits
_RANDOM_LENGTH = 43  # 62**43 > 2**256
_CHECKSUM_LENGTH = 6  # 62**6 > 2**32
_SHAPE = re.compile(r"osj_(?P<kind>[a-z]+)_(?P<random>[A-Za-z0-9]{43})(?P<checksum>[A-Za-z0-9]{6})")
_RUNNER_SHAPE = re.compile(r"[0-9a-f]{40}")  # what runners of the first generation were given
_PREFIX_LENGTH = 16
_FORMS = re.compile(r"osj_[a-z]{1,10}_[A-Za-z0-9]{49}|[0-9a-f]{40}")
# Wherever one begins, also inside what looks like another.
_IN_TEXT = re.compile(f"(?=({_FORMS.pattern}))".encode())
LONGEST = len("osj_") + 10 + len("_") + _RANDOM_LENGTH + _CHECKSUM_LENGTH


class TokenKind(StrEnum):
    """Who a token speaks for."""

    BACKEND = "backend"
    USER = "user"


def new_token(kind: TokenKind) -> str:
    """A fresh token of `kind`; show it once, store `digest_of` and `prefix_of` it."""
    body = f"osj_{kind}_" + "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM_LENGTH))
    return body + _checksum(body)


def digest_of(token: str) -> str:
    """64 hex digits that stand for `token` in the database."""
    return hashlib.sha256(token.encode()).hexdigest()


def prefix_of(token: str) -> str:
    """The beginning of `token`, enough for a person to tell which one it is."""
    return token[:_PREFIX_LENGTH] if token.startswith("osj_") else token[:4]


def is_well_formed(token: str, kind: TokenKind) -> bool:
    """Whether `token` may be one of `kind`: right form and checksum, so worth a query.

    A backend's token may also be the 40 hex digits of an existing runner, taken over as it is.
    """
    if kind is TokenKind.BACKEND and _RUNNER_SHAPE.fullmatch(token):
        return True
    match = _SHAPE.fullmatch(token)
    if match is None or match["kind"] != kind:
        return False
    return _checksum(token[:-_CHECKSUM_LENGTH]) == match["checksum"]


def tokens_in(text: bytes) -> Iterator[str]:
    """Everything in `text` that has the form of a token, wherever it begins; some may be none."""
    for match in _IN_TEXT.finditer(text):
        token = match[1].decode("ascii")
        if is_runner_token(token) or any(is_well_formed(token, kind) for kind in TokenKind):
            yield token


def without_tokens(text: str, *, put: str) -> str:
    """`text` with `put` in the place of all that has the form of a token, commits among it."""
    return _FORMS.sub(put, text)


def is_runner_token(token: str) -> bool:
    """Whether `token` has the form of the first generation: 40 lower-case hex digits."""
    return bool(_RUNNER_SHAPE.fullmatch(token))


def _checksum(body: str) -> str:
    number = zlib.crc32(body.encode())
    digits = []
    for _ in range(_CHECKSUM_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(digits)
