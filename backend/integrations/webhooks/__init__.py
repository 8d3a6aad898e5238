"""Webhooks: handing a message to an address that somebody typed.

`get_sender()` gives the adapter of the settings. Services use that and the names below.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from typing import Protocol

from django.conf import settings

__all__ = ["AddressRefused", "Answer", "NoAnswer", "Sender", "get_sender"]

TIMEOUT_S = 10.0

Network = IPv4Network | IPv6Network


class AddressRefused(Exception):
    """The address is none that a webhook may lead to; nothing was sent. `str(error)` says why."""


class NoAnswer(Exception):
    """Nobody answered in time, or not in HTTP; the message may have arrived all the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver said: its status and the beginning of its text."""

    status: int
    text: str

    @property
    def is_success(self) -> bool:
        """Whether the message was taken."""
        return 200 <= self.status < 300


class Sender(Protocol):
    """Who carries a message to its receiver."""

    def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
        """POST `body`; a redirect is an answer like any other and is not followed.

        Raises:
            AddressRefused: it leads into a private network, or is not `https`.
            NoAnswer: there was none within the time.
        """
        ...


def get_sender() -> Sender:
    """The sender of the settings as they are now."""
    # The adapter needs the names above, so it is imported when it is chosen.
    from integrations.webhooks.http_sender import HttpSender

    return HttpSender(timeout_s=TIMEOUT_S, also_allowed=settings.WEBHOOK_NETWORKS)
