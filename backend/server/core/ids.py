"""Public identifiers: short, random, the same in every system that meets them."""

import base64
import secrets


def new_identifier() -> str:
    """16 characters of lower-case base32 (`a-z2-7`): 80 random bits.

    Source: runner_api 3.1, `identifier`.
    """
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()
